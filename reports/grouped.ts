/** Records by a key, each group in the order in which they were given. */
export function grouped<Key, Item>(items: Iterable<Item>, keyOf: (item: Item) => Key): ReadonlyMap<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}

export const byFile = <Item extends { readonly file: string }>(items: Iterable<Item>): ReadonlyMap<string, Item[]> =>
  grouped(items, ({ file }) => file)

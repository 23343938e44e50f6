/** Works on a few items ahead of the one that is being used, and gives them in their order. */

const AHEAD = 8

export async function* readAhead<Item, Ready>(
  items: readonly Item[],
  prepare: (item: Item) => Promise<Ready>,
): AsyncGenerator<{ readonly item: Item; readonly ready: Ready }> {
  const pending: { item: Item; ready: Promise<Ready> }[] = []
  let next = 0
  while (next < items.length || pending.length > 0) {
    while (next < items.length && pending.length < AHEAD) {
      const item = items[next++] as Item
      const ready = prepare(item)
      ready.catch(() => {})
      pending.push({ item, ready })
    }
    const first = pending.shift()
    if (first !== undefined) yield { item: first.item, ready: await first.ready }
  }
}

/** One-to-one matching, best first: the pair that agrees most is taken, then the next of what is left; equals in the order they were given. */

export interface Matching<Wanted, Said> {
  readonly pairs: readonly { readonly wanted: Wanted; readonly said: Said }[]
  readonly missed: readonly Wanted[]
  readonly invented: readonly Said[]
}

/** `agreement`: null where the two cannot be the same; else the greater, the more they agree. */
export function match<Wanted extends { readonly file: string }, Said extends { readonly file: string }>(
  wanted: readonly Wanted[],
  said: readonly Said[],
  agreement: (wanted: Wanted, said: Said) => number | null,
): Matching<Wanted, Said> {
  const byFile = groupByFile(said)
  const candidates = wanted.flatMap((one, order) =>
    (byFile.get(one.file) ?? []).flatMap((other) => {
      const degree = agreement(one, other)
      return degree === null ? [] : [{ wanted: one, said: other, degree, order }]
    }),
  )
  candidates.sort((a, b) => b.degree - a.degree || a.order - b.order)
  const taken = new Set<Wanted | Said>()
  const pairs = candidates.filter((candidate) => {
    if (taken.has(candidate.wanted) || taken.has(candidate.said)) return false
    taken.add(candidate.wanted).add(candidate.said)
    return true
  })
  return { pairs, missed: wanted.filter((one) => !taken.has(one)), invented: said.filter((one) => !taken.has(one)) }
}

function groupByFile<Item extends { readonly file: string }>(items: readonly Item[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(item.file)
    if (group) group.push(item)
    else groups.set(item.file, [item])
  }
  return groups
}

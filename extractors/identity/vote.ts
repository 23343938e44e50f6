/** What each place of a document says about one question, and which of them is believed: the first. */
export interface Vote {
  /** Where it was read, in Chinese: 标题, 正文开头, 文件名, 文件夹, 正文. */
  readonly source: string
  readonly value: string
  /** A vote that decides only when no other speaks, and is no disagreement when another does. */
  readonly weak: boolean
}

/** Votes are given in order of trust. */
export function decide(votes: readonly Vote[]): { readonly taken: string | null; readonly votes: readonly Vote[] } {
  const taken = votes.find(({ weak }) => !weak) ?? votes[0]
  return { taken: taken?.value ?? null, votes }
}

/** Where identity is read from; all folded. */
export interface IdentitySource {
  readonly title: string
  readonly name: string
  readonly folders: readonly string[]
  readonly text: string
}

/** Characters at the beginning of the text that count as its head, and at its end as its signature. */
export const HEAD = 400
export const SIGNATURE = 120

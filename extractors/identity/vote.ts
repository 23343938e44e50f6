/** What each place of a document says about one question, and which of them is believed: of those of most weight, the first. */
export interface Vote {
  /** Where it was read, in Chinese: 标题, 文件名, 文件夹, 抬头, 落款, 正文. */
  readonly source: string
  readonly value: string
  readonly weight: Weight
}

/**
 * `stated`: said by title or path. `told`: by head, signature, or the text as a whole; it decides only where nothing is stated, but where it disagrees a
 * notice says so. `hinted`: a guess; it decides where nothing else does, and is no disagreement.
 */
export type Weight = 'stated' | 'told' | 'hinted'

const WEIGHTS: readonly Weight[] = ['stated', 'told', 'hinted']

/** Votes are given in order of trust. */
export function decide(votes: readonly Vote[]): { readonly taken: string | null; readonly votes: readonly Vote[] } {
  const [taken] = WEIGHTS.flatMap((weight) => votes.filter((vote) => vote.weight === weight))
  return { taken: taken?.value ?? null, votes }
}

/** Where identity is read from; all folded. */
export interface IdentitySource {
  readonly title: string
  /** The title without the plan that it names last: 质量工作总结 of 质量工作总结和2021年工作打算. */
  readonly lead: string
  readonly name: string
  readonly folders: readonly string[]
  /** The name of the folder that all submissions were given in; '' where it is not known. */
  readonly input: string
  readonly text: string
  /** The lines about the title: who issued it, its date, its number. */
  readonly head: string
  readonly body: string
  /** The short lines that the text ends with: who signed, and when. */
  readonly signature: string
}

/** That folder as a source: the weakest. */
export const INPUT = '所给文件夹'

/** Characters at the beginning of the text that hint at what it is about. */
export const OPENING = 400

/** Passages that stand in another document too, as `copies.jsonl` has them (docs/contract.md). A run that was compared with nothing has none. */
import type { RunResult } from '../../contract/records.ts'

export interface EqualPassage {
  readonly file: string
  readonly start: number
  readonly end: number
  readonly source: string
  readonly sourceClass: 'superior' | 'peer' | 'own-past'
}

type Compared = RunResult & { readonly copies?: readonly EqualPassage[] }

export const passagesOf = ({ copies }: Compared, file: string): readonly EqualPassage[] =>
  (copies ?? []).filter((passage) => passage.file === file)

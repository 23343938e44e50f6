/** Passages that stand in another document too, as `copies.jsonl` has them (docs/contract.md). A run that was compared with nothing has none. */
import type { CopiedPassage } from '../../../rules/copying/copy.ts'
import type { RunResult } from '../../contract/records.ts'

export type EqualPassage = Pick<CopiedPassage, 'file' | 'start' | 'end' | 'source' | 'sourceClass'>

export const passagesOf = ({ copies }: RunResult, file: string): readonly EqualPassage[] =>
  copies.filter((passage) => passage.file === file)

/** The figures of the judgement, which stand in the scheme. The verdict's own (copied share) are the contract's. */
import { z } from 'zod'

const atLeastOne = z.int('应为正整数').min(1)
const part = z.number('应为 0 到 1 的数').min(0).max(1)

export const AnalysisThresholds = z.strictObject({
  /** Different comparisons in running text, and baselines among them, that make `adequate`. */
  comparisons: atLeastOne,
  baselines: atLeastOne,
  /** Share of the problems stated that are specific, from which they count as specific. */
  specificProblems: part,
  /** Share of the measures that name an act with owner, deadline, object or quantity. */
  concreteMeasures: part,
  /** Values without a comparison, earlier figures, slips: shown to the writer at most so often. */
  examples: atLeastOne,
  /** How far the share of narration by words and by the classifier may lie apart before a person is asked to look. */
  narrationGap: part,
  /** Share of the paragraphs that the classifier takes for narration, from which a pass is looked at, and of analysis, from which a weak is. */
  doubtfulNarration: part,
  doubtfulAnalysis: part,
})

export type Thresholds = Readonly<z.output<typeof AnalysisThresholds>>

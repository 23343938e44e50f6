/** The figures of the judgement, in one place. The verdict's own thresholds are the contract's. */
export const thresholds = {
  /** Different comparisons in running text, and baselines among them, that make `adequate`. */
  comparisons: 3,
  baselines: 2,
  /** Share of the problems stated that are specific, from which they count as specific. */
  specificProblems: 0.3,
  /** Share of the measures that name an act with owner, deadline, object or quantity. */
  concreteMeasures: 0.5,
  /** Copied share of the body from which the verdict is weak, and from which it is looked at. */
  copiedWeak: 0.6,
  copiedReview: 0.3,
  /** A value without a comparison is shown to the writer as an example at most so often. */
  examples: 2,
} as const

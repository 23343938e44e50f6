/** The figures of the search for copied text, in one place. Lengths are in characters of the document unless they say symbols (masked, without punctuation). */
export const copyThresholds = {
  /** A fingerprint is the hash of so many symbols; of every so many in a row one at least is kept: shared runs of `gram + window - 1` always meet. */
  gram: 10,
  window: 6,
  /** Passages from this length are listed, and count into the share. */
  listed: 20,
  counted: 30,
  /** What must speak for it: characters that agree beyond the words that every report needs, less the symbols that differ. */
  listedEvidence: 9,
  countedEvidence: 14,
  /** What a character of such words speaks for. */
  plainWeight: 0.25,
  /** Share of the agreeing characters that are beyond such words. */
  leastOwn: 0.05,
  /** What whole sentences that differ in nothing but masked words speak for, beside, where there is anything beyond such words. */
  wholeSentences: 8,
  /** Symbols that agree without a break to begin an alignment. */
  seed: 5,
  /** Symbols that may differ between two agreeing stretches, and by how much the gap of one side may be the longer. */
  gap: 12,
  gapDifference: 10,
  /** Share of a passage's symbols that agree. */
  density: 0.7,
  /** Documents that one report is aligned with at most, those that share most first; superior and own documents come beside. */
  candidates: 60,
  /** A fingerprint in more documents than this share, and this number, tells nothing about who copied whom. */
  frequentShare: 0.005,
  frequent: 60,
  /** A formula is in more than this share of the period's counties, so many at least, and no longer than this; within one sentence it may be longer. */
  formulaShare: 0.5,
  formulaCounties: 4,
  formulaLength: 60,
  formulaSentence: 150,
  /** Figures are copied where so many of those of a passage agree; of fewer one or the other agrees by chance. */
  figuresAgreeing: 0.5,
  /** A sentence of figures is nobody's where so many counties write it. Share of its words that may be its own, and of its figures that may be another's too. */
  figureCounties: 3,
  figureOwnWords: 0.1,
  figureRepeats: 0.5,
  /** A clause of so many symbols is the copier's own where less than this share of it agrees. */
  ownClause: 4,
  ownClauseAgrees: 0.5,
  /** A passage keeps the tail of a sentence from this share of it on; it is drawn out to a clause that begins or ends within so many symbols. */
  wholeFrom: 0.5,
  clauseWithin: 3,
  /** Earlier documents of the county itself that are looked at, the latest first. */
  ownPast: 8,
} as const

/** Copied share of the body from which the verdict is weak, and from which it is looked at: the contract's. */
export const copiedFrom = { weak: 0.6, review: 0.3 } as const

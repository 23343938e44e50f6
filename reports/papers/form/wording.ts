/** The words of the feedback forms, from corpus/papers/feedback-form.yaml: an office changes them there. Code fills the places in braces. */
import { z } from 'zod'
import { parseYaml, type YamlFile } from '../../../extractors/yaml.ts'
import { wordsWith } from '../wording.ts'

const PLACES =
  'county period year scheme office score low high weight weighted running points lost count asked scored items grade words effect reason by day days files quote place name rest'

const words = wordsWith(PLACES.split(' '))
const count = z.int('应为整数').positive('应为正数')
const all = <Name extends string>(names: readonly Name[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, words])) as Record<Name, typeof words>)

const Wording = z.strictObject({
  quarterTitle: words,
  yearTitle: words,
  allTitle: words,
  head: words,
  basis: words,
  provisionalQuarter: words,
  settledQuarter: words,
  missingQuarter: words,
  decidedQuarter: words,
  provisionalYear: words,
  provisionalBoth: words,
  missingYear: words,
  settledScore: words,
  settledYear: words,
  mainLosses: words,
  noLosses: words,
  lossItem: words,
  columns: all([
    ...(['number', 'item', 'standard', 'points', 'score', 'low', 'high', 'state', 'why', 'evidence', 'file', 'place', 'quote'] as const),
    ...(['advice', 'period', 'county', 'part', 'weight', 'range', 'weighted', 'running', 'open', 'effect', 'looked', 'grade'] as const),
    ...(['decides', 'extra', 'year', 'remark', 'losses', 'lostYear'] as const),
  ]),
  part: words,
  partOpen: words,
  total: words,
  yearTotal: words,
  openScore: words,
  openCounted: words,
  openRange: words,
  lost: words,
  penaltyNone: words,
  penaltyMost: words,
  gained: words,
  open: words,
  decided: words,
  foundBefore: words,
  missingCell: words,
  notAsked: words,
  evidenceFile: words,
  evidenceQuote: words,
  moreEvidence: words,
  moreReason: words,
  noEvidence: words,
  openAdvice: words,
  openByOthers: words,
  states: all(['settled', 'open', 'decided', 'not-applicable']),
  withQuarter: words,
  quartersHeading: words,
  extraHeading: words,
  matrixHeading: words,
  openHeading: words,
  gradeLine: words,
  stabilityLine: words,
  stable: words,
  stableApart: words,
  settled: words,
  unstable: words,
  unstableApart: words,
  unstableAll: words,
  turns: all(['alone', 'together', 'never']),
  blank: words,
  blankAlone: words,
  deciding: words,
  decidingMissing: words,
  decidingVeto: words,
  vetoLine: words,
  effectLine: words,
  gateLine: words,
  answers: all(['yes', 'no', 'unknown']),
  gates: all(['yes', 'no', 'unknown']),
  allOpening: words,
  allWeight: words,
  provisional: words,
  allDetailHeading: words,
  allOpen: words,
  notes: z.array(words),
  objection: words,
  signature: words,
  noDay: words,
  workbookTitle: words,
  sheets: all(['year', 'items', 'matrix', 'open', 'summary', 'detail', 'losses']),
  figures: z.strictObject({ losses: count, quotes: count, quote: count, deciding: count, reason: count, reasonLine: count }),
})

export type FormWording = Readonly<z.output<typeof Wording>>

/** Throws KnowledgeError with file and line. */
export const parseFormWording = (file: YamlFile): FormWording => parseYaml(file, Wording).data

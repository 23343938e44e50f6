/**
 * The scheme: what the office asks for in one year — which counties, who must send what for which period, which targets stand beside the values, which
 * items are scored by which rule, how quarters make the year, and what makes a grade. How things are called is the lexicon's; the two meet by id.
 */
import { z } from 'zod'
import type { Lexicon } from '../../extractors/lexicon.ts'
import { openYaml, type YamlFile } from '../../extractors/yaml.ts'
import { explainIssues } from '../../extractors/yaml-expectation.ts'
import { AnalysisThresholds } from '../analysis/thresholds.ts'
import { Day } from './day.ts'
import { GradeRules, Veto } from './grade-rules.ts'
import { LetterSettings } from './letter-settings.ts'
import { Item, Quarter } from './scheme-items.ts'
import { schemeMistakes } from './scheme-mistakes.ts'
import { schemeParts } from './scheme-parts.ts'
import { Settings } from './settings.ts'

const period = z.string('应为期间').regex(/^[0-9]{4}(?:-(?:Q[1-4]|H[12]))?$/u, '期间写作 2020、2020-Q1 或 2020-H1')
const name = z.string('应为文字').min(1)

/** What the papers bear. Persons are named by their post only. */
const Papers = z.strictObject({
  letterhead: name,
  documentNumber: name,
  /** The day that they bear; without it the office fills it in. */
  date: Day.exactOptional(),
  /** Lines are parted by \n. */
  title: name,
  addressees: name,
  signature: name,
  sealNote: name.exactOptional(),
  copies: z.array(name).default([]),
  signatories: z.array(name).default([]),
  feedbackTitle: name,
  basis: z.array(name).default([]),
})

const Scheme = z.strictObject({
  name: name.default('未命名方案'),
  year: z.int('应为年份'),
  office: z.string('应为办公室名称').min(1),
  papers: Papers.exactOptional(),
  /** What this file leaves for the office to set. */
  notes: z.array(name).default([]),
  /** Ids of the counties, in the office's order. */
  counties: z.array(z.string()).min(1),
  /** What every county has to send; `due` is the last day on which it counts as in time. */
  submissions: z.array(
    z.strictObject({
      kind: z.enum(['analysis', 'summary', 'plan', 'data'], '应为 analysis、summary、plan、data 之一'),
      period,
      due: Day.exactOptional(),
      /** The last day for a mended report, where it is not the letter's day and the days given. */
      amendBy: Day.exactOptional(),
    }),
  ),
  /** The letters to counties whose reports are to be mended. */
  letters: LetterSettings.prefault({}),
  /** A value read with less confidence than this is listed first for review. */
  reviewBelow: z.number('应为 0 到 1 之间的数').min(0).max(1).default(0.9),
  /** By indicator id, in the indicator's own unit. */
  targets: z.record(
    z.string(),
    z.strictObject({
      op: z.enum(['>=', '<=', '=', '>', '<'], '应为 >=、<=、=、>、< 之一'),
      value: z.number('应为数字'),
      /** What is better, where the lexicon says otherwise of the indicator. */
      direction: z.enum(['higher', 'lower'], '应为 higher、lower 之一').exactOptional(),
      source: z.string().exactOptional(),
      note: z.string().exactOptional(),
    }),
  ),
  /** How much makes an analysis: the figures of the judgement. What makes its verdict is the contract's. */
  analysis: AnalysisThresholds,
  settings: Settings.prefault({}),
  /** Weights of the quarters in percent; 100 together. */
  quarters: z
    .array(z.strictObject({ quarter: Quarter, weight: z.number('应为百分数').positive(), name: name.exactOptional() }))
    .default([]),
  items: z.array(Item).default([]),
  vetoes: z.array(Veto).default([]),
  grades: GradeRules.exactOptional(),
})

export type Scheme = Readonly<z.output<typeof Scheme>>

/** Throws KnowledgeError with all mistakes, each with file and line. */
export function parseScheme(file: YamlFile, lexicon: Lexicon): Scheme {
  const { raw, mistakes } = openYaml(file)
  const result = Scheme.safeParse(raw)
  const unfit = result.success ? [] : explainIssues(result.error.issues, Scheme, raw)
  const wrong = [...unfit, ...schemeMistakes(schemeParts(raw, Scheme.shape), lexicon)]
  if (!result.success || wrong.length > 0) throw mistakes(wrong)
  return result.data
}

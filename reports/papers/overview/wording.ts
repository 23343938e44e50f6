/** The words of the overview for the leader, from corpus/papers/overview.yaml: an office changes them there. Code fills the places in braces. */
import { z } from 'zod'
import { parseYaml, type YamlFile } from '../../../extractors/yaml.ts'
import { wordsWith } from '../wording.ts'

const PLACES = 'year county period score low high points name items count asked scored grade pass review weak near rest office day'

const words = wordsWith(PLACES.split(' '))
const count = z.int('应为整数').positive('应为正数')

const Wording = z.strictObject({
  title: words,
  head: words,
  noDay: words,
  standingProvisional: words,
  scoredAll: words,
  scoredSome: words,
  scoredCounty: words,
  standingApart: words,
  standingSettled: words,
  gradeLine: words,
  noGrade: words,
  gradeCounty: words,
  gradeDoubt: words,
  doubtNote: words,
  columns: z.strictObject({
    county: words,
    grade: words,
    score: words,
    range: words,
    place: words,
    verdicts: words,
    possible: words,
    deciding: words,
  }),
  missing: words,
  gradeRange: words,
  verdicts: z.strictObject({ pass: words, review: words, weak: words, none: words }),
  verdictNote: words,
  rowsLeft: words,
  trendTitle: words,
  wholeYear: words,
  rangesTitle: words,
  rangesKey: words,
  level: words,
  standoutsHeading: words,
  vetoHappened: words,
  vetoUnknown: words,
  vetoCounty: words,
  missingQuarters: words,
  endsApart: words,
  missingAll: words,
  ends: words,
  near: words,
  nearCounty: words,
  changes: words,
  rise: words,
  fall: words,
  losses: words,
  lossItem: words,
  quality: words,
  weakReports: words,
  weakReport: words,
  unequal: words,
  decidingHeading: words,
  decidingNone: words,
  decidingSettled: words,
  decidingItem: words,
  decidingVeto: words,
  decidingMissing: words,
  decidingCount: words,
  decidingLeft: words,
  more: z.strictObject({ counties: words, places: words, reports: words }),
  figures: z.strictObject({ rows: count, deciding: count, items: count, named: count, change: z.number('应为分数').positive() }),
})

export type OverviewWording = Readonly<z.output<typeof Wording>>

/** Throws KnowledgeError with file and line. */
export const parseOverviewWording = (file: YamlFile): OverviewWording => parseYaml(file, Wording).data

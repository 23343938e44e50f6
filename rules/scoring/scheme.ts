/**
 * The scheme: what the office asks for in one year — which counties, who must send what for which period, and which targets stand beside the values.
 * How things are called is the lexicon's; the two meet by id.
 */
import { z } from 'zod'
import type { Lexicon } from '../../extractors/lexicon.ts'
import { unknown } from '../../extractors/suggest.ts'
import { parseYaml, type YamlFile } from '../../extractors/yaml.ts'

const period = z.string('应为期间').regex(/^[0-9]{4}(?:-(?:Q[1-4]|H[12]))?$/u, '期间写作 2020、2020-Q1 或 2020-H1')
const date = z.string('应为日期').regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u, '日期写作 2020-10-15，并加引号')

const atLeastOne = z.int('应为正整数').min(1)
const part = z.number('应为 0 到 1 的数').min(0).max(1)

const Scheme = z.strictObject({
  year: z.int('应为年份'),
  office: z.string('应为办公室名称').min(1),
  /** Ids of the counties, in the office's order. */
  counties: z.array(z.string()).min(1),
  /** What every county has to send; `due` is the last day on which it counts as in time. */
  submissions: z.array(
    z.strictObject({
      kind: z.enum(['analysis', 'summary', 'plan', 'data'], '应为 analysis、summary、plan、data 之一'),
      period,
      due: date.exactOptional(),
    }),
  ),
  /** By indicator id, in the indicator's own unit. */
  targets: z.record(
    z.string(),
    z.strictObject({
      op: z.enum(['>=', '<=', '=', '>', '<'], '应为 >=、<=、=、>、< 之一'),
      value: z.number('应为数字'),
      source: z.string().exactOptional(),
      note: z.string().exactOptional(),
    }),
  ),
  /** How much makes an analysis: the figures of the judgement. What makes its verdict is the contract's. */
  analysis: z.strictObject({
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
  }),
})

export type Scheme = Readonly<z.output<typeof Scheme>>

/** Throws KnowledgeError with file and line. */
export function parseScheme(file: YamlFile, lexicon: Lexicon): Scheme {
  const { data, mistake } = parseYaml(file, Scheme)
  const counties = lexicon.regions.counties.map(({ id }) => id)
  for (const [index, county] of data.counties.entries())
    if (!counties.includes(county)) throw mistake(['counties', index], unknown(county, counties))
  const indicators = lexicon.indicators.map(({ id }) => id)
  for (const id of Object.keys(data.targets)) if (!indicators.includes(id)) throw mistake(['targets', id], unknown(id, indicators))
  return data
}

/**
 * The scheme: what the office asks for in one year — which counties, who must send what for which period, which targets stand beside the values, which
 * items are scored by which rule, how quarters make the year, and what makes a grade. How things are called is the lexicon's; the two meet by id.
 */
import { z } from 'zod'
import type { Lexicon } from '../../extractors/lexicon.ts'
import { unknown } from '../../extractors/suggest.ts'
import { type PositionedYaml, parseYaml, type YamlFile } from '../../extractors/yaml.ts'
import { AnalysisThresholds } from '../analysis/thresholds.ts'
import { Day } from './day.ts'
import { GradeRules, Veto } from './grade-rules.ts'
import { LetterSettings } from './letter-settings.ts'
import { operandsOf } from './operand.ts'
import { checkFigures } from './scheme-figures.ts'
import { Item, pointsIn, Quarter } from './scheme-items.ts'
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

/** Throws KnowledgeError with file and line. */
export function parseScheme(file: YamlFile, lexicon: Lexicon): Scheme {
  const parsed = parseYaml(file, Scheme)
  const { data, mistake } = parsed
  const counties = lexicon.regions.counties.map(({ id }) => id)
  for (const [index, county] of data.counties.entries()) {
    if (!counties.includes(county)) throw mistake(['counties', index], unknown(county, counties))
    if (data.counties.indexOf(county) !== index) throw mistake(['counties', index], `${county} 重复`)
  }
  checkSubmissions(parsed)
  const indicators = lexicon.indicators.map(({ id }) => id)
  for (const id of Object.keys(data.targets)) if (!indicators.includes(id)) throw mistake(['targets', id], unknown(id, indicators))
  checkFigures(parsed, lexicon.indicators)
  checkItems(parsed, new Set(indicators), new Set(lexicon.facts.map(({ id }) => id)))
  checkQuarters(parsed)
  checkGrades(parsed)
  return data
}

function checkSubmissions({ data: { submissions, year }, mistake }: PositionedYaml<Scheme>): void {
  for (const [index, { kind, period: asked }] of submissions.entries()) {
    if (!asked.startsWith(String(year))) throw mistake(['submissions', index, 'period'], `应为方案年度 ${year} 的期间`)
    if (submissions.findIndex((each) => each.kind === kind && each.period === asked) !== index)
      throw mistake(['submissions', index], `同一期间的同一种材料（${kind}，${asked}）重复`)
  }
}

function checkItems({ data, mistake }: PositionedYaml<Scheme>, indicators: ReadonlySet<string>, facts: ReadonlySet<string>): void {
  const seen = new Set<string>()
  for (const [index, item] of data.items.entries()) {
    if (seen.has(item.id)) throw mistake(['items', index, 'id'], `“${item.id}”重复，每个项目的标识应不同`)
    seen.add(item.id)
    checkOperands(['items', index, 'rule'], item, data, indicators, facts, mistake)
  }
  for (const [index, veto] of data.vetoes.entries()) checkOperands(['vetoes', index, 'when'], veto.when, data, indicators, facts, mistake)
}

function checkOperands(
  path: readonly PropertyKey[],
  holder: unknown,
  { targets }: Scheme,
  indicators: ReadonlySet<string>,
  facts: ReadonlySet<string>,
  mistake: PositionedYaml<Scheme>['mistake'],
): void {
  for (const operand of operandsOf(holder)) {
    if ('indicator' in operand && !indicators.has(operand.indicator)) throw mistake(path, unknown(operand.indicator, [...indicators]))
    if ('fact' in operand && !facts.has(operand.fact)) throw mistake(path, unknown(operand.fact, [...facts]))
  }
  for (const id of targetsAsked(holder))
    if (!(id in targets)) throw mistake(path, `指标“${id}”没有目标值：请在 targets 中写明，或在规则中写明 op 和 value`)
}

/** Indicators whose rule counts on the scheme's target. */
function targetsAsked(holder: unknown): string[] {
  if (Array.isArray(holder)) return holder.flatMap(targetsAsked)
  if (typeof holder !== 'object' || holder === null) return []
  const rule = holder as { readonly form?: unknown; readonly value?: unknown; readonly against?: unknown; readonly of?: unknown }
  const own = (rule.form === 'target' && rule.value === undefined) || (rule.form === 'linear' && rule.against === 'target')
  const asked = own ? operandsOf(rule.of).map((operand) => ('indicator' in operand ? operand.indicator : '')) : []
  return [...asked, ...Object.values(holder).flatMap(targetsAsked)]
}

/** The points that every quarter has in all. */
const FULL = 100

function checkQuarters({ data, mistake }: PositionedYaml<Scheme>): void {
  if (data.quarters.length === 0) return
  const weights = data.quarters.reduce((all, { weight }) => all + weight, 0)
  if (weights !== FULL) throw mistake(['quarters'], `各季度权重合计 ${weights}，应为 100`)
  for (const [index, { quarter }] of data.quarters.entries()) {
    if (data.quarters.findIndex((each) => each.quarter === quarter) !== index) throw mistake(['quarters', index], `${quarter} 重复`)
    const points =
      data.items.reduce((all, item) => all + (item.kind === 'scored' ? Math.round((pointsIn(item, quarter) ?? 0) * 1e6) : 0), 0) / 1e6
    if (points !== FULL) throw mistake(['quarters', index], `${quarter} 各项（不含加分、扣分项）的分值合计 ${points}，应为 100`)
  }
  for (const [index, item] of data.items.entries())
    if (item.in === 'year' && item.kind === 'scored')
      throw mistake(['items', index, 'in'], '只有加分项（bonus）和扣分项（penalty）可以按年度计')
}

function checkGrades({ data, mistake }: PositionedYaml<Scheme>): void {
  const { grades } = data
  if (grades === undefined) {
    if (data.items.length > 0) throw mistake([], '有计分项目而没有 grades（等级划分）')
    return
  }
  const names = grades.bands.map(({ grade }) => grade)
  for (const [index, band] of grades.bands.entries()) {
    const before = grades.bands[index - 1]?.from
    const last = index === grades.bands.length - 1
    if (names.indexOf(band.grade) !== index) throw mistake(['grades', 'bands', index, 'grade'], `等级“${band.grade}”重复`)
    if (last !== (band.from === undefined && band.first === undefined))
      throw mistake(['grades', 'bands', index], last ? '最后一个等级不写 from、first' : '应写明 from 或 first')
    if (band.from !== undefined && before !== undefined && band.from >= before)
      throw mistake(['grades', 'bands', index, 'from'], `应小于上一等级的 ${before}`)
  }
  for (const [index, { grade }] of grades.effects.entries())
    if (!names.includes(grade)) throw mistake(['grades', 'effects', index, 'grade'], unknown(grade, names))
  for (const [index, gate] of grades.gates.entries()) {
    if (!names.includes(gate.grade)) throw mistake(['grades', 'gates', index, 'grade'], unknown(gate.grade, names))
    const ids = data.items.map(({ id }) => id)
    for (const id of gate.items) if (!ids.includes(id)) throw mistake(['grades', 'gates', index, 'items'], unknown(id, ids))
  }
  for (const [index, { grade }] of data.vetoes.entries())
    if (grade !== undefined && !names.includes(grade)) throw mistake(['vetoes', index, 'grade'], unknown(grade, names))
}

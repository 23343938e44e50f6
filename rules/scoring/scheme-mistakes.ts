/** What of a scheme cannot be meant although it is well written: names that are none, things named twice, sums that do not add up. All of it at once. */
import type { Lexicon } from '../../extractors/lexicon.ts'
import { nearest, unknown } from '../../extractors/suggest.ts'
import type { Mistake } from '../../extractors/yaml-path.ts'
import { figureMistakes } from './scheme-figures.ts'
import { pointsIn } from './scheme-items.ts'
import { listIn, type SchemeParts } from './scheme-parts.ts'

type Path = readonly PropertyKey[]

export function schemeMistakes(parts: SchemeParts, lexicon: Lexicon): Mistake[] {
  return [
    ...countyMistakes(parts, lexicon),
    ...submissionMistakes(parts),
    ...targetMistakes(parts, lexicon),
    ...itemMistakes(parts, lexicon),
    ...figureMistakes(parts, lexicon),
    ...quarterMistakes(parts),
    ...gradeMistakes(parts),
  ]
}

/** A complaint where something holds. */
const where = (holds: boolean, path: Path, what: () => string): Mistake[] => (holds ? [{ path, what: what() }] : [])

function countyMistakes({ counties }: SchemeParts, { regions }: Lexicon): Mistake[] {
  const known = regions.counties.map(({ id }) => id)
  return counties.flatMap((county, index) => {
    if (county === null) return []
    if (!known.includes(county)) return [{ path: ['counties', index], what: unknown(county, known) }]
    return where(counties.indexOf(county) !== index, ['counties', index], () => `${county} 重复`)
  })
}

function submissionMistakes({ submissions, year }: SchemeParts): Mistake[] {
  return submissions.flatMap((submission, index) => {
    if (submission === null) return []
    const { kind, period } = submission
    const first = submissions.findIndex((each) => each?.kind === kind && each.period === period)
    return [
      ...where(year !== null && !period.startsWith(String(year)), ['submissions', index, 'period'], () => `应为方案年度 ${year} 的期间`),
      ...where(first !== index, ['submissions', index], () => `同一期间的同一种材料（${kind}，${period}）重复`),
    ]
  })
}

function targetMistakes({ targets }: SchemeParts, { indicators }: Lexicon): Mistake[] {
  const known = indicators.map(({ id }) => id)
  return Object.keys(targets).flatMap((id) => where(!known.includes(id), ['targets', id], () => unknown(id, known)))
}

function itemMistakes({ raw, targets }: SchemeParts, { indicators, facts }: Lexicon): Mistake[] {
  const items = listIn(raw['items'])
  const ids = items.map(idOf)
  const twice = ids.flatMap((id, index) =>
    where(id !== undefined && ids.indexOf(id) !== index, ['items', index, 'id'], () => `“${id}”重复，每个项目的标识应不同`),
  )
  const known = { indicator: indicators.map(({ id }) => id), fact: facts.map(({ id }) => id) }
  const rules = [...placed('items', items), ...placed('vetoes', listIn(raw['vetoes']))]
  const strange = rules.flatMap(({ node, path }) =>
    (['indicator', 'fact'] as const).flatMap((key) => {
      const named = node[key]
      return typeof named === 'string' ? where(!known[key].includes(named), [...path, key], () => unknown(named, known[key])) : []
    }),
  )
  const meant = Object.keys(targets).flatMap((id) => (known.indicator.includes(id) ? [] : [nearest(id, known.indicator)]))
  const aimless = rules.flatMap(({ node, path }) => {
    const id = targetAsked(node)
    return where(
      id !== null && known.indicator.includes(id) && !(id in targets) && !meant.includes(id),
      path,
      () => `指标“${id}”没有目标值：请在 targets 中写明，或在规则中写明 op 和 value`,
    )
  })
  return [...twice, ...strange, ...aimless]
}

type Node = Readonly<Record<string, unknown>>

const idOf = (entry: unknown): string | undefined => {
  const id = typeof entry === 'object' && entry !== null ? (entry as Node)['id'] : undefined
  return typeof id === 'string' ? id : undefined
}

/** Everything that the entries hold, however deep, with its place. */
const placed = (key: string, entries: readonly unknown[]): { readonly node: Node; readonly path: Path }[] =>
  entries.flatMap((entry, index) => nodesIn(entry, [key, index]))

function nodesIn(node: unknown, path: Path): { readonly node: Node; readonly path: Path }[] {
  if (Array.isArray(node)) return node.flatMap((each, index) => nodesIn(each, [...path, index]))
  if (typeof node !== 'object' || node === null) return []
  return [{ node: node as Node, path }, ...Object.entries(node).flatMap(([key, each]) => nodesIn(each, [...path, key]))]
}

/** The indicator whose target of the scheme a rule counts on. */
function targetAsked({ form, value, against, of }: Node): string | null {
  const isAsked = (form === 'target' && value === undefined) || (form === 'linear' && against === 'target')
  const indicator = isAsked && typeof of === 'object' && of !== null ? (of as Node)['indicator'] : null
  return typeof indicator === 'string' ? indicator : null
}

/** The points that every quarter has in all. */
const FULL = 100
const exact = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + Math.round(each * 1e6), 0) / 1e6

function quarterMistakes({ quarters, items }: SchemeParts): Mistake[] {
  const known = quarters.flatMap((quarter) => quarter ?? [])
  const weights = exact(known.map(({ weight }) => weight))
  const isWhole = known.length === quarters.length
  const yearly = items.flatMap((item, index) =>
    where(
      item?.in === 'year' && item.kind === 'scored',
      ['items', index, 'in'],
      () => '只有加分项（bonus）和扣分项（penalty）可以按年度计',
    ),
  )
  return [
    ...where(isWhole && known.length > 0 && weights !== FULL, ['quarters'], () => `各季度权重合计 ${weights}，应为 100`),
    ...quarters.flatMap((quarter, index) => {
      if (quarter === null) return []
      const first = quarters.findIndex((each) => each?.quarter === quarter.quarter)
      if (first !== index) return [{ path: ['quarters', index], what: `${quarter.quarter} 重复` }]
      const points = exact(items.map((item) => (item?.kind === 'scored' ? (pointsIn(item, quarter.quarter) ?? 0) : 0)))
      const words = () => `${quarter.quarter} 各项（不含加分、扣分项）的分值合计 ${points}，应为 100`
      return where(!items.includes(null) && points !== FULL, ['quarters', index], words)
    }),
    ...(known.length === 0 ? [] : yearly),
  ]
}

function gradeMistakes({ grades, raw, vetoes, settings }: SchemeParts): Mistake[] {
  const items = listIn(raw['items'])
  if (raw['grades'] === undefined) return where(items.length > 0, [], () => '有计分项目而没有 grades（等级划分）')
  if (grades === null || grades === undefined) return []
  const { bands, effects, gates } = grades
  const names = bands.map(({ grade }) => grade)
  const most = settings?.caps.annual ?? Number.POSITIVE_INFINITY
  const known = items.flatMap((item) => idOf(item) ?? [])
  const stranger = (grade: string | undefined, path: Path): Mistake[] =>
    where(grade !== undefined && !names.includes(grade), path, () => unknown(grade ?? '', names))
  return [
    ...bands.flatMap(({ grade, from, first }, index) => {
      const path = ['grades', 'bands', index]
      const before = bands[index - 1]?.from
      const isLast = index === bands.length - 1
      return [
        ...where(names.indexOf(grade) !== index, [...path, 'grade'], () => `等级“${grade}”重复`),
        ...where(isLast !== (from === undefined && first === undefined), path, () =>
          isLast ? '最后一个等级不写 from、first' : '应写明 from 或 first',
        ),
        ...where(from !== undefined && before !== undefined && from >= before, [...path, 'from'], () => `应小于上一等级的 ${before}`),
        ...where((from ?? 0) > most, [...path, 'from'], () => `全年得分最高 ${most}（settings 的 caps），达不到 ${from}`),
      ]
    }),
    ...effects.flatMap(({ grade }, index) => stranger(grade, ['grades', 'effects', index, 'grade'])),
    ...gates.flatMap((gate, index) => [
      ...stranger(gate.grade, ['grades', 'gates', index, 'grade']),
      ...gate.items.flatMap((id, at) => where(!known.includes(id), ['grades', 'gates', index, 'items', at], () => unknown(id, known))),
    ]),
    ...vetoes.flatMap((veto, index) => stranger(veto?.grade, ['vetoes', index, 'grade'])),
  ]
}

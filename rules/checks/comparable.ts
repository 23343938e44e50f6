/**
 * Figures of a document that can be set beside each other, whatever holds them: the lines of its tables, the things that a paragraph lists with one
 * figure each, and what it gives of one thing for several counties or periods.
 *
 *   | 公交 | 82.1 | 餐饮 | 83.2 |                     a line of things
 *   托里县98.2%…裕民县97.4%，我县97.9%                 a line of places
 *   上年为95.8%。…2023年95.5%                          a line of periods
 *
 * A claim names its sides by words; `pointsNamed` finds them in a line, and `linesThrough` the lines that a figure of the text lies in.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { atStep } from '../../extractors/quantities/rounding.ts'
import { agreement, isExact } from './agree.ts'
import type { CheckContext, CheckedValue } from './check.ts'
import { clauseBefore } from './clause-before.ts'
import { flat } from './counts.ts'
import { failedWords } from './rate-words.ts'
import { type Point, type TableLine, tableLines } from './table-lines.ts'

export interface Comparable {
  readonly by: 'things' | 'places' | 'periods'
  /** A column's header, a row's label, the name of what one figure of it is called. */
  readonly name: string
  /** What all of its figures are of: its name, its table's caption, what its figures are called. */
  readonly words: string
  readonly unit: string
  readonly points: readonly Point[]
  /** What a table says that they make up; one of the points. */
  readonly total?: Point | undefined
  readonly isTable: boolean
  /** A row of a table: its figures may be of one thing in several respects. */
  readonly isRow: boolean
  /** How far things moved, and not where they stand. */
  readonly isOfChanges: boolean
}

/** How far before a figure of a list its own name stands. */
const REACH = 24
/** A shorter name may be of anything. */
const NAMED = 2
const FEWEST_LISTED = 2

const known = new WeakMap<CheckContext, readonly Comparable[]>()

/** Read once for a document. */
export function comparables(context: CheckContext): readonly Comparable[] {
  const found = known.get(context) ?? [
    ...ofTables(context),
    ...ofMovements(context),
    ...ofRates(context),
    ...ofPlacesAndPeriods(context),
    ...ofLists(context),
  ]
  known.set(context, found)
  return found
}

function ofTables(context: CheckContext): readonly Comparable[] {
  return tableLines(context).map(({ name, points, total, unit, above, isColumn }): Comparable => {
    const all = total === undefined ? points : [...points, total]
    const isOfPeriods = new Set(all.map(({ value }) => value.period)).size > 1
    const isOfPlaces = new Set(all.map(({ value }) => value.county)).size > 1
    return {
      by: isOfPeriods && !isColumn ? 'periods' : isOfPlaces ? 'places' : 'things',
      name,
      words: `${name}${captionOf(context, above)}${points[0]?.value.name ?? ''}`,
      unit,
      points: all,
      total,
      isTable: true,
      isRow: !isColumn,
      isOfChanges: all.some(({ value }) => value.role === 'change'),
    }
  })
}

/** What stands before a table, where it is no paragraph of its own, and what its document is about. */
function captionOf({ document, between, identity: { title } }: CheckContext, above: number): string {
  const block = document.blocks[above]
  const said = block === undefined ? '' : flat(between(block.span.start, block.span.end))
  return `${SENTENCE_END.test(said) ? '' : said}${title ?? ''}`
}

/** | 2018年合格率 | 2019年合格率 |: how far each thing moved, where a table has just two columns of one unit for two periods. */
function ofMovements(context: CheckContext): readonly Comparable[] {
  const tables = new Map<string, TableLine[]>()
  for (const line of tableLines(context)) {
    const [first] = line.points
    if (!line.isColumn || line.points.length < FEWEST_MOVED || first === undefined || !isLevel(first.value)) continue
    if (line.points.some(({ value }) => value.period !== first.value.period)) continue
    const key = `${line.above} ${line.unit}`
    const lines = tables.get(key)
    if (lines) lines.push(line)
    else tables.set(key, [line])
  }
  return [...tables.values()].flatMap((lines) => {
    const [one, other, more] = [...lines].sort((a, b) => (periodOf(a) < periodOf(b) ? 1 : -1))
    return one === undefined || other === undefined || more !== undefined || periodOf(one) === periodOf(other) ? [] : [movement(one, other)]
  })
}

const FEWEST_MOVED = 3
const periodOf = ({ points }: TableLine): string => points[0]?.value.period ?? ''

function movement(now: TableLine, earlier: TableLine): Comparable {
  const unit = now.unit === '%' ? '个百分点' : now.unit
  const points = now.points.flatMap(({ label, value }): readonly Point[] => {
    const before = earlier.points.find((point) => point.label === label)?.value
    if (before === undefined) return []
    const amount = Number((value.value - before.value).toPrecision(12))
    return [{ label, value: { ...value, role: 'change', value: amount, unit }, workedOut: `${amount > 0 ? '+' : ''}${amount}${unit}` }]
  })
  return { by: 'things', name: '', words: `${now.name}${earlier.name}`, unit, points, isTable: true, isRow: false, isOfChanges: true }
}

/** | 抽检 | 合格 |: the rate of each row, where a table has one column of what was tried, one of what passed or failed of it, and none of rates. */
function ofRates(context: CheckContext): readonly Comparable[] {
  const { tried, passed, failed } = patterns(context.lexicon)
  const tables = new Map<number, TableLine[]>()
  for (const line of tableLines(context)) {
    if (!line.isColumn) continue
    const lines = tables.get(line.above)
    if (lines) lines.push(line)
    else tables.set(line.above, [line])
  }
  return [...tables.values()].flatMap((lines) => {
    if (lines.some(({ unit }) => unit === '%')) return []
    const [whole, more] = lines.filter(({ name }) => tried.test(name) && !passed.test(name) && !failed.test(name))
    if (whole === undefined || more !== undefined) return []
    const parts = lines.filter((line) => line !== whole && line.unit === whole.unit && (passed.test(line.name) || failed.test(line.name)))
    const good = parts.find(({ name }) => !failed.test(name))
    const bad = parts.find(({ name }) => failed.test(name))
    return parts.length === 0 || parts.length > 2
      ? []
      : [rates(whole, good ?? (bad as TableLine), good === undefined, captionOf(context, whole.above))]
  })
}

function rates(whole: TableLine, part: TableLine, isLeft: boolean, caption: string): Comparable {
  const all = (line: TableLine): readonly Point[] => (line.total === undefined ? line.points : [...line.points, line.total])
  const points = all(part).flatMap(({ label, value }): readonly Point[] => {
    const of = all(whole).find((point) => point.label === label)?.value
    if (of === undefined || of.value <= 0 || of.value < value.value) return []
    const rate = ((isLeft ? of.value - value.value : value.value) / of.value) * 100
    return [{ label, value: { ...value, value: rate, unit: '%', indicator: null }, workedOut: `${atStep(rate, 0.1)}%` }]
  })
  const name = `${isLeft ? '合格' : part.name}率`
  return { by: 'things', name, words: `${whole.name}${name}${caption}`, unit: '%', points, isTable: true, isRow: false, isOfChanges: false }
}

/** A figure as the document writes it, or as it is worked out. */
export const shown = ({ value, workedOut }: Point): string => workedOut ?? value.evidence.quote

const SENTENCE_END = /[。；]/u

const LEVELS: ReadonlySet<string> = new Set(['actual', 'reference'])

const isLevel = (value: CheckedValue): boolean => LEVELS.has(value.role) && isExact(value)

/** One thing, of several counties or in several periods. */
function ofPlacesAndPeriods({ values }: CheckContext): readonly Comparable[] {
  const things = new Map<string, CheckedValue[]>()
  for (const value of values) {
    if (!isLevel(value) || value.breakdown !== null || (value.indicator === null && value.name.length < NAMED + NAMED)) continue
    const key = JSON.stringify([value.indicator ?? value.name, value.unit])
    const group = things.get(key)
    if (group) group.push(value)
    else things.set(key, [value])
  }
  return [...things.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) => [
      ...linesBy(
        group,
        'places',
        ({ period }) => period,
        ({ county }) => county,
      ),
      ...linesBy(
        group,
        'periods',
        ({ county }) => county,
        ({ period }) => period,
      ),
    ])
}

/** `fixed`: what its figures share; `label`: what tells them apart. Two figures with one label leave open which is meant. */
function linesBy(
  group: readonly CheckedValue[],
  by: 'places' | 'periods',
  fixed: (value: CheckedValue) => string | null,
  label: (value: CheckedValue) => string | null,
): readonly Comparable[] {
  const lines = new Map<string | null, Point[]>()
  for (const value of group) {
    const [key, name] = [fixed(value), label(value)]
    if (name === null) continue
    const line = lines.get(key) ?? []
    if (!line.some((one) => one.label === name && one.value.value === value.value)) line.push({ label: name, value })
    lines.set(key, line)
  }
  return [...lines.values()]
    .filter((points) => new Set(points.map((one) => one.label)).size > 1)
    .map((points) => ({
      by,
      name: points[0]?.value.name ?? '',
      words: points.map(({ value }) => value.name).join(''),
      unit: points[0]?.value.unit ?? '',
      points,
      isTable: false,
      isRow: false,
      isOfChanges: false,
    }))
}

const ALIKE = ['role', 'unit', 'period', 'county'] as const
/** Nothing but the next name stands between two figures of a list. */
const NEXT = /^[）)]?(?:（[^（）]*）)?[、，；][^，。；：、（）()]{2,16}$/u

const goesOn = ({ between }: CheckContext, last: CheckedValue, value: CheckedValue): boolean =>
  ALIKE.every((field) => last[field] === value[field]) && NEXT.test(flat(between(last.evidence.end, value.evidence.start)))

/** 公交82.1分、餐饮83.2分、物业79.6分: figures of one unit, one after the other in a paragraph, each behind its own name. */
function ofLists(context: CheckContext): readonly Comparable[] {
  const lines: Comparable[] = []
  let run: Point[] = []
  const close = (): void => {
    const labels = new Set(run.map(({ label }) => label))
    if (run.length >= FEWEST_LISTED && labels.size === run.length) {
      const { evidence } = (run[0] as Point).value
      const lead =
        flat(context.between(evidence.start - REACH, evidence.start))
          .split('。')
          .at(-1) ?? ''
      const words = `${lead}${run.map(({ value, label }) => `${value.name}${label}`).join('')}`
      const unit = run[0]?.value.unit ?? ''
      lines.push({
        by: 'things',
        name: '',
        words,
        unit,
        points: run,
        isTable: false,
        isRow: false,
        isOfChanges: run[0]?.value.role === 'change',
      })
    }
    run = []
  }
  for (const { values, table } of context.groups) {
    if (table) continue
    for (const value of values) {
      const last = run.at(-1)?.value
      if (last !== undefined && value.evidence.block !== last.evidence.block) close()
      if (!isExact(value) || (value.role !== 'actual' && value.role !== 'change')) continue
      const label =
        clauseBefore(context, value, REACH, true)
          .split(/[：（(]/u)
          .at(-1) ?? ''
      if (last !== undefined && !goesOn(context, last, value)) close()
      if (label.length >= NAMED) run.push({ label, value })
    }
  }
  close()
  return lines
}

const patterns = perLexicon((lexicon) => ({
  tried: new RegExp(wordPattern(cue(lexicon, 'count-sampled')), 'u'),
  passed: new RegExp(wordPattern(cue(lexicon, 'count-passed')), 'u'),
  failed: new RegExp(failedWords(lexicon), 'u'),
  tests: new RegExp(wordPattern(cue(lexicon, 'rate-leads')), 'gu'),
  not: new RegExp(`[${cue(lexicon, 'negations').join('')}]`, 'u'),
  fillers: new RegExp(
    wordPattern(
      ['side-fillers', 'claim-fillers', 'all-of-them', 'statement-leads', 'trend-stretches'].flatMap((group) => cue(lexicon, group)),
    ),
    'gu',
  ),
}))

const YEAR = /^[0-9]{4}年度?/u

/** What words say beside the year and the fillers: 2021年我市‹供电可靠率›均. */
export const contentOf = ({ lexicon }: CheckContext, words: string): string =>
  words.replace(YEAR, '').replace(patterns(lexicon).fillers, '')

export interface Named {
  readonly point: Point
  /** What the words say beside the point's name. */
  readonly rest: string
}

/** The points of a line that words name: by their label in the words, or by the words in one label only. The longest where one holds another. */
export function pointNamed(context: CheckContext, { points }: Comparable, words: string): Named | undefined {
  const [longest] = points
    .filter(({ label }) => label.length >= NAMED && words.includes(bare(label)))
    .sort((a, b) => b.label.length - a.label.length)
  if (longest !== undefined) {
    const others = points.filter(
      ({ label }) => label !== longest.label && words.includes(bare(label)) && !longest.label.includes(bare(label)),
    )
    return others.length > 0 ? undefined : { point: longest, rest: contentOf(context, words.replace(bare(longest.label), '')) }
  }
  const own = contentOf(context, words)
  if (own.length < NAMED) return undefined
  const [only, more] = points.filter(({ label }) => label.includes(own))
  return only === undefined || more !== undefined ? undefined : { point: only, rest: '' }
}

/** 食品类, 食品: one name. */
const bare = (label: string): string => (label.length > NAMED ? label.replace(/类$/u, '') : label)

/** Whether a line is about what is said: no more than `most` characters of it that the line's words do not hold. */
export function isAbout({ lexicon }: CheckContext, { words, unit }: Comparable, said: string, most = UNSAID): boolean {
  if (/率$|占比$|比重$/u.test(said) ? !RATES.has(unit) : /[量数]$/u.test(said) && NO_COUNT.has(unit)) return false
  const left = unsaid(said, words).replace(patterns(lexicon).tests, '')
  return left.length <= most && !patterns(lexicon).not.test(left)
}

/** The characters of some words that are in no stretch of at least two that others have too; the longest such stretches first. */
function unsaid(said: string, words: string): string {
  for (let length = said.length; length >= NAMED; length--)
    for (let at = 0; at + length <= said.length; at++)
      if (words.includes(said.slice(at, at + length))) return unsaid(said.slice(0, at), words) + unsaid(said.slice(at + length), words)
  return said
}

const RATES: ReadonlySet<string> = new Set(['%', '‰', '个百分点'])
const NO_COUNT: ReadonlySet<string> = new Set(['%', '‰', '分', '个百分点'])

/** So many characters may say what no list knows. */
const UNSAID = 1

/** The points that a figure of the text is, or says again: of the same amount, with its label before the figure. */
export function pointsOf(context: CheckContext, { points }: Comparable, value: CheckedValue): readonly Point[] {
  const itself = points.filter((point) => point.value === value)
  if (itself.length > 0) return itself
  const said =
    flat(context.between(Math.max(0, value.evidence.start - SENTENCE), value.evidence.start))
      .split('。')
      .at(-1) ?? ''
  return points.filter(
    (point) =>
      point.value.unit === value.unit &&
      agreement(point.value, value) === 'same' &&
      point.label.length >= NAMED &&
      said.includes(bare(point.label)),
  )
}

const SENTENCE = 60

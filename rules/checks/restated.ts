/**
 * One document states one thing in one way.
 *
 *   投诉办结率达到100%。…投诉办结率达到90%以上。      a warning
 *   合格率97.5%。…合格率达到97%以上。                holds: the bound is the figure cut down to its whole number
 *
 * Compared are plain statements (statement.ts) of one indicator, county and period: sentences with sentences, and sentences with the tables where all
 * tables agree. A bare 合格率 in a paragraph that has given the rate already is of a part (定性检测…，合格率…；定量检测…，合格率…). Counts are compared with tables only: two sentences may count different things by one name.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { agreement, isExact, type Statement } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { countedPlainly } from './counted-plainly.ts'
import { flat } from './counts.ts'
import { saysNoMore } from './named-counts.ts'
import { specificName } from './specific-name.ts'
import { plainStatement } from './statement.ts'
import { tableLines } from './table-lines.ts'
import { writtenRate } from './written-rate.ts'

/** A bound this close below a figure is the figure said roughly. */
const ROUGHLY = 1
/** 合格率, 办结率: the name of any rate of its kind. */
const BARE = 3
/** How sure a value is whose indicator the lexicon lacks. */
const BY_NAME = 0.7
/** A shorter name (群众满意率) may be of several things. */
const NAMED = 7

export const restated = defineCheck({
  kind: 'restated',
  *examine(context) {
    const kinds = kindsOf(context.lexicon)
    for (const statements of sameThings(context, kinds)) {
      const told = statements.filter(({ evidence }) => evidence.cell === undefined)
      const first = told[0]
      if (first === undefined) continue
      const isCount = first.indicator !== null && !RATED.has(kinds.get(first.indicator) ?? '')
      const cells = statements.filter(({ evidence }) => evidence.cell !== undefined)
      const slip = (isCount ? null : firstApart(context, told)) ?? againstTable(context, told, cells)
      if (slip !== null) yield slip
    }
  },
})

const kindsOf = perLexicon((lexicon): ReadonlyMap<string, string> => new Map(lexicon.indicators.map(({ id, kind }) => [id, kind])))

const RATED: ReadonlySet<string> = new Set(['ratio', 'score', 'index'])

/** Statements of one thing, county, period and unit. Whether one is plain takes reading: only what could contradict another is read. */
function sameThings(context: CheckContext, kinds: ReadonlyMap<string, string>): readonly (readonly CheckedValue[])[] {
  const { values, document, lexicon } = context
  const isPlain = plainStatement(lexicon)
  const isCounted = countedPlainly(context)
  const ofCells = new Set(values.filter(({ evidence, unit }) => evidence.cell !== undefined && unit === '%').map(({ name }) => name))
  const groups = new Map<string, CheckedValue[]>()
  for (const value of values) {
    const { role, county, period, unit, breakdown } = value
    if (role !== 'actual' || breakdown !== null) continue
    const thing = thingOf(value, lexicon, ofCells)
    if (thing === null) continue
    const key = JSON.stringify([thing, whose(context, county), period, unit])
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  const isStatement = (value: CheckedValue): boolean => {
    const { indicator } = value
    const isTold =
      (isPlain(value, document, indicator === null ? BY_NAME : undefined) && !isBareBehindCounts(context, value)) || isCounted(value)
    return isTold && (indicator === null || RATED.has(kinds.get(indicator) ?? '') || standsBeside(context, value))
  }
  return [...groups.values()].filter(mayDiffer).map((group) => group.filter(isStatement))
}

/** Two at least, not all of one figure. */
const mayDiffer = (group: readonly CheckedValue[]): boolean =>
  group.some(
    ({ value, comparator, upper }) => value !== group[0]?.value || comparator !== group[0]?.comparator || upper !== group[0]?.upper,
  )

/** 27件预付卡投诉调解成功9件，成功率33.3%: a bare rate is of what its sentence counts. */
function isBareBehindCounts({ between, document }: CheckContext, value: CheckedValue): boolean {
  const { subject, evidence } = value
  const isNamed = value.indicator === null && value.name.length > BARE
  if (subject === null || evidence.cell !== undefined || isNamed || lengthOfName(value) > BARE) return false
  const from = Math.max(document.blocks[evidence.block]?.span.start ?? 0, subject.start - SENTENCE)
  return /[0-9]/u.test(
    between(from, subject.start)
      .split(/[。；]/u)
      .at(-1) ?? '',
  )
}

const SENTENCE = 60

/** 抽查‹螺纹钢›8批次: between the words that name a count and its figure stands of what it is. */
function standsBeside({ between, lexicon }: CheckContext, { evidence, subject }: CheckedValue): boolean {
  if (subject === null || evidence.cell !== undefined || subject.end > evidence.start) return true
  return flat(between(subject.end, evidence.start)).replace(fillers(lexicon), '').length <= UNSAID
}

/** So many characters between a name and its figure may be in no list. */
const UNSAID = 2

const fillers = perLexicon(
  (lexicon) =>
    new RegExp(wordPattern([...cue(lexicon, 'result-links'), ...cue(lexicon, 'sum-leads'), ...cue(lexicon, 'statement-leads')]), 'gu'),
)

/** What the prefecture's own document says without naming a county is the prefecture's: 全地区…；食品抽检合格率97.9%. */
function whose({ identity, lexicon }: CheckContext, county: string | null): string | null {
  const isOwnArea =
    identity.countyId === null &&
    county !== null &&
    !lexicon.regions.counties.some(({ names }) => names.some(({ name }) => name === county))
  return isOwnArea && !OTHER_AREAS.has(county) ? '' : county
}

const OTHER_AREAS: ReadonlySet<string> = new Set(['自治区', '全国'])

/** The indicator, or a name of a rate that says what it is. */
function thingOf({ indicator, name, unit }: CheckedValue, lexicon: Lexicon, ofCells: ReadonlySet<string>): string | null {
  if (indicator !== null) return indicator
  const own = unit === '%' ? specificName(lexicon)(name) : null
  return own !== null && (own.length >= NAMED || ofCells.has(name)) ? own : null
}

/** The first statement that contradicts one before it that is called as it is; 为97.9%和90.3% are two things. */
function firstApart(context: CheckContext, told: readonly CheckedValue[]): Slip | null {
  for (const [at, other] of told.entries()) {
    const first = told
      .slice(0, at)
      .find(
        (each, index) =>
          !isOfPart(each, other) &&
          (index === 0 || each.evidence.block !== other.evidence.block) &&
          (each.subject === null || each.subject.start !== other.subject?.start) &&
          areCalledAlike(context, each, other) &&
          contradicts(each, other),
      )
    if (first !== undefined) return slipOf(first, other)
  }
  return null
}

/** 城网供电可靠率 and 农网供电可靠率 are two; so are 合格率 and what stands as 保持率 right before its figure. */
function areCalledAlike(context: CheckContext, one: CheckedValue, other: CheckedValue): boolean {
  if (!areUnderOneLabel(context, one, other)) return false
  const [a, b] = [one, other].map((value) => writtenName(context, value)) as [string, string]
  if (a === '' || b === '') return true
  return a.slice(-LAST) === b.slice(-LAST) && alike(a, b) && saysNoMore(lead(a, b), one.name, context.lexicon)
}

/** 口蹄疫：抗体合格率86.4%, and 小反刍兽疫：抗体合格率91.0%: paragraphs that begin with the name of their thing. */
function areUnderOneLabel({ document, between }: CheckContext, one: CheckedValue, other: CheckedValue): boolean {
  const [a, b] = [one, other].map(({ evidence }) => {
    const { start = 0 } = document.blocks[evidence.block]?.span ?? {}
    return LABEL.exec(flat(between(start, Math.min(start + LONGEST, evidence.start))))?.[1]
  })
  return a === undefined || b === undefined || a === b
}

const LONGEST = 16
const LABEL = /^([\p{Script=Han}“”]{2,12})：/u

/** 库存 of 库存粮食合格率 beside 粮食合格率: what one name says before the other. */
function lead(a: string, b: string): string {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a]
  return long.endsWith(short) ? long.slice(0, long.length - short.length) : ''
}

/** One name holds the other, or they differ in their first words only by what says of whom or how (食品监督抽检合格率, 食品抽检合格率). */
function alike(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a]
  let at = 0
  for (const character of long) if (character === short[at]) at++
  return at === short.length
}

/** The last characters of a rate's name say what it counts. */
const LAST = 3

function writtenName(context: CheckContext, value: CheckedValue): string {
  if (value.subject === null || value.evidence.cell !== undefined || value.unit !== '%') return ''
  const own = flat(context.between(value.subject.start, value.subject.end))
  const written = writtenRate(context, value)
  return written.length >= LAST && own.endsWith(written.slice(-LAST)) ? own : written
}

/** A figure of the text that none of the tables bears out, where the tables are of one mind. */
function againstTable(context: CheckContext, told: readonly CheckedValue[], [cell, ...cells]: readonly CheckedValue[]): Slip | null {
  if (cell === undefined || cells.some((other) => agreement(cell, other) === 'apart')) return null
  const [first] = told
  // 食品 of the row 餐饮食品: where the column has the figure in another row, that is the one.
  const column = tableLines(context).find(({ isColumn, points }) => isColumn && points.some(({ value }) => value === cell))
  if (
    first !== undefined &&
    [...(column?.points ?? []), column?.total].some((one) => one !== undefined && agreement(one.value, first) === 'same')
  )
    return null
  return first !== undefined && told.every((value) => agreement(value, cell) === 'apart') ? slipOf(first, cell) : null
}

const isOfPart = (first: CheckedValue, other: CheckedValue): boolean =>
  first.evidence.block === other.evidence.block && lengthOfName(other) <= BARE

const lengthOfName = ({ subject }: CheckedValue): number => (subject === null ? 0 : subject.end - subject.start)

function contradicts(one: Statement, other: Statement): boolean {
  const found = agreement(one, other)
  if (found !== 'within') return found === 'apart'
  if (isExact(one) === isExact(other)) return false
  const [figure, bound] = isExact(one) ? [one, other] : [other, one]
  return bound.comparator !== '~' && bound.upper === undefined && Math.abs(figure.value - bound.value) > ROUGHLY
}

const slipOf = (first: CheckedValue, other: CheckedValue): Slip => ({
  severity: 'warning',
  claimed: other.evidence.cell === undefined ? other.value : first.value,
  recomputed: other.evidence.cell === undefined ? first.value : other.value,
  evidence: other.evidence.cell === undefined ? [other.evidence, first.evidence] : [first.evidence, other.evidence],
  message:
    other.evidence.cell === undefined
      ? `${first.name}前文写作“${first.evidence.quote}”，此处写作“${other.evidence.quote}”，说法不一，请核对后统一`
      : `${first.name}文中写作“${first.evidence.quote}”，表中（${other.evidence.cell}）为“${other.evidence.quote}”，请核对后统一`,
})

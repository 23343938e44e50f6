/**
 * What the text says in words of a table's lines is so there.
 *
 *   | 工业产品 | 91.2 | 92.8 | 92.1 | …工业产品合格率逐季上升              it fell
 *   | 受理 | 26 | 办结 | 24 | …均全部办结（见下表）                        two are not
 *   | 目标 | 90% | 实际 | 88.5% | …各项指标均已达到目标                     one has not
 *
 * Of several lines that may be meant, the claim holds if it does in one of them.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { chineseNumeral } from '../../extractors/quantities/numeral.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { type Clause, clausesWith, type Point, type TableLine, tableLines } from './table-lines.ts'

const FEWEST = 3
/** A shorter label may be of anything. */
const NAMED = 2

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => groups.map((group) => wordPattern(cue(lexicon, group))).join('|')
  const all = words('all-of-them')
  return {
    trend: new RegExp(
      `(?<up>${words('trend-up')}|(?:${words('in-a-row')})(?:(?<nup>[二三四五六两])(?:个?季度|年|个?月))?(?:${words('moved-up')}))|(?<down>${words('trend-down')}|(?:${words('in-a-row')})(?:(?<ndown>[二三四五六两])(?:个?季度|年|个?月))?(?:${words('moved-down')}))`,
      'u',
    ),
    done: new RegExp(
      `(?:${all})(?:在[^，。；0-9]{2,8}内)?(?:${all}|已|按期|按时|及时)*(?<verb>${words('count-passed', 'done-to-some', 'counted-acts')})(?:$|[，。；：（(）])`,
      'u',
    ),
    targets: new RegExp(
      `(?:${words('every-one')})[^，。；0-9]{0,10}(?:${all})[^，。；0-9]{0,4}(?:${words('claims-reached')}|${words('stands-above')}|完成)[^，。；0-9]{0,8}(?:${words('asked-levels')})|(?:${words('every-one')})[^，。；0-9]{0,10}(?:${all})[^，。；0-9]{0,4}(?:${words('met-target', 'over-target')})`,
      'u',
    ),
    bad: new RegExp(words('bad-things'), 'u'),
    any: new RegExp(words('in-a-row', 'trend-up', 'trend-down', 'all-of-them'), 'u'),
  }
})

export const toldOfTable = defineCheck({
  kind: 'direction',
  *examine(context) {
    const lines = tableLines(context)
    if (lines.length === 0) return
    const { any } = patterns(context.lexicon)
    for (const clause of clausesWith(context, any)) {
      for (const told of [trend, allDone, allReached]) {
        const slip = told(context, clause, lines)
        if (slip !== null) yield slip
      }
    }
  },
})

/** The claim's own words as the first evidence. */
function slipAt(
  context: CheckContext,
  clause: Clause,
  word: string,
  given: Pick<Slip, 'recomputed' | 'message'> & { readonly points: readonly Point[] },
): Slip {
  const start = clause.start + clause.text.indexOf(word)
  const end = start + word.length
  return {
    severity: 'error',
    claimed: word,
    recomputed: given.recomputed,
    evidence: [
      { quote: context.document.text.slice(start, end), start, end, block: clause.block },
      ...given.points.map(({ value }) => value.evidence),
    ],
    message: given.message,
  }
}

const nameIn = (label: string, words: string): boolean => label.length >= NAMED && words.includes(label.replace(/类$/u, ''))

/** Points of one thing in the order of their periods, of one length. */
function inTime(points: readonly Point[]): readonly Point[] {
  const dated = points.filter(({ value: { period, role } }) => period !== null && (role === 'actual' || role === 'reference'))
  const lengths = new Set(dated.map(({ value: { period } }) => period?.length))
  const periods = new Set(dated.map(({ value: { period } }) => period))
  return lengths.size === 1 && periods.size === dated.length
    ? [...dated].sort((a, b) => ((a.value.period ?? '') < (b.value.period ?? '') ? -1 : 1))
    : []
}

/** Lines in time that a clause names; the ones with the longest name. */
function linesInTime(lines: readonly TableLine[], words: string, fewest: number): readonly (readonly Point[])[] {
  const named = lines.filter(({ name, points }) => nameIn(name, words) && inTime(points).length >= fewest)
  const longest = Math.max(0, ...named.map(({ name }) => name.length))
  return named.filter(({ name }) => name.length === longest).map(({ points }) => inTime(points))
}

/** 工业产品监督抽查合格率‹逐季上升› */
function trend(context: CheckContext, clause: Clause, lines: readonly TableLine[]): Slip | null {
  const found = patterns(context.lexicon).trend.exec(clause.text)
  if (found?.groups === undefined || /[0-9]/u.test(clause.text.slice(found.index))) return null
  const { up, nup, ndown } = found.groups
  const rises = up !== undefined
  const said = nup ?? ndown
  const steps = said === undefined ? Number.POSITIVE_INFINITY : (chineseNumeral(said.replace('两', '二')) ?? Number.POSITIVE_INFINITY)
  const series = linesInTime(lines, clause.text.slice(0, found.index), FEWEST).map((points) => points.slice(-steps - 1))
  const turns = series.map((points) =>
    points.findIndex(({ value }, at) => at > 0 && (rises ? value.value < valueAt(points, at - 1) : value.value > valueAt(points, at - 1))),
  )
  const [points, at] = [series[0], turns[0]]
  if (points === undefined || at === undefined || turns.some((turn) => turn < 0)) return null
  const [earlier, now] = [points[at - 1] as Point, points[at] as Point]
  return slipAt(context, clause, found[0], {
    recomputed: `${now.label}${rises ? '下降' : '上升'}`,
    points: [now, earlier],
    message: `表中由“${earlier.value.evidence.quote}”（${earlier.label}）到“${now.value.evidence.quote}”（${now.label}）是${rises ? '下降' : '上升'}，文中写作“${found[0]}”，请核对`,
  })
}

const valueAt = (points: readonly Point[], at: number): number => points[at]?.value.value ?? 0

/** 均在规定时限内‹全部办结›: the column that the verb names and the one before it, row by row. */
function allDone(context: CheckContext, clause: Clause, lines: readonly TableLine[]): Slip | null {
  const found = patterns(context.lexicon).done.exec(clause.text)
  const { verb } = found?.groups ?? {}
  // The table stands right behind what speaks of it.
  if (found === null || verb === undefined || /[0-9]/u.test(clause.text) || /率/u.test(clause.text)) return null
  const near = lines.filter(({ isColumn, above }) => isColumn && above - clause.block >= 0 && above - clause.block <= 1)
  const parts = near.filter(
    ({ name, unit }) =>
      name.includes(verb) && !name.includes('率') && !name.includes(`不${verb}`) && !name.includes(`未${verb}`) && unit !== '%',
  )
  const [part, more] = parts
  const whole = part === undefined ? undefined : near.find(({ at, unit }) => at === part.at - 1 && unit === part.unit)
  if (part === undefined || more !== undefined || whole === undefined) return null
  const wrong = part.points.flatMap((one) => {
    const all = whole.points.find(({ label }) => label === one.label)
    return all !== undefined && all.value.value > one.value.value ? [[one, all] as const] : []
  })
  const [first] = wrong
  if (first === undefined || wrong.length === part.points.length) return null
  const [one, all] = first
  const word = found[0].replace(/[，。；：（(）]$/u, '')
  return slipAt(context, clause, word, {
    recomputed: `${one.label}${one.value.evidence.quote}/${all.value.evidence.quote}`,
    points: [one, all],
    message: `表中“${one.label}”${whole.name}“${all.value.evidence.quote}”，${part.name}“${one.value.evidence.quote}”，文中写作“${word}”，请核对`,
  })
}

/** 表1所列各项指标均已达到目标: each row's level against its target. */
function allReached(context: CheckContext, clause: Clause): Slip | null {
  const found = patterns(context.lexicon).targets.exec(clause.text)
  if (found === null) return null
  const { bad } = patterns(context.lexicon)
  const rows = context.groups.filter(({ table }) => table).map(({ values }) => values)
  const pairs = rows.flatMap((values): (readonly [CheckedValue, CheckedValue])[] => {
    const [target, moreTargets] = values.filter(({ role }) => role === 'target')
    const [now, more] = values.filter(({ role }) => role === 'actual')
    return target !== undefined && now !== undefined && moreTargets === undefined && more === undefined && target.unit === now.unit
      ? [[now, target] as const]
      : []
  })
  const wrong = pairs.find(([now, target]) => {
    const isLess = target.comparator.startsWith('<')
    if (target.comparator === '~' || (!isLess && !target.comparator.startsWith('>') && bad.test(now.name))) return false
    return isLess ? now.value > target.value : now.value < target.value
  })
  if (pairs.length < 2 || wrong === undefined) return null
  const [now, target] = wrong
  return slipAt(context, clause, found[0], {
    recomputed: `${now.evidence.quote}未达到${target.evidence.quote}`,
    points: [now, target].map((value) => ({ label: value.name, value })),
    message: `表中${now.name}为“${now.evidence.quote}”，未达到“${target.evidence.quote}”的目标，文中写作“${found[0]}”，请核对`,
  })
}

/** A county's line of `scores.jsonl`, made from its items, its place among the others and its possible grades. */
import { createHash } from 'node:crypto'
import { periodWords } from '../../extractors/quantities/period-words.ts'
import { misfitsOf, misfitWarning } from './county-misfits.ts'
import { stability } from './county-stability.ts'
import type { CountyWork } from './county-work.ts'
import { type Decimal, decimal, exact, hundred, sumOf, zero } from './decimal.ts'
import type { Decision } from './decisions.ts'
import { openItems } from './effect.ts'
import { figure } from './figure.ts'
import { nearBoundary } from './grade.ts'
import { type GradeRules, NO_GRADES } from './grade-rules.ts'
import type { ItemScore } from './item-score.ts'
import type { Office } from './office.ts'
import { openWords } from './open-words.ts'
import { owedOf } from './owed.ts'
import { type GradeDecision, type Grades, gradesOf } from './possible-grades.ts'
import type { Place } from './ranking.ts'
import { quarterReckoning, yearReckoning } from './reckoning.ts'
import type { CountyScore, Figure, ScoredItem, ScoredQuarter, ScoredVeto, Turns } from './score.ts'
import { type QuarterItems, settledPoints } from './tally.ts'
import type { VetoResult } from './veto.ts'

export function countyRecord(office: Office, work: CountyWork, place: Place, name: string, decisions: readonly Decision[]): CountyScore {
  const { scheme } = office
  const { settings } = scheme
  const open = openItems(work, settings)
  const effects = new Map(open.map(({ item, effect }) => [item, effect]))
  const missing = work.quarters.filter(({ state }) => state === 'missing')
  const unknownVetoes = work.vetoes.filter(({ answer }) => answer === 'unknown')
  const decided = decisions.findLast((each): each is GradeDecision => each.about === 'grade')
  const grades = gradesOf(office, work, place, decided)
  const { possible } = grades
  const steady = stability(office, work, place, open, grades)
  const quartersScored = scheme.quarters.length - missing.length
  const provisional = missing.length > 0 || open.length > 0 || unknownVetoes.length > 0
  const grade =
    decided?.grade ?? (possible.length > 1 && missing.length > 0 && settings.missingQuarter === 'provisional' ? null : grades.provisional)
  const near = scheme.grades === undefined ? null : nearBoundary(scheme.grades, work.provisional, settings.nearBoundary)
  const score = figure(office, work.low, work.high, work.provisional)
  const reckoning = yearReckoning(office, work)
  const misfits = misfitsOf(work)
  const short = shortWords(scheme.grades ?? NO_GRADES, work.provisional, score)
  return {
    record: 'county',
    id: createHash('sha256').update(`score\u0000${scheme.year}\u0000${work.county.id}`).digest('hex').slice(0, 16),
    county: name,
    score,
    ...(reckoning === null ? {} : { reckoning }),
    quartersScored,
    quartersAsked: scheme.quarters.length,
    provisional,
    place: { ...place },
    grade,
    grades: possible,
    gradeWords: gradeWords(grade, [
      decided === undefined ? '' : `综合评议：${decided.reason}`,
      decided === undefined && missing.length > 0 ? `${quartersScored}/${scheme.quarters.length}季度，暂定` : '',
      decided === undefined && missing.length > 0 && settings.missingQuarter === 'provisional'
        ? `已计部分满分 ${scoredWeight(work)} 分，暂不排名`
        : '',
      possible.length > 1 ? `可能为 ${possible.join('、')}` : '',
      vetoWords(
        '发生',
        work.vetoes.filter(({ veto, answer }) => answer === 'yes' && veto.grade !== undefined),
      ),
      vetoWords('待核', unknownVetoes),
      decided === undefined ? short : '',
    ]),
    ...(decided === undefined ? {} : { gradeDecision: decided.number }),
    effects: (scheme.grades?.effects ?? []).filter((effect) => effect.grade === grade).map(({ text }) => text),
    quarters: quarterRecords(office, work, effects),
    yearly: work.yearly.map((item) => ({
      ...itemRecord(office, work.county.id, item, effects),
      ...(item.period === String(scheme.year) ? {} : { period: item.period }),
    })),
    vetoes: work.vetoes.map(
      ({ veto, answer, words, uses, decision }): ScoredVeto => ({
        veto: veto.id,
        name: veto.name,
        answer,
        words,
        ...(answer === 'unknown' ? { turns: vetoTurns(veto.id, grades) } : {}),
        ...(uses.length > 0 ? { uses } : {}),
        ...(decision === null ? {} : { decision }),
      }),
    ),
    gates: work.gates,
    stability: steady.record,
    ...(misfits.length === 0 ? {} : { misfits }),
    review: steady.review,
    warnings: [
      ...(near === null
        ? []
        : [`得分 ${score.shown}${short === '' ? ' ' : `（${short}）`}距等级分界 ${near} 分不超过 ${settings.nearBoundary} 分，请逐项复核`]),
      ...work.vetoes
        .filter(({ answer }) => answer !== 'no')
        .map(({ veto, answer, words }) => `否决事项“${veto.name}”${answer === 'yes' ? '发生' : '待核'}：${words}`),
      ...misfits.map(misfitWarning),
      ...fewSettled(work, settings.fewSettled),
      ...tieWarning(place),
    ],
  }
}

/** Whether a veto of which nobody knows can change the grade. */
function vetoTurns(id: string, { turning, alone }: Grades): Turns {
  const isAmong = (vetoes: readonly VetoResult[]): boolean => vetoes.some(({ veto }) => veto.id === id)
  return isAmong(alone) ? 'alone' : isAmong(turning) ? 'together' : 'never'
}

/** What the quarters that there are weigh. */
const scoredWeight = ({ quarters }: CountyWork): number =>
  sumOf(quarters, ({ state, weight }) => (state === 'missing' ? zero : decimal(weight))).toNumber()

/** A quarter's provisional score that rests on few of its points says on how many. */
const fewSettled = ({ quarters }: CountyWork, share: number): string[] =>
  quarters.flatMap((quarter) => {
    const { settled, asked } = settledPoints(quarter)
    const isFew = quarter.state === 'scored' && settled.times(hundred).lt(asked.times(share))
    return isFew ? [`${periodWords(quarter.period)}的暂定得分只依据已核定的 ${settled.toFixed()} 分（应核定 ${asked.toFixed()} 分）`] : []
  })

export const tieWarning = ({ place, sharing }: Place): string[] =>
  place !== null && sharing > 1 ? [`与其他 ${sharing - 1} 个县市并列第 ${place}`] : []

/** `notes`: '' for what there is nothing to say of. */
function gradeWords(grade: string | null, notes: readonly string[]): string {
  const said = notes.filter(Boolean).join('；')
  return `${grade === null ? '暂不定级' : `${grade}级`}${said === '' ? '' : `（${said}）`}`
}

const vetoWords = (state: string, vetoes: readonly VetoResult[]): string =>
  vetoes.length === 0 ? '' : `否决事项${state}：${vetoes.map(({ veto }) => veto.name).join('、')}`

/** A score that is shown as a boundary, and does not reach it: 90.00 of 89.9999. */
function shortWords({ bands }: GradeRules, unrounded: Decimal, { shown }: Figure): string {
  const missed = bands.find(({ from }) => from !== undefined && unrounded.lt(from) && decimal(shown).gte(from))
  return missed?.from === undefined ? '' : `未修约得分 ${exact(unrounded)}，不到 ${missed.from} 分`
}

function quarterRecords(office: Office, work: CountyWork, effects: Effects): ScoredQuarter[] {
  const running: { low: Decimal; high: Decimal; provisional: Decimal } = { low: zero, high: zero, provisional: zero }
  return work.quarters.map((quarter) => {
    const { low, high, provisional } = quarter
    const share = (score: Decimal): Decimal => score.times(quarter.weight).div(hundred)
    const weighted = { low: share(low), high: share(high), provisional: share(provisional) }
    running.low = running.low.plus(weighted.low)
    running.high = running.high.plus(weighted.high)
    running.provisional = running.provisional.plus(weighted.provisional)
    const reckoning = quarterReckoning(office, quarter)
    return {
      ...figure(office, low, high, provisional),
      period: quarter.period,
      weight: quarter.weight,
      state: quarter.state,
      weighted: figure(office, weighted.low, weighted.high, weighted.provisional),
      running: figure(office, running.low, running.high, running.provisional),
      ...(quarter.decision === null ? {} : { decision: quarter.decision }),
      ...pointsOf(quarter),
      ...(reckoning === null ? {} : { reckoning }),
      items: quarter.items.map((item) => itemRecord(office, work.county.id, item, effects)),
    }
  })
}

function pointsOf(quarter: QuarterItems): Pick<ScoredQuarter, 'asked' | 'settled'> {
  const { asked, settled } = settledPoints(quarter)
  return { asked: asked.toNumber(), settled: settled.toNumber() }
}

type Effects = ReadonlyMap<ItemScore, Decimal>
type Writable<Record> = { -readonly [Key in keyof Record]: Record[Key] }

function itemRecord(office: Office, county: string, score: ItemScore, effects: Effects): ScoredItem {
  const { item, points, state, outcome, found, trace, provisional } = score
  const { low, high, why, open } = outcome
  const { low: lowest, high: highest, provisional: own, shown } = figure(office, low, high, provisional)
  const record: Writable<ScoredItem> = {
    item: item.id,
    name: item.name,
    points,
    state,
    low: lowest,
    high: highest,
    provisional: own,
    shown,
    why,
  }
  if (open.length > 0) record.open = openWords(open)
  if (state === 'open' && trace.owing.length > 0) record.owes = owedOf(office, trace, county)
  if (trace.uses.length > 0) record.uses = trace.uses
  // What one branch of a rule passes over another may take.
  if (trace.passed.length > 0) {
    const passed = trace.passed.filter(({ id }) => !trace.uses.some((use) => use.id === id))
    if (passed.length > 0) record.passed = passed
  }
  if (trace.decisions.length > 0) record.decisions = [...trace.decisions].sort((a, b) => a - b)
  if (found !== null) record.found = { low: exact(found.low), high: exact(found.high) }
  const effect = effects.get(score)
  if (effect !== undefined) record.effect = exact(effect)
  const lost = state !== 'not-applicable' && item.kind !== 'bonus' && low.lt(item.kind === 'penalty' ? zero : points)
  if (lost && item.advice !== undefined) record.advice = item.advice
  return record
}

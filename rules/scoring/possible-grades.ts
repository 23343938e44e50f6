/** Which grades are still possible: what open items, missing quarters and places leave, and what a veto of which nobody knows would make of each. */
import { annual, type CountyWork } from './county-work.ts'
import { type Decimal, decimal, hundred, least, zero } from './decimal.ts'
import type { Decision } from './decisions.ts'
import { bandOf } from './grade.ts'
import { type GradeRules, NO_GRADES } from './grade-rules.ts'
import type { Office } from './office.ts'
import type { Place } from './ranking.ts'
import type { Scheme } from './scheme.ts'
import { lowest, provisional } from './tally.ts'
import type { VetoResult } from './veto.ts'

export interface Grades {
  /** The grade of the provisional score. */
  readonly provisional: string
  readonly possible: readonly string[]
  /** Whether scores and places alone, without an open veto, leave more than one grade. */
  readonly byScore: boolean
  /** The open vetoes that would change the grade; `alone`: those that would where all else comes out as it provisionally stands. */
  readonly turning: readonly VetoResult[]
  readonly alone: readonly VetoResult[]
}

export type GradeDecision = Extract<Decision, { about: 'grade' }>

/** `decided`: a grade that a person settled stands, unless a veto of which nobody knows turns out to have happened. */
export function gradesOf({ scheme }: Pick<Office, 'scheme'>, work: CountyWork, place: Place, decided?: GradeDecision): Grades {
  const rules = scheme.grades ?? NO_GRADES
  const { gates, vetoes } = work
  const own = bandOf(rules, { score: work.provisional, place: place.place ?? place.worst }, gates, vetoes, true)
  const provisional = rules.bands[own]?.grade ?? ''
  const open = vetoes.filter(({ answer }) => answer === 'unknown')
  if (decided !== undefined) return { provisional, ...besideDecided(rules, decided.grade, open) }
  const sure = vetoes.filter(({ answer }) => answer === 'yes')
  const low = open.some(({ veto }) => veto.most !== undefined) ? annual({ scheme }, work, lowest, zero) : work.low
  const bands = (happened: readonly VetoResult[]): number[] => {
    const acting = [...sure, ...happened.map((each): VetoResult => ({ ...each, answer: 'yes' }))]
    const best = bandOf(rules, { score: capped(work.high, happened), place: place.best }, gates, acting, true)
    const worst = bandOf(rules, { score: capped(low, happened), place: place.worst }, gates, acting, false)
    return rules.bands.flatMap((_, band) => (band >= best && band <= worst ? [band] : []))
  }
  const plain = bands([])
  const turning = open.filter((each) => bands([each]).join() !== plain.join())
  // Of several vetoes that happened the strictest grade and the least limit count: one of each kind says all.
  const limits = [[], ...turning.filter(({ veto }) => veto.most !== undefined).map((each) => [each])]
  const grades = [[], ...turning.filter(({ veto }) => veto.grade !== undefined).map((each) => [each])]
  const all = new Set(limits.flatMap((limit) => grades.flatMap((grade) => bands([...limit, ...grade]))))
  const alone = turning.filter((each) => isTurnedBy(scheme, work, place, each))
  return { provisional, possible: namesOf(rules, all), byScore: plain.length > 1, turning, alone }
}

/** At the provisional points, missing quarters at the best that they may come to: any grade below that leaves a veto less to change. */
function isTurnedBy(scheme: Scheme, work: CountyWork, place: Place, open: VetoResult): boolean {
  const isBlank = scheme.settings.missingQuarter === 'provisional' && work.quarters.some(({ state }) => state === 'missing')
  const score = isBlank ? annual({ scheme }, work, provisional, hundred) : work.provisional
  const sure = work.vetoes.filter(({ answer }) => answer === 'yes')
  const bandWith = (happened: readonly VetoResult[]): number => {
    const acting = [...sure, ...happened.map((each): VetoResult => ({ ...each, answer: 'yes' }))]
    const standing = { score: capped(score, happened), place: place.place ?? place.best }
    return bandOf(scheme.grades ?? NO_GRADES, standing, work.gates, acting, true)
  }
  return bandWith([]) !== bandWith([open])
}

const capped = (score: Decimal, vetoes: readonly VetoResult[]): Decimal =>
  vetoes.reduce((held, { veto }) => (veto.most === undefined ? held : least(held, decimal(veto.most))), score)

const namesOf = ({ bands }: GradeRules, asked: ReadonlySet<number>): string[] =>
  bands.flatMap(({ grade }, band) => (asked.has(band) ? [grade] : []))

function besideDecided(rules: GradeRules, grade: string, open: readonly VetoResult[]): Omit<Grades, 'provisional'> {
  const bandNamed = (name: string): number => rules.bands.findIndex((band) => band.grade === name)
  const own = bandNamed(grade)
  const turning = open.filter(({ veto }) => veto.grade !== undefined && bandNamed(veto.grade) > own)
  const led = turning.map(({ veto }) => bandNamed(veto.grade ?? ''))
  return { possible: namesOf(rules, new Set([own, ...led])), byScore: false, turning, alone: turning }
}

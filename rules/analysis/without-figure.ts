/**
 * Comparisons one side of which is told without a figure: all of a part, or nothing at all.
 *
 *   乡镇一次通过率75.0%，县城全部一次通过                 a part, and another of which all passed
 *   小磨坊不合格率5.4%，规模以上厂一批未出                the same of what failed
 *   连续四个季度没有超期件，去年四季度尚有6件超期         none now, so many before
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import type { Baseline, Baselines, Reporter } from './baseline.ts'
import { cueTest } from './cue-test.ts'
import type { Compared, Placed } from './juxtaposed.ts'
import { subjectOf } from './juxtaposed.ts'
import type { ClauseView } from './sentence-view.ts'

export interface WithoutFigure {
  readonly ofWhole: (clauses: readonly ClauseView[], quality: readonly Placed[]) => Compared[]
  readonly ofNone: (clauses: readonly ClauseView[], reporter: Reporter) => Compared[]
}

const RATE = '%'
/** 一批未出, 一件也没有检出 */
const NOT_ONE = /\p{Script=Han}{2}一\p{Script=Han}{1,2}(?:也|都)?(?:没有?|未)(?:出|见|检出|查出)[，。；]?$/u
const FULL = 100
const TIMED: ReadonlySet<Baseline> = new Set(['yoy', 'qoq', 'previous'])

export function createWithoutFigure(lexicon: Lexicon, baselines: Baselines): WithoutFigure {
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  /** 县城项目全部一次通过: of a part that is named before it. */
  const all = new RegExp(
    `^[^，。；]*\\p{Script=Han}{2}(?:${words('uniform-marks')})[^，。；]{0,4}(?:${words('passing-words')})[，。；]?$`,
    'u',
  )
  const isWork = cueTest(lexicon, 'quality-acts', 'activities', 'improvements', 'better-lower')
  const none = new RegExp(`(?:${words('none-words')}|零)[^，。；]{0,4}(?:${words('better-lower')}|${words('deficits')})`, 'u')
  const isBad = cueTest(lexicon, 'better-lower', 'deficits')

  const ofWhole: WithoutFigure['ofWhole'] = (clauses, quality) => {
    const rates = quality.filter(({ value: { role, unit } }) => role === 'actual' && unit === RATE)
    const [one, ...more] = rates
    const isPart = one !== undefined && more.length === 0 && one.value.value < FULL
    if (!isPart || clauses.indexOf(one.clause) < 0) return []
    const beside = [clauses[clauses.indexOf(one.clause) - 1], clauses[clauses.indexOf(one.clause) + 1]]
    const whole = beside.some((clause) => clause && tellsAll(clause))
    return whole ? [{ subject: subjectOf(one.value), baseline: 'structure', lead: { at: one.value.evidence.start, isWorse: true } }] : []
  }
  const tellsAll = ({ words: text, values }: ClauseView): boolean =>
    (values.length === 0 && all.test(text) && !isWork(text)) || (values.every(({ unit }) => unit !== RATE) && NOT_ONE.test(text))
  const ofNone: WithoutFigure['ofNone'] = (clauses, reporter) => {
    const now = clauses.find((clause) => none.test(clause.words) && clause.values.every(({ value }) => value === 0))
    if (!now || baselines.of(now.words, reporter) !== null) return []
    return clauses.slice(clauses.indexOf(now) + 1).flatMap((clause) => {
      const before = clause.values.find(({ value }) => value > 0)
      const baseline = before && isBad(clause.words) ? baselines.of(clause.words, reporter) : null
      return before && baseline !== null && TIMED.has(baseline)
        ? [{ subject: subjectOf(before), baseline, lead: { at: before.evidence.start, isWorse: false } }]
        : []
    })
  }
  return { ofWhole, ofNone }
}

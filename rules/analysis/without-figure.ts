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
/** 没有一处空鼓: of what there is none. */
const NOT_A = /(?:没有|无)一(\p{Script=Han})/u
/** A part is named before what it has. */
const LABELLED = /^\p{Script=Han}{2}/u
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
  const none = new RegExp(
    `(?:${words('none-words')}|零)[^，。；]{0,4}(?:${words('better-lower')}|${words('deficits')})|(?:${words('better-lower')})[^，。；]{0,12}(?:${words('zero-ends')})`,
    'u',
  )
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
  /** 机械抹灰的楼没有一处空鼓，人工抹的六栋查出41处: none in one part, so many in the other. */
  const ofOther: WithoutFigure['ofNone'] = (clauses, reporter) =>
    clauses.flatMap((clause, at) => {
      const unit = NOT_A.exec(clause.words)?.[1]
      const other = clauses[at + 1]
      const found = other?.values.find((value) => value.value > 0 && value.unit === unit)
      const isPair = unit !== undefined && isBad(clause.words) && other && found && baselines.of(other.words, reporter) === null
      return isPair && LABELLED.test(clause.words) && LABELLED.test(other.words)
        ? [{ subject: clause.words, baseline: 'structure' as const, lead: { at: found.evidence.start, isWorse: true } }]
        : []
    })
  const ofNone: WithoutFigure['ofNone'] = (clauses, reporter) => {
    const now = clauses.find((clause) => none.test(clause.words) && clause.values.every(({ value }) => value === 0))
    if (!now || baselines.of(now.words, reporter) !== null) return ofOther(clauses, reporter)
    const beside = ofOther(clauses, reporter)
    if (beside.length > 0) return beside
    return clauses.slice(clauses.indexOf(now) + 1).flatMap((clause) => {
      const before = clause.values.find(({ value }) => value > 0)
      const baseline = before && (isBad(clause.words) || before.role === 'reference') ? baselines.of(clause.words, reporter) : null
      return before && baseline !== null && TIMED.has(baseline)
        ? [{ subject: subjectOf(before), baseline, lead: { at: before.evidence.start, isWorse: false } }]
        : []
    })
  }
  return { ofWhole, ofNone }
}

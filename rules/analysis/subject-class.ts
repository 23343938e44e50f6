/**
 * What a value is about: a quality result or capacity, an effort, or the economy at large. Only the first makes a comparison one of quality:
 * “培训人次同比增长20%” compares effort, “接待游客同比增长8%” compares neither.
 */
import { cue, type Indicator } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { cueFinder, cueTest } from './cue-test.ts'
import { createOfActivity } from './of-activity.ts'
import { memoryOf } from './remembered.ts'
import type { JudgedValue } from './sentence-view.ts'

/** 增长50% is said of anything; 提高1.1个百分点 only of a rate. */
const isGrowth = ({ role, unit }: JudgedValue): boolean => role === 'change' && unit === '%'

/** 供水投诉比年初计划的控制数: a name that runs on into what it is set against. */
const RUNS_ON = /(?<=\p{Script=Han}{2})(?<![占同环对配])[比较](?!例|率|重|值|对).*$/u
const headOf = (name: string): string => name.replace(RUNS_ON, '')

/** 每百批2.2批: how many of so many is a result, whatever was done to learn it. */
const PER_SO_MANY = /^每[百千万]/u

type SubjectClass = 'quality' | 'effort' | 'macro' | 'unknown'

/** `words`: those around the value, asked where its own name does not tell. */
export type ClassOf = (value: JudgedValue, ...words: readonly string[]) => SubjectClass

export const createSubjectClass = perLexicon((lexicon): ClassOf => {
  const memory = memoryOf(lexicon)
  const indicators = new Map(lexicon.indicators.map((indicator) => [indicator.id, indicator]))
  const effortUnits = new Set(cue(lexicon, 'effort-units'))
  const quality = cueTest(lexicon, 'quality-subjects', 'quality-items', 'better-lower', 'better-higher')
  const effort = cueTest(lexicon, 'effort-subjects')
  const contest = cueTest(lexicon, 'contests')
  const ofActivity = createOfActivity(lexicon)
  const macro = cueTest(lexicon, 'macro-subjects')
  const measured = new Set(cue(lexicon, 'measured-units'))
  const rate = cueTest(lexicon, 'rate-names')
  /** 标注虚假的占一成: a share of what fell short, whatever was sampled. */
  const lacking = cueTest(lexicon, 'deficits')
  const isEffort = ({ kind, direction, name }: Indicator): boolean =>
    kind === 'money' || direction === 'context' || (kind === 'count' && effort(name))
  const efforts = new Set(lexicon.indicators.filter(isEffort).map(({ id }) => id))
  const byWords = memory.of(
    (text): SubjectClass =>
      contest(text) ? 'effort' : macro(text) ? 'macro' : quality(text) ? 'quality' : effort(text) ? 'effort' : 'unknown',
  )
  const activity = cueTest(lexicon, 'activities')
  /** 加强许可证后监管，办理事项970件: what was done says nothing of the figures beside it. */
  const calm = memory.of((text): string =>
    text
      .split(/(?<=[，；：])/u)
      .filter((part) => !activity(part))
      .join(''),
  )
  const heads = (
    [
      ['quality', cueFinder(lexicon, 'quality-subjects', 'quality-items', 'better-lower', 'better-higher')],
      ['effort', cueFinder(lexicon, 'effort-subjects', 'contests')],
      ['macro', cueFinder(lexicon, 'macro-subjects')],
    ] as const
  ).map(([kind, find]) => ({ kind, find }))
  /** A Chinese name ends in what it is a name of: 游客满意度 is a satisfaction, 满意度调查人次 a number of visits. */
  const byHead = memory.of((name): SubjectClass => {
    const found = heads.flatMap(({ kind, find }) => find(name).map(({ end }) => ({ kind, end })))
    return found.length === 0 || contest(name) ? byWords(name) : found.reduce((last, one) => (one.end > last.end ? one : last)).kind
  })
  return (value, ...words) => {
    if (ofActivity.names(value.name) || ofActivity.names(words[0] ?? '') || ofActivity.alone(words[1] ?? '')) return 'effort'
    const indicator = indicators.get(value.indicator ?? value.breakdown?.of ?? '')
    if (indicator) return efforts.has(indicator.id) ? 'effort' : 'quality'
    if (effortUnits.has(value.unit)) return 'effort'
    if (value.role === 'share' && words.some((text) => lacking(text) && text.includes(value.evidence.quote))) return 'quality'
    const head = byHead(headOf(value.name))
    if (head !== 'unknown') return head
    const [clause = '', sentence = ''] = words
    const near = byWords(clause)
    if (near !== 'unknown') return near
    if (PER_SO_MANY.test(value.name)) return 'quality'
    const around = byWords(sentence)
    if (around === 'effort' || around === 'macro') return around
    if (around === 'quality' && !isGrowth(value) && byWords(calm(sentence)) === 'quality') return around
    return (measured.has(value.unit) && !isGrowth(value)) || rate(value.name) ? 'quality' : 'unknown'
  }
})

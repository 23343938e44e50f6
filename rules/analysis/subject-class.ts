/**
 * What a value is about: a quality result or capacity, an effort, or the economy at large. Only the first makes a comparison one of quality:
 * “培训人次同比增长20%” compares effort, “接待游客同比增长8%” compares neither.
 */
import type { Lexicon } from '../../extractors/lexicon.ts'
import { cueTest } from './cue-test.ts'
import type { JudgedValue } from './sentence-view.ts'

export type SubjectClass = 'quality' | 'effort' | 'macro' | 'unknown'

export function createSubjectClass(lexicon: Lexicon): (value: JudgedValue, words: string) => SubjectClass {
  const indicators = new Map(lexicon.indicators.map((indicator) => [indicator.id, indicator]))
  const quality = cueTest(lexicon, 'quality-subjects')
  const effort = cueTest(lexicon, 'effort-subjects')
  const macro = cueTest(lexicon, 'macro-subjects')
  const byWords = (text: string): SubjectClass => (macro(text) ? 'macro' : effort(text) ? 'effort' : quality(text) ? 'quality' : 'unknown')
  return (value, words) => {
    const indicator = indicators.get(value.indicator ?? value.breakdown?.of ?? '')
    if (indicator) return isEffort(indicator.domain, indicator.kind, indicator.id, effort(indicator.name)) ? 'effort' : 'quality'
    const own = byWords(value.name)
    return own === 'unknown' ? byWords(words) : own
  }
}

/** Counts of meetings, trainings, money and samples are effort; rates and events of any domain are not. */
function isEffort(domain: string, kind: string, id: string, named: boolean): boolean {
  return kind === 'money' || ((kind === 'count' || domain === '治理') && (named || domain === '治理')) || id === 'sampling_batches'
}

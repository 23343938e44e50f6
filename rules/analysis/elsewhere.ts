/**
 * A sentence whose result is another county's or the wider area's, whether it states a figure or none: 乌苏市滴灌带合格率下降，主要原因是…, 全地区检出率21%，集中在小微企业.
 * What befell goods that came from there (托里县购进的原煤含硫高) is the county's own.
 */

import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { createBaselines, type Reporter } from './baseline.ts'
import { cueTest } from './cue-test.ts'
import type { ClauseView, SentenceView } from './sentence-view.ts'
import { createWhoseNews } from './whose-news.ts'

/** So many characters hold whose result a clause tells. */
const SUBJECT = 8

export function createElsewhere(lexicon: Lexicon): (sentence: SentenceView, reporter: Reporter) => boolean {
  const { isOfArea, isOfPeer, relates } = createWhoseNews(lexicon)
  const baselines = createBaselines(lexicon)
  const result = cueTest(lexicon, 'cause-results', 'quality-subjects', 'better-lower', 'better-higher')
  const brought = new RegExp(`(?:${wordPattern(cue(lexicon, 'brought-words'))})`, 'u')
  const isNamed = ({ words }: ClauseView, county: string | null): boolean =>
    (baselines.namesPeer(words.slice(0, SUBJECT), county) || baselines.isOfArea(words)) && !/^[比较与和同跟]/u.test(words)
  const isOfOthers = (sentence: SentenceView, reporter: Reporter): boolean => {
    if (isOfArea(sentence, reporter) || isOfPeer(sentence, reporter)) return true
    const first = sentence.clauses.find(({ words }) => result(words))
    return first !== undefined && isNamed(first, reporter.county) && !relates(first.words) && !brought.test(first.words)
  }
  return (sentence, reporter) =>
    isOfOthers(sentence, reporter) && !sentence.clauses.some(({ words }) => baselines.namesSelf(words, reporter.county))
}

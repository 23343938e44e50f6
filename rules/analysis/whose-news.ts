/**
 * Whose result a sentence tells, where it is not the report's own: the wider area's (全区滴灌带不合格率同比下降3.3个百分点) or another county's. A sentence that sets its own
 * result beside theirs is its own.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { createBaselines, type Reporter } from './baseline.ts'
import { cueTest } from './cue-test.ts'
import type { ClauseView, JudgedValue, SentenceView } from './sentence-view.ts'

export interface WhoseNews {
  readonly isOfArea: (sentence: SentenceView, reporter: Reporter) => boolean
  readonly isOfPeer: (sentence: SentenceView, reporter: Reporter) => boolean
  /** Says that one thing stands above, below or behind another (高于, 不及, 比头一年好), a figure beside it or not. */
  readonly relates: (words: string) => boolean
}

/** 邻近的阿勒泰地区…: so many characters hold whose result a clause tells. */
const NEXT_DOOR = 8

export const createWhoseNews = perLexicon((lexicon): WhoseNews => {
  const baselines = createBaselines(lexicon)
  const related = cueTest(lexicon, 'comparison-relations')
  const ranked = cueTest(lexicon, 'peer-places')
  /** 比头一年好: any quality, where a baseline stands between. */
  const graded = new RegExp(
    `(?:${wordPattern(cue(lexicon, 'relation-openers'))})[^，。；]{1,14}(?:${wordPattern(cue(lexicon, 'relation-qualities'))})`,
    'u',
  )
  const relates = (words: string): boolean => related(words) || graded.test(words)
  /** 塔城市介绍，该市地膜合格率同比上升5.2个百分点 */
  const pointsBack = cueTest(lexicon, 'place-pronouns')
  const peer = cueTest(lexicon, 'baseline-peer')
  const elsewhere = cueTest(lexicon, 'other-places')
  const isElsewhere = (words: string, county: string | null): boolean => peer(words) || baselines.namesPeer(words, county)
  const isOfArea: WhoseNews['isOfArea'] = ({ clauses }, { county }) => {
    const first = clauses.find(({ values }) => values.length > 0)
    return first !== undefined && baselines.isOfArea(first.words) && !clauses.some(({ words }) => baselines.namesSelf(words, county))
  }
  const isOfPeer: WhoseNews['isOfPeer'] = ({ clauses }, { county }) => {
    const first = clauses.find(({ values }) => values.length > 0)
    const isPointed =
      first !== undefined &&
      pointsBack(first.words) &&
      clauses.some((clause) => clauses.indexOf(clause) < clauses.indexOf(first) && isElsewhere(clause.words, county))
    const isForeign =
      first !== undefined &&
      (baselines.namesPeer(first.words, county) || isPointed || elsewhere(first.words.slice(0, NEXT_DOOR))) &&
      !related(first.words) &&
      !/[比较与和同跟]/u.test(first.words.slice(0, 2))
    if (!isForeign) return false
    const speaks = ({ words, values }: ClauseView): boolean => values.length > 0 || relates(words) || ranked(words)
    if (clauses.some((clause) => baselines.namesSelf(clause.words, county) && speaks(clause))) return false
    const after = clauses.slice(clauses.indexOf(first) + 1)
    return isPointed || !after.some(({ values }) => values.some((value) => isReported(value, county)))
  }
  return { isOfArea, isOfPeer, relates }
})

const isReported = ({ county, role }: JudgedValue, own: string | null): boolean => role === 'actual' && county !== null && county === own

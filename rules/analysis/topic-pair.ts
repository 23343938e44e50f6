/**
 * A topic, and two short clauses that answer it, each with a label and a figure: whoever writes so sets the two against each other.
 *
 *   学校食堂留样合规的占比，春季七成八，秋季九成六
 *   食葵籽黄曲霉毒素阳性，露天堆放的30份里5份，仓内的30份里没有
 *   抽检合格率，食品98%，药品99%，工业品95%                        three: a list
 */

import { guardedPattern, wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { cueTest } from './cue-test.ts'
import { isFar, isNamedIn } from './drawn-conclusion.ts'
import type { ClauseView, SentenceView } from './sentence-view.ts'

export interface Answer {
  readonly clause: ClauseView
  readonly label: string
  readonly figure: number
  readonly unit: string
}

export interface TopicPair {
  readonly topic: string
  readonly first: Answer
  readonly second: Answer
  /** They lie far apart, or the text comes back to one of them: two parts that lie close are only listed. */
  readonly isDrawn: boolean
}

const FIGURE = /^([^0-9]*(?:[0-9]+[^0-9]+)??)([0-9]+(?:\.[0-9]+)?)([%\p{Script=Han}]{0,6})[，。；]?$/u
/** A longer clause says more than a label and its figure. */
const LONGEST = 18
const PAIR = 2
/** 有3块, 其中3块 name no part. */
const NAME = /^(?!其中|共)[^有]*\p{Script=Han}[^有]*\p{Script=Han}/u

const figureOf = ({ figure, unit }: Answer) => ({ value: figure, unit })

export function createTopicPair(lexicon: Lexicon): (sentence: SentenceView) => TopicPair | null {
  const isResult = cueTest(lexicon, 'quality-subjects', 'quality-items', 'better-lower', 'better-higher', 'deficits')
  const isOther = cueTest(lexicon, 'effort-subjects', 'macro-subjects', 'contests')
  const none = cueTest(lexicon, 'none-words')
  /** 涉及油坊2家 answers nothing; 梯级间隙左侧7毫米，右侧1毫米 is one thing measured twice. */
  const isNoPart = cueTest(lexicon, 'no-part-words', 'side-words')

  const answerOf = (clause: ClauseView): Answer | null => {
    const { words, values } = clause
    if (words.length > LONGEST || isResult(words) || isNoPart(words)) return null
    const value = values.at(-1)
    if (value && none(words.slice(words.indexOf(value.evidence.quote))))
      return { clause, label: words.slice(0, words.indexOf(value.evidence.quote)), figure: 0, unit: value.unit }
    if (value) return { clause, label: words.slice(0, words.indexOf(value.evidence.quote)), figure: value.value, unit: value.unit }
    const [, label = '', figure = '', unit = ''] = FIGURE.exec(words) ?? []
    return figure === '' ? null : { clause, label, figure: Number(figure), unit }
  }

  /** 犊牛肺炎发病率， */
  const rate = new RegExp(
    `${guardedPattern(cue(lexicon, 'rate-names'), lexicon.cues['rate-names:misfires'] ?? [])}[，：]$|(?:${wordPattern(cue(lexicon, 'load-openers'))})[^，。；]{0,10}(?:${wordPattern(cue(lexicon, 'load-verbs'))})`,
    'u',
  )

  return ({ clauses }) => {
    if (clauses.length <= PAIR || clauses.filter(({ words, values }) => values.length > 0 || /[0-9]/u.test(words)).length < PAIR)
      return null
    const at = clauses.findIndex(
      ({ words, values }) => (values.length === 0 || words.endsWith('的，')) && (isResult(words) || rate.test(words)),
    )
    const topic = clauses[at]
    if (!topic || isOther(topic.words)) return null
    const answers: Answer[] = []
    for (const clause of clauses.slice(at + 1)) {
      const answer = answerOf(clause)
      if (!answer || (answers[0] && answer.unit !== answers[0].unit)) break
      answers.push(answer)
    }
    const [first, second] = answers
    const isPair = first !== undefined && second !== undefined && answers.length === PAIR
    if (!isPair || first.figure === second.figure || ![first, second].every(({ label }) => NAME.test(label))) return null
    const after = clauses.slice(clauses.indexOf(second.clause) + 1)
    const isDrawn = isFar(figureOf(first), figureOf(second)) || isNamedIn(after, [first.label, second.label])
    return { topic: topic.words, first, second, isDrawn }
  }
}

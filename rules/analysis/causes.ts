/**
 * Causes: a mechanism (material, machine, method, people, measurement, a changed sample) given for a named quality result, wherever in the text, for an
 * improvement too. Leadership, effort and 认识不到位 are none, nor is why a training was put off.
 *
 *   原因是回收料掺用比例过高                       a word that introduces causes, then anything that a hand can touch
 *   豆干大肠菌群超标，压榨用的布两天才煮一次         no such word, but a thing and what befell it, in a clause beside the result
 *   原因是企业主体责任意识不强                     none
 */
import { type Document, quote } from '../../extractors/document.ts'
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import type { CausesLevel, Criterion, Rejected } from './assessment.ts'
import { cueTest } from './cue-test.ts'
import { createDeficitReader } from './deficit.ts'
import type { ClauseView, SentenceView } from './sentence-view.ts'
import { createStatement } from './statement.ts'

export interface CausesJudged {
  readonly criterion: Criterion<CausesLevel>
  readonly causes: readonly SentenceView[]
}

export type CausesReader = (document: Document, sentences: readonly SentenceView[]) => CausesJudged

export function createCausesReader(lexicon: Lexicon): CausesReader {
  const because = cueTest(lexicon, 'cause-words')
  const hint = cueTest(lexicon, 'cause-hints')
  const mechanism = cueTest(lexicon, 'mechanisms')
  const thing = cueTest(lexicon, 'mechanism-things', 'mechanism-people')
  const event = cueTest(lexicon, 'mechanism-events')
  const attitude = cueTest(lexicon, 'attitude-causes')
  const process = cueTest(lexicon, 'process-subjects')
  const result = cueTest(lexicon, 'cause-results')
  const lacking = cueTest(lexicon, 'deficits')
  const outcome = cueTest(lexicon, 'cause-results', 'deficits', 'better-lower', 'better-higher')
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  const frame = new RegExp(`(?:${words('cause-frame-open')})[^，。；]{2,40}(?:${words('cause-frame-close')})`, 'u')
  /** 柴油闪点低，是油罐残油未抽净 */
  const stated = new RegExp(`^(?:${words('cause-copulas')})`, 'u')
  const changed = new RegExp(
    `(?:${words('change-from')})[^，。；]{1,14}(?:${words('change-verbs')})[^，。；]{0,6}(?:${words('change-to')})`,
    'u',
  )
  const compared = cueTest(lexicon, 'baseline-yoy', 'baseline-qoq', 'baseline-previous', 'peer-places')
  const effort = cueTest(lexicon, 'effort-subjects')
  const { isFact } = createStatement(lexicon)
  const { isVague, names } = createDeficitReader(lexicon)

  const isAttitude = ({ words: text }: ClauseView): boolean => attitude(text) || isVague(text)
  const isPlain = ({ words: text }: ClauseView): boolean => !result(text) && !lacking(text) && !effort(text)
  /** A thing and what befell it, or a way of doing that was changed. */
  const happens = (clause: ClauseView): boolean =>
    isPlain(clause) && ((thing(clause.words) && event(clause.words)) || (changed.test(clause.words) && !compared(clause.words)))
  const isSubstance = ({ words: text }: ClauseView): boolean => mechanism(text) || (thing(text) && event(text))

  /** An attitude rules out its own clause, not the mechanism beside it. */
  const explains = (sentence: SentenceView, isNamed: boolean, isFirst: boolean): boolean => {
    const clauses = sentence.clauses.filter((clause) => !isAttitude(clause))
    const text = clauses.map((clause) => clause.words).join('')
    const substance = clauses.some(isSubstance)
    if (sentence.parts.causes !== null) return substance || (names(text) && clauses.some(({ words: each }) => event(each)))
    if (because(text) && clauses.some((clause) => isSubstance(clause) || happens(clause))) return true
    if (!isNamed) return false
    if (frame.test(text) || clauses.some((clause) => stated.test(clause.words) && isSubstance(clause))) return substance
    if (mechanism(text) && hint(text)) return true
    if (sentence.parts.problems !== null && (isFirst || sentence.words.includes('；'))) return false
    return (clauses.length > 1 || !isFirst) && clauses.some(happens)
  }

  return (document, sentences) => {
    const considered = sentences.filter((sentence) => isFact(sentence) && sentence.parts.measures === null && !process(sentence.words))
    const causes = considered.filter((sentence) => {
      const paragraph = sentences.filter(({ block, folded }) => block === sentence.block && folded.start <= sentence.folded.start)
      const isNamed = paragraph.some(({ words: text }) => outcome(text))
      return explains(sentence, isNamed, paragraph[0] === sentence)
    })
    const evidence = causes.map(({ span }) => quote(document, span))
    const rejected: Rejected[] = considered
      .filter((sentence) => !causes.includes(sentence))
      .filter((sentence) => (because(sentence.words) || sentence.parts.causes !== null) && sentence.clauses.some(isAttitude))
      .map(({ span }) => ({ evidence: quote(document, span), reason: 'attitude' }))
    const part = sentences.find(({ parts }) => parts.causes !== null)?.parts.causes
    const where = part === undefined || part === null ? '全文' : `“${part}”部分和全文`
    const missing = `查阅了${where}，没有找到对具体质量结果的原因分析（重视不够、力度不大一类的表述不计），请从原料、设备、工艺、人员、环境、检测和抽样变化等方面说明`
    const criterion: Criterion<CausesLevel> =
      evidence.length > 0 ? { level: 'present', evidence, rejected, missing: '' } : { level: 'absent', evidence, rejected, missing }
    return { criterion, causes }
  }
}

/** What falls short in one sentence or point, and how exactly it is named. */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Direction, type Lexicon } from '../../extractors/lexicon.ts'
import { cueFinder, cueTest } from './cue-test.ts'
import type { ClauseView, JudgedValue, SentenceView } from './sentence-view.ts'
import { createStatement } from './statement.ts'
import { createSubjectClass } from './subject-class.ts'

export interface Deficit {
  /** A shortcoming with its product, item, place or kind of firm. */
  readonly named: boolean
  /** A shortcoming with a figure that is no effort. */
  readonly figure: boolean
  /** A result that moved the wrong way, or that others hold a better place in. */
  readonly adverse: boolean
  /** A phrase that any county could print. */
  readonly vague: boolean
}

/** 老沙湾镇, 郊区乡, 安居小区; 乡镇 and 城镇 name no place. */
const PLACE = /[\p{Script=Han}]{2,6}(?:(?<![乡城村集])镇|(?<![各部下镇村])乡(?![镇村亲土])|街道|小区|园区|社区)/u

export function createDeficitReader(lexicon: Lexicon): (item: SentenceView) => Deficit {
  const deficits = cueTest(lexicon, 'deficits')
  const adverseSubject = cueTest(lexicon, 'adverse-subjects')
  const negations = cueFinder(lexicon, 'deficit-negations')
  const vaguePhrase = cueTest(lexicon, 'vague-problems')
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  const vagueLack = new RegExp(`(?:${words('vague-subjects')})[^，。；：]{0,14}(?:${words('vague-lacks')})`, 'u')
  const named = new RegExp(
    `${wordPattern(lexicon.fields.flatMap(({ parts }) => parts))}|${words('quality-items')}|${words('firm-words')}`,
    'u',
  )
  const directions = new Map(lexicon.indicators.map(({ id, direction }) => [id, direction]))
  const classOf = createSubjectClass(lexicon)
  const { hasPlaceholder } = createStatement(lexicon)

  const isVague = ({ words: text }: ClauseView): boolean => vaguePhrase(text) || vagueLack.test(text)
  /** A clause without what it says did not happen. */
  const affirmed = (text: string): string => text.slice(0, negations(text)[0]?.start ?? text.length)
  const isFigure = (value: JudgedValue, text: string): boolean => {
    const subject = classOf(value, text)
    return value.role !== 'target' && value.value !== 0 && subject !== 'effort' && subject !== 'macro'
  }
  /** 投诉9件，占34.6%: what is bad in itself is a problem where its share or growth is told. */
  const isGrowing = (text: string, values: readonly JudgedValue[]): boolean =>
    adverseSubject(text) && values.some(({ role, value }) => role === 'share' || (role === 'change' && value > 0))

  return (item) => {
    const vague = item.clauses.some(isVague)
    const none = { named: false, figure: false, adverse: false, vague }
    if (hasPlaceholder(item.words)) return none
    const clauses = item.clauses.filter((clause) => !isVague(clause)).map((clause) => ({ ...clause, words: affirmed(clause.words) }))
    const text = clauses.map((clause) => clause.words).join('')
    const values = clauses.flatMap((clause) => clause.values.filter((value) => isFigure(value, clause.words)))
    const adverse = values.some((value) => isAdverse(value, directions.get(value.indicator ?? '')))
    if (!adverse && !deficits(text) && !isGrowing(text, values)) return none
    return { named: named.test(text) || PLACE.test(text), figure: values.length > 0, adverse, vague }
  }
}

function isAdverse({ role, value }: JudgedValue, direction: Direction | undefined): boolean {
  if (role !== 'change' || direction === undefined) return false
  return direction === 'higher' ? value < 0 : direction !== 'context' && value > 0
}

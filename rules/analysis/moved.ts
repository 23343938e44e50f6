/**
 * A result that went from one level to another, both in one clause, whatever the time before is called.
 *
 *   严重病例的占比由3.1%升到5.4%            counts
 *   白棉三级以上占比从84.3%一路走到91.7%    counts
 *   蒸养由10小时压到6小时                   none: how something is made
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import type { Baselines, Reporter } from './baseline.ts'
import { cueTest } from './cue-test.ts'
import { type Compared, leadBy, type Placed, subjectOf } from './juxtaposed.ts'
import { createPolarity } from './polarity.ts'
import type { ClauseView, SentenceView } from './sentence-view.ts'

export interface Moved {
  readonly ofClauses: (clauses: readonly ClauseView[], quality: readonly Placed[], reporter: Reporter) => Compared[]
  readonly ofBare: (sentence: SentenceView, reporter: Reporter) => Compared[]
  /** What moved is named as a result: …率由, …占比从. */
  /** 降了3.0个百分点 */
  readonly hasMoved: (words: string) => boolean
  readonly isOutcome: (words: string) => boolean
}

const PAIR = 2

export function createMoved(lexicon: Lexicon, baselines: Baselines): Moved {
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  const from = `(?:${words('change-from')})`
  const opened = new RegExp(`${from}[^，。；]{0,6}$`, 'u')
  const onward = new RegExp(
    `^[^，。；0-9]{0,6}(?:${words('change-verbs')}|${words('course-verbs')})[^，。；0-9]{0,2}(?:${words('change-to')})`,
    'u',
  )
  const outcome = new RegExp(`(?:${words('outcome-names')})[^，。；0-9]{0,8}${from}`, 'u')
  const result = cueTest(lexicon, 'quality-subjects', 'better-lower', 'better-higher')
  const other = cueTest(lexicon, 'effort-subjects', 'macro-subjects', 'contests')
  const { of: polarity, ofWords } = createPolarity(lexicon)
  const bare = new RegExp(
    `^((?:[^，。；0-9]|PM[0-9.]{1,3}){2,16}?)${from}[^，。；0-9]{0,8}([0-9]+(?:\\.[0-9]+)?)(?:、[^，。；0-9]{0,8}[0-9]+(?:\\.[0-9]+)?){0,6}[^，。；0-9]{0,8}?(?:${words('change-verbs')}|${words('course-verbs')})[^，。；0-9]{0,2}(?:${words('change-to')})[^，。；0-9]{0,6}([0-9]+(?:\\.[0-9]+)?)`,
    'u',
  )
  const way = new RegExp(`^[^，。；0-9]{0,4}(?:${words('course-ways')}|${words('falling-words')}|${words('rising-words')})`, 'u')
  const gone = new RegExp(`^(?:${words('change-verbs')}|${words('course-verbs')})了`, 'u')
  const isOutcome = (text: string): boolean => outcome.test(text) && !other(text)

  /** 超差率0.8%，三年里从2.1%一路往下走: where the level before it came from. */
  const ofOrigin: Moved['ofClauses'] = (clauses, quality, reporter) =>
    clauses.flatMap((clause, at) => {
      const [from, ...more] = clause.values
      const level = quality.find((placed) => placed.clause === clauses[at - 1])?.value
      if (!from || !level || more.length > 0 || from.unit !== level.unit) return []
      const [name = '', after = ''] = clause.words.split(from.evidence.quote)
      if (!opened.test(name) || !way.test(after)) return []
      const lead = leadBy((level.value - from.value) * polarity(level, level.name), level.evidence.start)
      return [{ subject: subjectOf(level), baseline: baselines.of(name, reporter) ?? 'previous', lead }]
    })
  const ofClauses: Moved['ofClauses'] = (clauses, quality, reporter) =>
    clauses.flatMap((clause) => {
      const [before, after, ...more] = quality.filter((placed) => placed.clause === clause).map(({ value }) => value)
      if (clause.values.length !== PAIR || !before || !after || more.length > 0 || before.unit !== after.unit) return []
      const text = clause.words
      const [at, then] = [text.indexOf(before.evidence.quote), text.lastIndexOf(after.evidence.quote)]
      const name = text.slice(0, at)
      const between = text.slice(at + before.evidence.quote.length, then)
      if (before.role === 'reference' || !opened.test(name) || !onward.test(between)) return []
      if (other(name) || !(result(name) || outcome.test(name))) return []
      const lead = leadBy((after.value - before.value) * polarity(before, name), after.evidence.start)
      return [{ subject: subjectOf(before), baseline: baselines.of(name, reporter) ?? 'previous', lead }]
    })
  /** 浑浊度由2.8NTU降到0.6NTU: in a unit that nobody has told; 从一季度的0.081、二季度的0.087升到0.092毫克: in one that only the last has. */
  const ofBare: Moved['ofBare'] = ({ clauses, span }, reporter) =>
    clauses.flatMap(({ words: text, values }) => {
      const [whole = '', name = '', before = '', after = ''] = values.length <= 1 ? (bare.exec(text) ?? []) : []
      if (
        values.some(({ evidence }) => text.lastIndexOf(evidence.quote) < whole.length - after.length) ||
        name === '' ||
        other(name) ||
        !(result(name) || outcome.test(`${name}由`))
      )
        return []
      return [
        {
          subject: name,
          baseline: baselines.of(whole.slice(0, whole.indexOf(before, name.length)), reporter) ?? 'previous',
          lead: leadBy((Number(after) - Number(before)) * ofWords(name), span.start),
        },
      ]
    })
  return {
    ofClauses: (...asked) => [...ofClauses(...asked), ...ofOrigin(...asked)],
    ofBare,
    isOutcome,
    hasMoved: (text) => gone.test(text),
  }
}

/** What `zhijian lexicon try` prints: everything that is read in a sentence, and what each number was taken for. */
import type { Lexicon } from '../../extractors/lexicon.ts'
import {
  achievementWords,
  answerWords,
  awardLevelWords,
  basisWords,
  periodWords,
  roleWords,
  structuralWords,
  valueWords,
} from '../../reports/wording.ts'
import { printable } from '../terminal.ts'
import type { TextReading } from './read-text.ts'

export function tryReport({ values, achievements, facts, structural, unexplained }: TextReading, lexicon: Lexicon): string {
  const factNames = new Map(lexicon.facts.map(({ id, name }) => [id, name]))
  return [
    ...section(
      '指标值',
      values.map(({ name, indicator, role, basis, county, period, evidence, notes, ...value }) =>
        line(
          evidence.quote,
          `${name} ${roleWords[role]} ${valueWords({ role, ...value })}`,
          indicator ?? '指标库没有',
          basis === null ? '' : basisWords[basis],
          county ?? '县市不明',
          periodWords(period),
          ...notes,
        ),
      ),
    ),
    ...section(
      '成果',
      achievements.map(({ title, holder, level, status, evidence, notes }) =>
        line(evidence.quote, `${title}（${awardLevelWords[level]}，${achievementWords[status]}）`, `获得者 ${holder}`, ...notes),
      ),
    ),
    ...section(
      '事实',
      facts.map(({ fact, answer, county, period, evidence, notes }) =>
        line(
          evidence.quote,
          `${factNames.get(fact) ?? fact}：${answerWords[answer]}`,
          fact,
          county ?? '县市不明',
          periodWords(period),
          ...notes,
        ),
      ),
    ),
    ...section(
      '不是指标值的数字',
      structural.map((number) => line(number.evidence.quote, structuralWords(number.class))),
    ),
    ...section(
      '没有读懂的数字',
      unexplained.map(({ quote }) => `  ${printable(quote)}`),
    ),
  ].join('\n')
}

const section = (title: string, lines: readonly string[]): string[] => [`■ ${title}：${lines.length === 0 ? '无' : ''}`, ...lines]

const line = (quote: string, what: string, ...more: readonly string[]): string =>
  `  “${printable(quote)}” → ${printable(what)}${more.filter(Boolean).length === 0 ? '' : `（${more.filter(Boolean).map(printable).join('；')}）`}`

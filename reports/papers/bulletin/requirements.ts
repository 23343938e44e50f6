/** The problems as paragraphs 一是, 二是, …, and for each a requirement from the data file, to be chosen by the writer. */
import { chineseNumber } from '../numbering.ts'
import type { Problem } from './problems.ts'
import { gap, heading, joined, type Passage, paragraph, plain } from './statement.ts'
import type { BulletinWording } from './wording.ts'

export function problemPassages(problems: readonly Problem[], { problems: words, gaps }: BulletinWording): Passage[] {
  return [
    heading(1, words.heading),
    ...(problems.length === 0 ? [paragraph(gap('problems.none', gaps.problems))] : []),
    ...problems.map(({ lead, statements, between }, index) =>
      paragraph(plain(`${chineseNumber(index + 1)}是${lead}`), ...joined(statements, () => '', between, '。')),
    ),
    paragraph(gap('problems.more', gaps.otherProblems)),
  ]
}

export function requirementPassages(problems: readonly Problem[], { requirements, gaps }: BulletinWording): Passage[] {
  const found = requirements.list.flatMap((requirement) => {
    const problem = problems.find(({ name }) => name === requirement.for)
    return problem === undefined ? [] : [{ requirement, problem }]
  })
  return [
    heading(1, requirements.heading),
    ...(found.length === 0 ? [] : [paragraph(plain(requirements.lead))]),
    ...found.flatMap(({ requirement: { for: name, heading: title, text }, problem }) => [
      heading(2, title),
      paragraph(
        gap(
          `requirements.${name}`,
          gaps.requirement,
          problem.statements.flatMap(({ sources }) => sources),
        ),
        plain(text),
      ),
    ]),
    paragraph(gap('closing', gaps.closing)),
  ]
}

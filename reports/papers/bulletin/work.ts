/** 主要做法: the yes-or-no facts that documents of the year state. What nobody states is not said of anybody. */
import { answerFact } from '../../../rules/scoring/read/answers.ts'
import { chineseNumber } from '../numbering.ts'
import { filled } from '../wording.ts'
import { type BulletinCounty, type BulletinFacts, listed, sourceOf } from './facts.ts'
import { gap, heading, joined, type Passage, paragraph, type Source, type Statement, statement } from './statement.ts'
import { submittedDocuments } from './submissions.ts'
import type { BulletinWording } from './wording.ts'

export function workPassages(facts: BulletinFacts, wording: BulletinWording): Passage[] {
  const grouped = groupsOf(facts, wording)
  return [
    ...grouped.flatMap(({ heading: title, statements }) =>
      statements.length === 0
        ? []
        : [
            heading(2, title),
            paragraph(...joined(statements, (index) => (statements.length === 1 ? '' : `${chineseNumber(index + 1)}是`), '；', '。')),
          ],
    ),
    paragraph(gap('work.more', wording.gaps.work)),
  ]
}

function groupsOf(facts: BulletinFacts, wording: BulletinWording): { heading: string; statements: Statement[] }[] {
  const { groups } = wording.work
  const named = new Set(groups.flatMap((group) => group.facts.map(({ fact }) => fact)))
  const others = facts.lexicon.facts.filter(({ id }) => !named.has(id)).map(({ id }) => ({ fact: id }))
  return groups.map(({ heading: title, facts: asked, summaries }, index) => ({
    heading: title,
    statements: [
      ...[...asked, ...(index === groups.length - 1 ? others : [])].flatMap((each) => factStatement(each, facts, wording)),
      ...(summaries ? summaryStatement(facts, wording) : []),
    ],
  }))
}

interface Answer {
  readonly county: BulletinCounty
  readonly sources: readonly Source[]
}

function factStatement(
  { fact, words }: { readonly fact: string; readonly words?: string },
  { lexicon, counties, scheme }: BulletinFacts,
  wording: BulletinWording,
): Statement[] {
  const done = counties.flatMap((county): Answer[] => {
    const { answer, uses, doubts } = answerFact(county.feed, { fact, periods: ['own', 'part'] }, String(scheme.year), scheme.settings.trust)
    return answer === 'yes' && doubts.length === 0 ? [{ county, sources: uses.map((use) => sourceOf(county.name, use)) }] : []
  })
  const name = words ?? lexicon.facts.find(({ id }) => id === fact)?.name ?? fact
  return didStatement(`work.${fact}`, name, done, counties, wording)
}

function summaryStatement({ counties, scheme }: BulletinFacts, wording: BulletinWording): Statement[] {
  const done = counties.flatMap((county): Answer[] => {
    const sent = submittedDocuments(county).filter(
      ({ kind, period, status }) => kind === 'summary' && period === String(scheme.year) && status !== 'rejected',
    )
    const sources = sent.map(({ id, file }): Source => ({ county: county.name, record: 'document', id, file, words: '已报送' }))
    return sources.length === 0 ? [] : [{ county, sources }]
  })
  return didStatement('work.summary', wording.work.summaries, done, counties, wording)
}

function didStatement(
  id: string,
  words: string,
  done: readonly Answer[],
  all: readonly BulletinCounty[],
  { work, comments }: BulletinWording,
): Statement[] {
  if (done.length === 0) return []
  const names = listed(done.map(({ county }) => county))
  const text = done.length === all.length ? filled(work.everyone, { words }) : filled(work.some, { words, counties: names })
  const unread = all.filter((county) => done.every((each) => each.county !== county))
  const notes = unread.length === 0 ? [] : [filled(comments.unread, { counties: listed(unread) })]
  return [
    statement(
      id,
      text,
      done.flatMap(({ sources }) => sources),
      notes,
    ),
  ]
}

/** 主要做法: the yes-or-no facts that documents of the year state. What nobody states is not said of anybody. */
import { answeredInYear } from '../../../rules/scoring/answered.ts'
import { chineseNumber } from '../numbering.ts'
import { filled } from '../wording.ts'
import { type BulletinCounty, type BulletinFacts, decisionSource, listed, sourceOf } from './facts.ts'
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
  readonly did: boolean
  readonly sources: readonly Source[]
  /** Why it is not said of the county; empty where nobody speaks of it. */
  readonly open: string
}

function factStatement(
  { fact, words }: { readonly fact: string; readonly words?: string },
  { lexicon, counties, scheme, office }: BulletinFacts,
  wording: BulletinWording,
): Statement[] {
  const answers = counties.map((county): Answer => {
    const { answer, uses, entered, open } = answeredInYear(office, county.feed, fact)
    const sources = [...uses.map((use) => sourceOf(county.name, use)), ...entered.map((each) => decisionSource(county, each, scheme))]
    return { county, did: answer === 'yes', sources, open }
  })
  const name = words ?? lexicon.facts.find(({ id }) => id === fact)?.name ?? fact
  return didStatement(`work.${fact}`, name, answers, wording)
}

function summaryStatement({ counties, scheme }: BulletinFacts, wording: BulletinWording): Statement[] {
  const answers = counties.map((county): Answer => {
    const sent = submittedDocuments(county).filter(
      ({ kind, period, status }) => kind === 'summary' && period === String(scheme.year) && status !== 'rejected',
    )
    const sources = sent.map(({ id, file }): Source => ({ county: county.name, record: 'document', id, file, words: '已报送' }))
    return { county, did: sources.length > 0, sources, open: '' }
  })
  return didStatement('work.summary', wording.work.summaries, answers, wording)
}

function didStatement(id: string, words: string, answers: readonly Answer[], { work, comments }: BulletinWording): Statement[] {
  const done = answers.filter(({ did }) => did)
  if (done.length === 0) return []
  const counties = listed(done.map(({ county }) => county))
  const text = done.length === answers.length ? filled(work.everyone, { words }) : filled(work.some, { words, counties })
  const others = answers.filter(({ did }) => !did).map(({ county, open }) => `${county.name}${open === '' ? '' : `（${open}）`}`)
  const notes = others.length === 0 ? [] : [filled(comments.unread, { counties: others.join('、') })]
  return [
    statement(
      id,
      text,
      done.flatMap(({ sources }) => sources),
      notes,
    ),
  ]
}

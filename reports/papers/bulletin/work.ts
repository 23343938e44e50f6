/** 主要做法: the yes-or-no facts that documents of the year state. What nobody states is not said of anybody. */
import { answeredInYear } from '../../../rules/scoring/answered.ts'
import { periodWords } from '../../wording.ts'
import { chineseNumber } from '../numbering.ts'
import { filled } from '../wording.ts'
import { type BulletinCounty, type BulletinFacts, decisionSource, sourceOf } from './facts.ts'
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
  const others = facts.lexicon.facts.filter(({ id, circumstance }) => !circumstance && !named.has(id)).map(({ id }) => ({ fact: id }))
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
  /** The periods that it is said of, where it is denied of others. */
  readonly only: readonly string[]
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
    const { answer, uses, entered, only, open } = answeredInYear(office, county.feed, fact)
    const sources = [...uses.map((use) => sourceOf(county.name, use)), ...entered.map((each) => decisionSource(county, each, scheme))]
    return { county, did: answer === 'yes', only, sources, open }
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
    return { county, did: sources.length > 0, only: [], sources, open: '' }
  })
  return didStatement('work.summary', wording.work.summaries, answers, wording)
}

function didStatement(id: string, words: string, answers: readonly Answer[], wording: BulletinWording): Statement[] {
  const { work, comments } = wording
  const done = answers.filter(({ did }) => did)
  if (done.length === 0) return []
  const counties = done.map((each) => countyWords(each, wording)).join('、')
  const isAll = done.length === answers.length && done.every(({ only }) => only.length === 0)
  const text = isAll ? filled(work.everyone, { words }) : filled(work.some, { words, counties })
  const others = answers
    .filter(({ did, open }) => !did || open !== '')
    .map(({ county, open }) => `${county.name}${open === '' ? '' : `（${open}）`}`)
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

/** 乌苏市（第二季度、第三季度）, where it is denied of the other quarters. */
function countyWords({ county, only }: Answer, { work }: BulletinWording): string {
  if (only.length === 0) return county.name
  const periods = only.map((period) => periodWords(period).replace(/^\d{4}年(?=.)/u, '')).join('、')
  return filled(work.someOf, { counties: county.name, periods })
}

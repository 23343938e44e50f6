/** What the counties handed in, and what they were asked for and did not. */
import { servicesOf } from '../../../rules/scoring/period.ts'
import { receivedAsDecided } from '../../../rules/scoring/received.ts'
import { periodWords } from '../../wording.ts'
import { type BulletinCounty, type BulletinFacts, decisionSource } from './facts.ts'
import type { Source } from './statement.ts'

type CountyDocument = BulletinCounty['feed']['documents'][number]

/** One file of each: a copy in another format is none of its own. */
export const submittedDocuments = ({ feed }: BulletinCounty): CountyDocument[] =>
  feed.documents.filter(({ status }) => status !== 'duplicate')

export interface Missing {
  readonly kind: BulletinFacts['scheme']['submissions'][number]['kind']
  readonly sources: readonly Source[]
}

/** What was asked for and did not come in, by kind; what came in unreadable is not missing. */
export function missingSubmissions({ scheme, counties, office }: BulletinFacts): Missing[] {
  const kinds = [...new Set(scheme.submissions.map(({ kind }) => kind))]
  return kinds.map((kind) => ({
    kind,
    sources: scheme.submissions
      .filter((expected) => expected.kind === kind)
      .flatMap(({ period }) =>
        counties.flatMap((county): Source[] => {
          const { received, entered } = receivedAsDecided(office, county.feed, { document: kind, absent: 'no' }, period)
          if (received !== 'no') return []
          if (entered.length > 0) return entered.map((each) => decisionSource(county, each, scheme)).slice(0, 1)
          return [
            { county: county.name, record: 'score', id: county.score.id, file: 'scores.jsonl', words: `${periodWords(period)}未收到` },
          ]
        }),
      ),
  }))
}

/** Of the reports that came in late, the first that came for its period; by the day that a reviewer entered, where one did. */
export const lateReports = ({ scheme, counties, office }: BulletinFacts): Source[] =>
  scheme.submissions.flatMap(({ kind, period, due }) =>
    counties.flatMap((county): Source[] => {
      if (kind !== 'analysis' || due === undefined) return []
      const { day, uses, entered } = receivedAsDecided(office, county.feed, { document: kind }, period)
      const [use, decided] = [uses[0], entered[0]]
      if (day === null || day <= due) return []
      if (decided !== undefined) return [decisionSource(county, { ...decided, words: `${decided.words}，期限 ${due}` }, scheme)]
      return use === undefined
        ? []
        : [{ county: county.name, record: 'document', id: use.id, file: use.file, words: `${day} 收到，期限 ${due}` }]
    }),
  )

export const unreadDocuments = ({ scheme, counties }: BulletinFacts): Source[] =>
  counties.flatMap((county) =>
    submittedDocuments(county)
      .filter(({ status, period }) => status === 'rejected' && (period === null || servicesOf(period, String(scheme.year)).length > 0))
      .map(({ id, file, message }): Source => ({ county: county.name, record: 'document', id, file, words: message ?? '' })),
  )

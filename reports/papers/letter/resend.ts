/**
 * The letter to a county whose files cannot be read: which, why, and what to do. One for each county and period of which no other letter tells it. Of a report of
 * which another version was read nothing is asked, nor what is wrong with the office's own machine (`notTheirs`).
 */

import { fileName } from '../../../rules/versions/file-name.ts'
import type { DocumentRecord, RunResult } from '../../contract/records.ts'
import { isSubmitted } from '../../coverage.ts'
import { grouped } from '../../grouped.ts'
import { periodWords } from '../../wording.ts'
import type { Paper } from '../paper.ts'
import { filled } from '../wording.ts'
import { closingParts, letterHead } from './closing.ts'
import type { Speech } from './facts.ts'
import { letterFile } from './letter-names.ts'
import { points } from './points.ts'
import { unreadReason } from './unread-reason.ts'
import type { LetterWording } from './wording.ts'

export interface ResendFacts {
  readonly county: string
  readonly period: string | null
  readonly files: readonly DocumentRecord[]
}

/** `told`: the files of which other letters tell. */
export function resendFacts({ documents }: RunResult, { resend }: LetterWording, told: ReadonlySet<string>): ResendFacts[] {
  const asked = documents.filter(
    (document) =>
      isSubmitted(document) &&
      document.status === 'rejected' &&
      document.county !== null &&
      !told.has(document.file) &&
      !resend.notTheirs.includes(document.code ?? '') &&
      !documents.some((other) => isReadVersion(other, document)),
  )
  return [...grouped(asked, ({ county, period }) => `${county}\n${period}`).values()].flatMap((files) => {
    const [{ county = null, period = null } = {}] = files
    return county === null ? [] : [{ county, period, files }]
  })
}

/** Another version of a report, which was read. Of a file that does not say what it is, any report may be. */
const isReadVersion = (other: DocumentRecord, { kind, county, period }: DocumentRecord): boolean =>
  isSubmitted(other) &&
  (other.status === 'ok' || other.status === 'partial') &&
  other.county === county &&
  (period === null || other.period === period) &&
  (kind === 'unknown' ? other.kind === 'analysis' : kind === other.kind && kind !== 'evidence' && kind !== 'data')

export const resendName = ({ county, period }: ResendFacts, { resend }: LetterWording): string =>
  letterFile(county, period, `-${resend.name}`)

export function resendLetter({ county, period, files }: ResendFacts, speech: Speech): Paper {
  const { wording } = speech
  const { resend } = wording
  const you = county.endsWith('市') ? '你市' : '你县'
  const kinds = new Set(files.map(({ kind }) => kind))
  const [kind = 'unknown'] = kinds
  const names = {
    county,
    you,
    period: period === null ? '' : periodWords(period),
    name: resend.kinds[kinds.size === 1 ? kind : 'unknown'],
    count: files.length,
  }
  const closing = closingParts(period, kind, speech)
  return {
    ...letterHead(filled(resend.title, names), speech),
    parts: [
      { kind: 'addressee', text: filled(wording.addressee, names) },
      { kind: 'body', text: filled(resend.opening, names) },
      ...points(files.map((document) => filled(resend.file, { files: fileName(document.file), reason: unreadReason(document, resend) }))),
      { kind: 'body', text: filled(resend.deadline, { ...names, deadline: closing.deadline }) },
      { kind: 'body', text: resend.help },
      closing.signature,
    ],
  }
}

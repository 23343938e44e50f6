/** What begins and ends every letter: the office and its number, by when an answer is asked, the signature. */
import type { ExpectedSubmission } from '../../context.ts'
import { addDays, dayWords } from '../days.ts'
import type { Paper, Part } from '../paper.ts'
import { filled } from '../wording.ts'
import type { Speech } from './facts.ts'

export const letterHead = (title: string, { wording, context: { scheme }, day }: Speech): Omit<Paper, 'parts'> => ({
  office: scheme.office,
  documentNumber: scheme.letters.documentNumber ?? [{ text: '〔　　〕　号', comment: wording.numberComment }],
  title,
  day: day ?? `${scheme.year}-01-01`,
})

/** The last day of the submission itself; else the letter's day and the days given; without a day, counted from receipt. */
export function closingParts(
  period: string | null,
  kind: string,
  { wording, context: { scheme }, day }: Speech,
): { readonly deadline: string; readonly signature: Part } {
  const isThis = (submission: ExpectedSubmission): boolean => submission.kind === kind && submission.period === period
  const last = scheme.submissions.find(isThis)?.amendBy ?? (day === null ? null : addDays(day, scheme.letters.days))
  return {
    deadline:
      last === null ? filled(wording.deadlineDays, { count: scheme.letters.days }) : filled(wording.deadlineDay, { day: dayWords(last) }),
    signature: {
      kind: 'signature',
      office: scheme.office,
      date: day === null ? [{ text: wording.noDate, comment: wording.noDateComment }] : dayWords(day),
    },
  }
}

/** Small parts that several views share: chips for verdicts and states, links to documents, empty notes. */
import type { Answer } from '../../../extractors/facts/fact.ts'
import type { Value } from '../../../extractors/indicators/value.ts'
import type { Criteria, Verdict } from '../../../rules/analysis/assessment.ts'
import type { DocumentStatus } from '../../contract/records.ts'
import { type Attainment, attainmentWords } from '../../targets.ts'
import { answerWords, levelWords, roleWords, statusWords, verdictWords } from '../../wording.ts'
import type { PageDocument } from '../payload.ts'
import { data } from './data.ts'
import { type Child, h } from './dom.ts'
import { link } from './route.ts'

type Tone = 'good' | 'doubt' | 'bad' | 'plain'

export const chip = (tone: Tone, ...words: Child[]): HTMLElement => h('span', { class: `chip ${tone}` }, words)

export const verdictTone: Readonly<Record<Verdict, Tone>> = { pass: 'good', review: 'doubt', weak: 'bad' }
export const verdictChip = (verdict: Verdict): HTMLElement => chip(verdictTone[verdict], verdictWords[verdict])

const statusTone: Readonly<Record<DocumentStatus, Tone>> = {
  ok: 'good',
  partial: 'doubt',
  rejected: 'bad',
  duplicate: 'plain',
  ignored: 'plain',
}
export const statusChip = (status: DocumentStatus): HTMLElement => chip(statusTone[status], statusWords[status])

const answerTone: Readonly<Record<Answer, Tone>> = { yes: 'good', no: 'bad', unknown: 'doubt' }
export const answerChip = (answer: Answer): HTMLElement => chip(answerTone[answer], answerWords[answer])

export const roleChip = (role: Value['role']): HTMLElement => h('span', { class: `role ${role}` }, roleWords[role])

const SIGNS: Readonly<Record<Attainment, string>> = { met: '✓', unmet: '✗', unknown: '？' }
export const attainmentMark = (met: Attainment | null): Child =>
  met === null ? null : h('span', { class: `attained ${met}`, title: attainmentWords[met] }, `${SIGNS[met]} ${attainmentWords[met]}`)

/** A document by its title, or by its file's name where it has none. */
export const documentName = ({ title, file }: PageDocument): string => title.trim() || (file.split('/').at(-1) ?? file)

export function documentLink(document: number, at?: { readonly start: number; readonly end: number }, words?: Child): Child {
  const record = data.documents[document]
  if (record === undefined) return words ?? null
  return h('a', { href: documentAddress(record, at), title: record.file }, words ?? documentName(record))
}

export const documentAddress = ({ id }: PageDocument, at?: { readonly start: number; readonly end: number }): string =>
  link(`doc/${id}`, { at: at === undefined ? null : `${at.start}-${at.end}` })

/** The letter that asks for a document again. */
export const resendLink = ({ askedAgain }: Pick<PageDocument, 'askedAgain'>): Child =>
  askedAgain === undefined ? null : h('p', { class: 'source' }, '已拟', h('a', { href: encodeURI(askedAgain) }, '要求重新报送的反馈意见函'))

export const emptyNote = (...words: Child[]): HTMLElement => h('p', { class: 'empty' }, words)

/** The cell whose panel is open, so that the eye finds the way back; null when it is closed. */
export function markOpened(opened: string | null): void {
  for (const cell of document.querySelectorAll<HTMLElement>('button.figure'))
    cell.classList.toggle('opened-here', opened !== null && cell.dataset['cell'] === opened)
}

export const percentWords = (share: number): string => `${Math.round(share * 100)}%`

const TOP = new Set<string>(['adequate', 'specific', 'present', 'concrete'])
const MIDDLE = new Set<string>(['thin', 'boilerplate', 'slogan'])

export const levelChip = (level: Criteria[keyof Criteria]['level']): Child =>
  chip(TOP.has(level) ? 'good' : MIDDLE.has(level) ? 'doubt' : 'bad', levelWords[level])

/** Of a list: what is a county's own, under any of its names. */
export const countyFilter = <Item>(countyOf: (item: Item) => string | null | undefined) => ({
  name: 'county',
  label: '县市',
  options: data.counties.map(({ name }) => [name, name] as const),
  matches: (item: Item, chosen: string) => data.counties.find(({ name }) => name === chosen)?.names.includes(countyOf(item) ?? '') ?? false,
})

/** The draft bulletin: its passages, the paper that they make, and the record of what each of its sentences rests on. */

import type { Scheme } from '../../../rules/scoring/scheme.ts'
import type { BulletinRecord } from '../../contract/bulletin-record.ts'
import { dayWords } from '../days.ts'
import type { Paper, Text, Words } from '../paper.ts'
import type { PaperFile } from '../paper-file.ts'
import { paperFiles, type RenderPapers, renderHere } from '../render-papers.ts'
import { filled } from '../wording.ts'
import { annexPart } from './annex.ts'
import { bulletinName } from './bulletin-name.ts'
import { type BulletinFacts, type BulletinInput, type BulletinSpeech, bulletinFacts } from './facts.ts'
import { goalPassages, goalsOf } from './goals.ts'
import { allHonours, applicationPassages, honourPassages } from './honours.ts'
import { createPrinter, withGaps } from './print.ts'
import { problemsOf } from './problems.ts'
import { problemPassages, requirementPassages } from './requirements.ts'
import { resultPassages } from './result.ts'
import { heading, type Passage, paragraph, statement } from './statement.ts'
import type { BulletinWording } from './wording.ts'
import { workPassages } from './work.ts'

export interface Bulletin extends PaperFile {
  /** One for each statement and each gap, in the order of the paper. */
  readonly records: readonly BulletinRecord[]
}

/** null where the scheme says nothing of papers, or gives no grades. */
export async function bulletin(input: BulletinInput, speech: BulletinSpeech, render: RenderPapers = renderHere): Promise<Bulletin | null> {
  const { papers, grades } = input.scheme
  if (papers === undefined || grades === undefined) return null
  const { paper, records } = draft(bulletinFacts(input), papers, speech)
  const [file] = await paperFiles([{ name: bulletinName, paper }], render)
  return { ...(file as PaperFile), records }
}

type Papers = NonNullable<Scheme['papers']>

/** The paper before it is set, with its records. */
export function draft(
  facts: BulletinFacts,
  papers: Papers,
  { wording, day }: BulletinSpeech,
): { readonly paper: Paper; readonly records: readonly BulletinRecord[] } {
  const printer = createPrinter(wording)
  const parts = printer.parts(passages(facts, papers, wording))
  const annex = annexPart(facts, wording)
  const note = printer.text(annex.note)
  const date: Text = day === null ? [{ text: wording.gaps.date, gap: true, comment: wording.comments.date }] : dayWords(day)
  return {
    paper: {
      form: 'document',
      office: papers.letterhead,
      documentNumber: documentNumber(papers.documentNumber, wording),
      title: papers.title,
      day: day ?? `${facts.scheme.year}-01-01`,
      parts: [
        { kind: 'addressee', text: [{ text: `${papers.addressees}：`, comment: wording.comments.draft }] },
        ...parts,
        { kind: 'annex-list', names: [papers.feedbackTitle] },
        { kind: 'signature', office: papers.signature, ...(papers.sealNote === undefined ? {} : { note: papers.sealNote }), date },
        { kind: 'annex', label: '附件', title: papers.feedbackTitle },
        annex.table,
        { kind: 'body', text: note },
      ],
      imprint: {
        copies: papers.copies,
        office: papers.signature,
        date: day === null ? [{ text: wording.gaps.date, gap: true }] : dayWords(day),
      },
    },
    records: printer.records(),
  }
}

function passages(facts: BulletinFacts, papers: Papers, wording: BulletinWording): Passage[] {
  const goals = goalsOf(facts)
  const honours = allHonours(facts)
  const problems = problemsOf({ facts, goals, honours }, wording)
  return [
    opening(facts, papers, wording),
    ...resultPassages(facts, wording),
    heading(1, wording.work.heading),
    ...workPassages(facts, wording),
    ...goalPassages(facts, goals, wording),
    ...honourPassages(honours, wording),
    ...applicationPassages(honours, wording),
    ...problemPassages(problems, wording),
    ...requirementPassages(problems, wording),
  ]
}

function opening({ scheme, scores }: BulletinFacts, { basis }: Papers, wording: BulletinWording): Passage {
  const template = basis.length === 0 ? wording.openingWithoutBasis : wording.opening
  const source = { county: null, record: 'scheme', id: scores.scheme.id, file: 'scores.jsonl', words: scheme.name } as const
  return paragraph(statement('opening', filled(template, { basis: basis.join('、'), year: scheme.year }), [source]))
}

/** The number itself is left out by the scheme as a full-width blank: 塔质量强区办〔2021〕　号. */
function documentNumber(given: string, { gaps, comments }: BulletinWording): Text {
  const [before = '', after] = given.split(/\u3000+/u)
  if (after === undefined) return withGaps(given)
  const blank: Words = { text: gaps.number, gap: true, comment: comments.number }
  return [before, blank, after]
}

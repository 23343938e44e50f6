/** The letter to one county about one report, as a paper. */
import { fileName } from '../../../rules/versions/file-name.ts'
import type { ExpectedSubmission } from '../../context.ts'
import { periodWords, versionReasonWords } from '../../wording.ts'
import { addDays, dayWords } from '../days.ts'
import type { Column, Paper, Part } from '../paper.ts'
import { filled } from '../wording.ts'
import { againParts, againRows } from './again.ts'
import { goodParts, missingParts, missingRows } from './criteria.ts'
import { equalParts, equalRows } from './equal.ts'
import type { AnnexRow, LetterFacts, Speech } from './facts.ts'
import { figureParts, figureRows } from './figures.ts'
import { createMask } from './other-counties.ts'
import { unseenParts, unseenRows } from './unseen.ts'

const UNKNOWN_COUNTY = '报送单位'

export function letter(facts: LetterFacts, speech: Speech): Paper {
  const { wording, context, day } = speech
  const { scheme } = context
  const { county, period } = facts.assessment
  const you = county?.endsWith('市') ? '你市' : '你县'
  const mask = createMask(context, county, wording.otherCounty)
  const peers = { areNamed: scheme.letters.nameOtherCounties, mask }
  const names = { county: county ?? UNKNOWN_COUNTY, period: period === null ? '' : periodWords(period), you }
  const report = facts.document.title.trim() || fileName(facts.document.file)
  const rows = [
    ...missingRows(facts, wording),
    ...figureRows(facts, mask),
    ...equalRows(facts, wording, peers, you),
    ...unseenRows(facts, wording, you),
    ...againRows(facts),
  ]
  return {
    office: scheme.office,
    documentNumber: scheme.letters.documentNumber ?? [{ text: '〔　　〕　号', comment: wording.numberComment }],
    title: filled(wording.title, names),
    day: day ?? `${scheme.year}-01-01`,
    parts: [
      { kind: 'addressee', text: filled(wording.addressee, names) },
      { kind: 'body', text: filled(wording.opening, { ...names, report }) },
      ...versionParts(facts, speech),
      ...goodParts(facts, wording),
      ...missingParts(facts, wording),
      ...figureParts(facts, wording, mask),
      ...equalParts(facts, wording, peers, you),
      ...unseenParts(facts, wording, you),
      ...againParts(facts, wording),
      { kind: 'heading', level: 1, text: wording.deadlineHeading },
      { kind: 'body', text: filled(wording.deadline, { deadline: deadline(facts, speech) }) },
      { kind: 'body', text: wording.objection },
      { kind: 'annex-list', names: [wording.annexTitle] },
      {
        kind: 'signature',
        office: scheme.office,
        date: day === null ? [{ text: wording.noDate, comment: wording.noDateComment }] : dayWords(day),
      },
      { kind: 'annex', label: '附件', title: wording.annexTitle },
      annexTable(rows),
    ],
  }
}

function versionParts({ superseded, document, reason }: LetterFacts, { wording }: Speech): Part[] {
  if (superseded.length === 0) return []
  const other = superseded.map(({ file }) => fileName(file)).join('、')
  const given = { count: superseded.length + 1, files: fileName(document.file), reason: versionReasonWords[reason], other }
  return [{ kind: 'body', text: filled(wording.version, given) }]
}

/** The submission's own last day; else the letter's day and the days given; without a day, counted from receipt. */
function deadline({ assessment }: LetterFacts, { wording, context: { scheme }, day }: Speech): string {
  const isThis = ({ kind, period }: ExpectedSubmission): boolean => kind === 'analysis' && period === assessment.period
  const last = scheme.submissions.find(isThis)?.amendBy ?? (day === null ? null : addDays(day, scheme.letters.days))
  if (last === null) return filled(wording.deadlineDays, { count: scheme.letters.days })
  return filled(wording.deadlineDay, { day: dayWords(last) })
}

const COLUMNS: readonly Column[] = [
  { title: '序号', share: 8, centred: true },
  { title: '事项', share: 17, centred: true },
  { title: '原文', share: 32 },
  { title: '位置', share: 18 },
  { title: '意见', share: 33 },
]

const annexTable = (rows: readonly AnnexRow[]): Part => ({
  kind: 'table',
  columns: COLUMNS,
  rows: rows.map(({ about, quote, place, advice }, index) => [String(index + 1), about, quote, place, advice]),
})

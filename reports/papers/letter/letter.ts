/** The letter to one county about one report, as a paper. */
import { fileName } from '../../../rules/versions/file-name.ts'
import { periodWords, versionReasonWords } from '../../wording.ts'
import type { Column, Paper, Part } from '../paper.ts'
import { filled } from '../wording.ts'
import { againParts, againRows } from './again.ts'
import { closingParts, letterHead } from './closing.ts'
import { goodParts, missingParts, missingRows } from './criteria.ts'
import { equalParts, equalRows } from './equal.ts'
import type { AnnexRow, LetterFacts, Speech } from './facts.ts'
import { figureParts, figureRows } from './figures.ts'
import { createMask } from './other-counties.ts'
import { unseenParts, unseenRows } from './unseen.ts'

const UNKNOWN_COUNTY = '报送单位'

export function letter(facts: LetterFacts, speech: Speech): Paper {
  const { wording, context } = speech
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
  const closing = closingParts(period, 'analysis', speech)
  return {
    ...letterHead(filled(wording.title, names), speech),
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
      { kind: 'body', text: filled(wording.deadline, { deadline: closing.deadline }) },
      { kind: 'body', text: wording.objection },
      { kind: 'annex-list', names: [wording.annexTitle] },
      closing.signature,
      { kind: 'annex', label: '附件', title: wording.annexTitle, across: true },
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

const COLUMNS: readonly Column[] = [
  { title: '序号', share: 5, centred: true },
  { title: '事项', share: 19, centred: true },
  { title: '原文', share: 30 },
  { title: '位置', share: 19 },
  { title: '意见', share: 42 },
]

const annexTable = (rows: readonly AnnexRow[]): Part => ({
  kind: 'table',
  columns: COLUMNS,
  rows: rows.map(({ about, quote, place, advice }, index) => [String(index + 1), about, quote, place, advice]),
})

/** The table of a form: a row an item, the parts of the scheme as bands, the sum at the end. */
import type { ScoredItem } from '../../../rules/scoring/score.ts'
import { pointsWords } from '../../wording.ts'
import type { Column, FormPart, TableRow } from '../paper.ts'
import { filled } from '../wording.ts'
import { adviceLines, type Extent, groundLines, pointsLine, printedReasons, scoreLines, toneOf } from './item-words.ts'
import { type FormSpeech, isOpen } from './speech.ts'

/** `total` closes the table where the items make a sum. */
export function itemTable(items: readonly ScoredItem[], speech: FormSpeech, total: TableRow | null, extent: Extent): FormPart {
  let number = 0
  const parts = [...new Set(items.map((item) => partOf(item, speech)))]
  const rows = parts.flatMap((part): TableRow[] => {
    const own = items.filter((item) => partOf(item, speech) === part)
    return [band(part, own, speech), ...own.map((item) => itemRow(item, ++number, speech, extent))]
  })
  return { kind: 'table', columns: columns(speech), rows: total === null ? rows : [...rows, total] }
}

const columns = ({ wording: { columns: words } }: FormSpeech): Column[] => [
  { title: words.number, share: 5, centred: true },
  { title: words.item, share: 18 },
  { title: words.points, share: 6, centred: true },
  { title: words.score, share: 10, centred: true },
  { title: words.why, share: 34 },
  { title: words.evidence, share: 46 },
  { title: words.advice, share: 22 },
]

const partOf = ({ item }: ScoredItem, { items }: FormSpeech): string => items.get(item)?.part ?? ''

function band(name: string, items: readonly ScoredItem[], { wording, items: described }: FormSpeech): TableRow {
  const scored = items.filter(({ item }) => (described.get(item)?.kind ?? 'scored') === 'scored')
  const points = pointsWords(scored.reduce((all, each) => all + each.points, 0))
  const score = pointsWords(items.reduce((all, { provisional }) => all + Number(provisional), 0))
  const words = scored.some(isOpen) ? wording.partOpen : wording.part
  const text = scored.length === 0 ? name : filled(words, { name, points, score })
  return [{ lines: [[{ text, face: 'hei' }]], columns: 7, tone: 'band' }]
}

const itemRow = (item: ScoredItem, number: number, speech: FormSpeech, extent: Extent): TableRow => [
  String(number),
  item.name,
  pointsLine(item, speech),
  { lines: scoreLines(item, speech), ...toneOf(item, speech) },
  { lines: printedReasons(item, speech, extent) },
  { lines: groundLines(item, speech, extent) },
  { lines: adviceLines(item, speech) },
]

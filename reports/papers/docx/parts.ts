/** The parts of a paper as paragraphs and tables. */
import { AlignmentType, HeadingLevel as DocxHeading, type FileChild, LineRuleType, Paragraph, type ParagraphChild, TextRun } from 'docx'
import { createNumbering } from '../numbering.ts'
import { type Face, type HeadingLevel, type Part, plainText, type Text } from '../paper.ts'
import { after, character, faces, indent, lines, sizes } from './measures.ts'
import { table } from './table.ts'
import type { Writer } from './words.ts'

const HEADINGS: Readonly<Record<HeadingLevel, { readonly style: (typeof DocxHeading)[keyof typeof DocxHeading]; readonly face: Face }>> = {
  1: { style: DocxHeading.HEADING_1, face: 'hei' },
  2: { style: DocxHeading.HEADING_2, face: 'kai' },
  3: { style: DocxHeading.HEADING_3, face: 'fangsong' },
  4: { style: DocxHeading.HEADING_4, face: 'fangsong' },
}

/** The line that stands empty between parts. */
export const emptyLine = (): Paragraph => new Paragraph({})

/** A text cannot end with a table: Word would add a line of its own, and a page where it does not fit. */
export const lowLine = (): Paragraph => new Paragraph({ spacing: { line: after.table, lineRule: LineRuleType.EXACT } })

/** `width` of the text, in twentieths of a point. */
export function paperParts(parts: readonly Part[], writer: Writer, width: number): FileChild[] {
  const label = createNumbering()
  return parts.flatMap((part, at) =>
    part.kind === 'heading'
      ? [heading(part.level, label(part.level), part.text, writer)]
      : made(part, writer, width, KEPT_BEFORE.has(parts[at + 1]?.kind ?? 'body')),
  )
}

/** No page bears nothing but these: the paragraph before them goes with them. */
const KEPT_BEFORE: ReadonlySet<Part['kind']> = new Set(['annex-list', 'signature'])

function made(part: Exclude<Part, { readonly kind: 'heading' }>, writer: Writer, width: number, keepNext: boolean): FileChild[] {
  switch (part.kind) {
    case 'body':
      return [paragraph(writer.runs(part.text), keepNext)]
    case 'addressee':
      return [emptyLine(), new Paragraph({ children: writer.runs(part.text) })]
    case 'annex-list':
      return [new Paragraph({ keepNext }), ...annexList(part.names, writer, keepNext)]
    case 'signature':
      return signature(part, writer)
    case 'annex':
      return annex(part, writer)
    case 'table':
      return [table(part.columns, part.rows, writer, width)]
  }
}

const paragraph = (children: ParagraphChild[], keepNext: boolean): Paragraph =>
  new Paragraph({ indent: { firstLine: indent }, alignment: AlignmentType.BOTH, widowControl: false, keepNext, children })

/** The lower levels are set like the body, and run on as its paragraphs do. */
function heading(level: HeadingLevel, label: string, text: Text, { runs }: Writer): Paragraph {
  const { style, face } = HEADINGS[level]
  return new Paragraph({
    heading: style,
    keepNext: level < 3,
    widowControl: level < 3,
    indent: { firstLine: indent },
    alignment: level < 3 ? AlignmentType.LEFT : AlignmentType.BOTH,
    children: [...runs(label, face), ...runs(text, face)],
  })
}

/** 附件：1.…, wrapped lines below the name's first character; a single annex bears no number. */
function annexList(names: readonly string[], { runs }: Writer, keepNext: boolean): Paragraph[] {
  const alone = names.length === 1
  const hanging = character * (alone ? 3 : 4)
  return names.map((name, index) => {
    const head = index === 0 ? '附件：' : '　　　'
    return new Paragraph({
      keepNext,
      indent: { left: indent + hanging, hanging },
      children: runs(`${head}${alone ? '' : `${index + 1}.`}${name}`),
    })
  })
}

/** Room for a seal: the date four characters from the right, the office centred above it. All stay on one page with what stands before. */
function signature({ office, note, date }: Extract<Part, { readonly kind: 'signature' }>, { runs }: Writer): Paragraph[] {
  const right = 4 * character
  const [officeWidth, dateWidth] = [widthOf(plainText(office)), widthOf(plainText(date))]
  const overhang = Math.max(0, officeWidth - dateWidth) / 2
  const dateRight = Math.max(right, overhang)
  const line = (children: ParagraphChild[], from: number, keepNext: boolean): Paragraph =>
    new Paragraph({ alignment: AlignmentType.RIGHT, indent: { right: Math.max(0, Math.round(from)) }, keepNext, keepLines: true, children })
  return [
    new Paragraph({ keepNext: true }),
    new Paragraph({ keepNext: true }),
    line(runs(office), right - overhang, true),
    ...(note === undefined ? [] : [line(runs(note), dateRight + (dateWidth - widthOf(plainText(note))) / 2, true)]),
    line(runs(date), dateRight, false),
  ]
}

/** Latin letters and figures are half as wide. */
const widthOf = (text: string): number =>
  [...text].reduce((width, each) => width + (each.charCodeAt(0) < 0x80 ? character / 2 : character), 0)

/** One across begins a section, and with it its page. */
function annex({ label, title, across = false }: Extract<Part, { readonly kind: 'annex' }>, { runs }: Writer): Paragraph[] {
  return [new Paragraph({ pageBreakBefore: !across, children: runs(label, 'hei') }), emptyLine(), ...titleLines(title), emptyLine()]
}

/** Lines as the wording cuts them, so that no word is broken over two. */
export function titleLines(title: string): Paragraph[] {
  return title.split('\n').map(
    (text) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { line: lines.title, lineRule: LineRuleType.EXACT },
        children: [new TextRun({ text, font: faces.title, size: sizes.title })],
      }),
  )
}

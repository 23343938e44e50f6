/** A paper as the bytes of a .docx; the same paper gives the same bytes. This folder is all that knows the library `docx`. */
import { AlignmentType, Document, type FileChild, type ISectionOptions, LineRuleType, Packer, Paragraph } from 'docx'
import type { FormPaper, OfficialPaper, Paper } from '../paper.ts'
import { fixedPackage } from './fixed-package.ts'
import { documentFrame, formFrame, letterFrame } from './frame.ts'
import { documentHead, imprintTable } from './head.ts'
import { densePage, faces, lines, page, pageAcross, type Sheet, sizes, tightening, widthOn } from './measures.ts'
import { emptyLine, paperParts, titleLines } from './parts.ts'
import { createWriter, type Writer } from './words.ts'

export async function renderDocx(paper: Paper): Promise<Uint8Array> {
  const { sheet, small, frame, head, foot } = layoutOf(paper)
  const writer = createWriter(paper.day, widthOn(sheet), small)
  const children = [...head(writer), ...paperParts(paper.parts, writer), ...foot(writer)]
  const spacing = { line: lines.body, lineRule: LineRuleType.EXACT, before: 0, after: 0 }
  const heading = { run: { color: '000000', bold: false, italics: false, size: sizes.body }, paragraph: { spacing } }
  const document = new Document({
    title: paper.title.replaceAll('\n', ''),
    creator: paper.office,
    lastModifiedBy: paper.office,
    compatibility: { version: 15 },
    evenAndOddHeaderAndFooters: true,
    comments: { children: writer.comments },
    styles: {
      default: {
        document: {
          run: { font: faces.fangsong, size: sizes.body, characterSpacing: tightening, language: { value: 'en-US', eastAsia: 'zh-CN' } },
          paragraph: { spacing },
        },
        heading1: heading,
        heading2: heading,
        heading3: heading,
        heading4: heading,
      },
    },
    sections: [{ ...frame, children }],
  })
  return fixedPackage(new Uint8Array(await Packer.toBuffer(document)), paper.day, writer.charts)
}

interface Layout {
  readonly sheet: Sheet
  /** The type of tables and notes. */
  readonly small: Writer['small']
  readonly frame: Omit<ISectionOptions, 'children'>
  readonly head: (writer: Writer) => FileChild[]
  readonly foot: (writer: Writer) => FileChild[]
}

const layoutOf = (paper: Paper): Layout => ('documentNumber' in paper ? officialLayout(paper) : formLayout(paper))

function officialLayout(paper: OfficialPaper): Layout {
  const isDocument = paper.form === 'document'
  return {
    sheet: page,
    small: { size: sizes.table, line: lines.table },
    frame: isDocument ? documentFrame() : letterFrame(paper.office),
    head: (writer) => [...(isDocument ? documentHead(paper, writer) : letterHead(paper, writer)), ...titleLines(paper.title)],
    foot: (writer) => (paper.imprint === undefined ? [] : imprintTable(paper.imprint, writer)),
  }
}

const letterHead = ({ documentNumber }: OfficialPaper, { runs }: Writer): FileChild[] => [
  new Paragraph({ alignment: AlignmentType.RIGHT, children: runs(documentNumber) }),
  emptyLine(),
]

function formLayout({ form, title }: FormPaper): Layout {
  const sheet = form === 'across' ? pageAcross : densePage
  return {
    sheet,
    small: { size: sizes.formTable, line: lines.formTable },
    frame: formFrame(sheet),
    head: () => titleLines(title, sizes.formTitle, lines.formTitle),
    foot: () => [],
  }
}

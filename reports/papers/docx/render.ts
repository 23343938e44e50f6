/** A paper as the bytes of a .docx; the same paper gives the same bytes. This folder is all that knows the library `docx`. */
import { AlignmentType, Document, type FileChild, LineRuleType, Packer, Paragraph } from 'docx'
import type { Paper } from '../paper.ts'
import { fixedPackage } from './fixed-package.ts'
import { documentFrame, letterFrame } from './frame.ts'
import { documentHead, imprintTable } from './head.ts'
import { faces, lines, sizes, tightening } from './measures.ts'
import { emptyLine, paperParts, titleLines } from './parts.ts'
import { createWriter, type Writer } from './words.ts'

export async function renderDocx(paper: Paper): Promise<Uint8Array> {
  const writer = createWriter(paper.day)
  const isLetter = paper.form !== 'document'
  const children = [
    ...(isLetter ? letterHead(paper, writer) : documentHead(paper, writer)),
    ...titleLines(paper.title),
    ...paperParts(paper.parts, writer),
    ...(paper.imprint === undefined ? [] : imprintTable(paper.imprint, writer)),
  ]
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
    sections: [{ ...(isLetter ? letterFrame(paper.office) : documentFrame()), children }],
  })
  return fixedPackage(new Uint8Array(await Packer.toBuffer(document)), paper.day)
}

const letterHead = ({ documentNumber }: Paper, { runs }: Writer): FileChild[] => [
  new Paragraph({ alignment: AlignmentType.RIGHT, children: runs(documentNumber) }),
  emptyLine(),
]

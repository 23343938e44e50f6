/** A letter or a document as the bytes of a .docx; the same paper gives the same bytes. This folder is all that knows the library `docx`. */
import { AlignmentType, type FileChild, Paragraph } from 'docx'
import type { Paper } from '../paper.ts'
import { fixedPackage } from './fixed-package.ts'
import { documentFrame, letterFrame } from './frame.ts'
import { documentHead } from './head.ts'
import { atFoot, imprintTable } from './imprint.ts'
import { libraryPackage } from './library-package.ts'
import { emptyLine, lowLine, paperParts, titleLines } from './parts.ts'
import { createWriter, type Writer } from './words.ts'

const BODY = 'word/document.xml'

export async function renderDocx(paper: Paper): Promise<Uint8Array> {
  const writer = createWriter(paper.day)
  const isLetter = paper.form !== 'document'
  const children = [
    ...(isLetter ? letterHead(paper, writer) : documentHead(paper, writer)),
    ...titleLines(paper.title),
    ...paperParts(paper.parts, writer),
    ...(paper.imprint === undefined ? [] : [imprintTable(paper.imprint, writer)]),
    ...(paper.imprint === undefined && paper.parts.at(-1)?.kind === 'table' ? [lowLine()] : []),
  ]
  const frame = isLetter ? letterFrame(paper.office) : documentFrame()
  const { comments } = writer
  const parts = libraryPackage({ title: paper.title.replaceAll('\n', ''), office: paper.office, frame, children, comments })
  const { imprint } = paper
  const body = parts.get(BODY)
  return fixedPackage(imprint === undefined || body === undefined ? parts : new Map([...parts, [BODY, atFoot(body, imprint)]]), paper.day)
}

const letterHead = ({ documentNumber }: Paper, { runs }: Writer): FileChild[] => [
  new Paragraph({ alignment: AlignmentType.RIGHT, children: runs(documentNumber) }),
  emptyLine(),
]

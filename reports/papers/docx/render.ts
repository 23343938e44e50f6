/** A letter or a document as the bytes of a .docx; the same paper gives the same bytes. This folder is all that knows the library `docx`. */
import { AlignmentType, type FileChild, Paragraph } from 'docx'
import type { Paper, Part } from '../paper.ts'
import { fixedPackage } from './fixed-package.ts'
import { documentFrame, formFrame, letterFrame } from './frame.ts'
import { documentHead } from './head.ts'
import { atFoot, imprintTable } from './imprint.ts'
import { libraryPackage } from './library-package.ts'
import { pageAcross, textWidth, widthOn } from './measures.ts'
import { emptyLine, lowLine, paperParts, titleLines } from './parts.ts'
import { createWriter, type Writer } from './words.ts'

const BODY = 'word/document.xml'

export async function renderDocx(paper: Paper): Promise<Uint8Array> {
  const writer = createWriter(paper.day)
  const isLetter = paper.form !== 'document'
  const [upright, across] = turned(paper.parts)
  const head = [...(isLetter ? letterHead(paper, writer) : documentHead(paper, writer)), ...titleLines(paper.title)]
  const main = [...head, ...paperParts(upright, writer, textWidth)]
  const foot = paper.imprint === undefined ? [] : [imprintTable(paper.imprint, writer)]
  const end = paper.imprint === undefined && paper.parts.at(-1)?.kind === 'table' ? [lowLine()] : []
  const first = {
    frame: isLetter ? letterFrame(paper.office) : documentFrame(),
    children: across.length === 0 ? [...main, ...foot, ...end] : main,
  }
  const second = { frame: formFrame('across'), children: [...paperParts(across, writer, widthOn(pageAcross)), ...foot, ...end] }
  const { comments } = writer
  const parts = libraryPackage({
    title: paper.title.replaceAll('\n', ''),
    office: paper.office,
    sections: across.length === 0 ? [first] : [first, second],
    comments,
  })
  const { imprint } = paper
  const body = parts.get(BODY)
  return fixedPackage(imprint === undefined || body === undefined ? parts : new Map([...parts, [BODY, atFoot(body, imprint)]]), paper.day)
}

/** What stands on upright pages, and what on pages across. */
function turned(parts: readonly Part[]): [Part[], Part[]] {
  const turn = parts.findIndex((part) => part.kind === 'annex' && part.across === true)
  return turn < 0 ? [[...parts], []] : [parts.slice(0, turn), parts.slice(turn)]
}

const letterHead = ({ documentNumber }: Paper, { runs }: Writer): FileChild[] => [
  new Paragraph({ alignment: AlignmentType.RIGHT, children: runs(documentNumber) }),
  emptyLine(),
]

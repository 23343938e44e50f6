/** A .docx as the library makes it: styles by the standard, one section. Its times are those of the machine: `fixed-package.ts` sets them. */
import { Document, type FileChild, type ISectionOptions, LineRuleType, Packer } from 'docx'
import { faces, lines, sizes, tightening } from './measures.ts'
import type { Comment } from './words.ts'

export interface LibraryPaper {
  readonly title: string
  readonly office: string
  readonly frame: Omit<ISectionOptions, 'children'>
  readonly children: readonly FileChild[]
  readonly comments: readonly Comment[]
}

export async function libraryPackage({ title, office, frame, children, comments }: LibraryPaper): Promise<Uint8Array> {
  const spacing = { line: lines.body, lineRule: LineRuleType.EXACT, before: 0, after: 0 }
  const heading = { run: { color: '000000', bold: false, italics: false, size: sizes.body }, paragraph: { spacing } }
  const document = new Document({
    title,
    creator: office,
    lastModifiedBy: office,
    compatibility: { version: 15 },
    evenAndOddHeaderAndFooters: true,
    comments: { children: comments },
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
  return new Uint8Array(await Packer.toBuffer(document))
}

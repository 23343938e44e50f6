/**
 * The parts of a .docx as the library makes them: styles by the standard, a section for each kind of page. Its times are those of the machine: `fixed-package.ts` sets them.
 *
 * The library would also zip them, by JavaScript, which takes as long as all else; its own step before that is asked instead. The version is fixed in package.json.
 */
import { Document, type FileChild, type ISectionOptions, LineRuleType, Packer } from 'docx'
import { faces, lines, sizes, tightening } from './measures.ts'
import type { Comment } from './words.ts'

export interface LibraryPaper {
  readonly title: string
  readonly office: string
  /** The pages of one frame, then those of the next. */
  readonly sections: readonly Section[]
  readonly comments: readonly Comment[]
}

export interface Section {
  readonly frame: Omit<ISectionOptions, 'children'>
  readonly children: readonly FileChild[]
}

/** The parts by name. */
export function libraryPackage({ title, office, sections, comments }: LibraryPaper): ReadonlyMap<string, string> {
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
    sections: sections.map(({ frame, children }) => ({ ...frame, children })),
  })
  const { compiler } = Packer as unknown as { readonly compiler: Compiler }
  return new Map(
    Object.values(compiler.xmlifyFile(document))
      .flat()
      .map(({ path, data }) => [path, data.replaceAll(STRAY, '')]),
  )
}

/** The library writes it beside each highlight; the standard (ECMA-376 part 1, 17.3.2) has no such element. */
const STRAY = /<w:highlightCs w:val="[A-Za-z]*"\/>/gu

interface LibraryPart {
  readonly path: string
  readonly data: string
}

/** What `Packer` works with, and does not declare. */
interface Compiler {
  readonly xmlifyFile: (file: Document) => Readonly<Record<string, LibraryPart | readonly LibraryPart[]>>
}

/**
 * The streams of a Word binary file ([MS-DOC] 2.1) and what its file information block says of them ([MS-DOC] 2.5): where each structure stands
 * and how many characters each part of the text has.
 */
import { openCompoundFile } from '../cfb.ts'
import { rejection } from '../codes.ts'
import { type ByteView, byteView } from './byte-view.ts'

/** Parts of the text, in the order in which they follow each other. */
const STORIES = ['body', 'footnotes', 'headers', 'macros', 'comments', 'endnotes', 'textBoxes', 'headerTextBoxes'] as const
export type Story = (typeof STORIES)[number]

/** Pairs of offset and length in the file information block, by their place in FibRgFcLcb97. */
const STRUCTURES = { styles: 1, headers: 11, characters: 12, paragraphs: 13, fonts: 15, pieces: 33, lists: 73, overrides: 74 } as const

export interface WordFile {
  readonly main: ByteView
  readonly table: ByteView
  readonly data: ByteView
  /** First and last (excluded) character position of each story. */
  readonly stories: Readonly<Record<Story, readonly [number, number]>>
  /** The structure's bytes; `rest` reaches to the end of the table stream, for structures that say their own length. */
  readonly structure: (name: keyof typeof STRUCTURES) => { readonly bytes: ByteView; readonly rest: ByteView }
  readonly hasEmbeddedObjects: boolean
}

const WORD_97 = 0xa5ec
const WORD_95 = 0xa5dc
const FIRST_FIB_OF_97 = 0x00c0
const FLAG_ENCRYPTED = 0x0100
const FLAG_TABLE_1 = 0x0200
const COUNTS_AT = 0x4c
const STRUCTURES_AT = 0x9a

export function openWordFile(bytes: Uint8Array): WordFile {
  const container = openCompoundFile(bytes)
  const stream = container?.read('WordDocument')
  if (!container || !stream) throw rejection('E_CORRUPT')
  const main = byteView(stream)
  const magic = main.u16(0)
  if (magic === WORD_95 || (magic === WORD_97 && main.u16(2) < FIRST_FIB_OF_97))
    throw rejection('E_UNSUPPORTED', '文件为 Word 95 或更早的格式，请另存为 .docx 后提交')
  if (magic !== WORD_97) throw rejection('E_CORRUPT')
  const flags = main.u16(0x0a)
  if (flags & FLAG_ENCRYPTED) throw rejection('E_ENCRYPTED')
  const tableBytes = container.read(flags & FLAG_TABLE_1 ? '1Table' : '0Table')
  if (!tableBytes) throw rejection('E_CORRUPT')
  const table = byteView(tableBytes)
  return {
    main,
    table,
    data: byteView(container.read('Data') ?? new Uint8Array()),
    stories: readStories(main),
    structure(name) {
      const at = STRUCTURES_AT + STRUCTURES[name] * 8
      const start = main.u32(at)
      return { bytes: table.slice(start, start + main.u32(at + 4)), rest: table.slice(start, table.bytes.length) }
    },
    hasEmbeddedObjects: container.names.includes('ObjectPool'),
  }
}

function readStories(main: ByteView): WordFile['stories'] {
  let start = 0
  const entries = STORIES.map((story, index) => {
    const range = [start, start + main.u32(COUNTS_AT + index * 4)] as const
    start = range[1]
    return [story, range] as const
  })
  return Object.fromEntries(entries) as Record<Story, readonly [number, number]>
}

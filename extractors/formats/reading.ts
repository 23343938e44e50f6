/**
 * What a reader of one file format gives: the blocks in reading order, before they are joined to a Document.
 *
 * A reader knows its format and nothing of Chinese: headings by style or outline level it marks itself, headings by the official numbering
 * (一、（一）1.（1）) are found for all formats alike by `assemble.ts`. It never throws for what a file holds: what it cannot read is a notice
 * (and `incomplete`), a file that cannot be read at all is a `Rejection`.
 */
import type { BlockKind, Format, Notice, Origin, TableCell } from '../document.ts'

/** One block of text. `text` holds no line break except where the author put one inside a paragraph or cell ("\n"). */
export interface BlockDraft {
  readonly kind: BlockKind
  readonly text: string
  readonly origin: Origin
  /** Headings that the file itself marks (style, outline level, <h1>): 0 title, 1 first level … */
  readonly level?: number
  readonly cell?: Omit<TableCell, 'name'>
  /** The label that automatic numbering shows before the text ("一、", "（一）", "1."). */
  readonly label?: string
}

export interface Reading {
  readonly format: Format
  readonly pages: number | null
  readonly blocks: readonly BlockDraft[]
  readonly notices: readonly Notice[]
  readonly incomplete: boolean
}

/** Upper bounds that protect the run from a hostile or broken file. All are configurable and on by default. */
export interface Limits {
  /** Bytes of one file. */
  readonly fileBytes: number
  /** Bytes after inflating one file or archive entry, and of all entries of an archive together. */
  readonly inflatedBytes: number
  readonly archiveEntries: number
  readonly archiveDepth: number
  readonly pages: number
  readonly characters: number
  /** Milliseconds for one file through all stages. */
  readonly fileMs: number
  /** MiB of heap of one worker. */
  readonly workerMiB: number
}

export const defaultLimits: Limits = {
  fileBytes: 64 * 1024 * 1024,
  inflatedBytes: 256 * 1024 * 1024,
  archiveEntries: 2000,
  archiveDepth: 4,
  pages: 500,
  characters: 2_000_000,
  fileMs: 60_000,
  workerMiB: 512,
}

export type RejectionCode = `E_${string}`

/** The file cannot be read. `message` is a Chinese sentence that says what to do. Thrown by readers only, caught at the read stage. */
export class Rejection extends Error {
  override readonly name = 'Rejection'
  readonly code: RejectionCode
  constructor(code: RejectionCode, message: string) {
    super(message)
    this.code = code
  }
}

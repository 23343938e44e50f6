/** A page of HTML that a .docx puts into its text as it is (w:altChunk), which programs that make papers from web forms write, and Word takes in when it opens the file. */
import { detectKind } from '../detect.ts'
import { readHtml } from '../html.ts'
import type { Limits } from '../reading.ts'
import type { Draft } from './table.ts'

/** null where the part is something else. Its tables are numbered from 1. */
export function readChunk(
  bytes: Uint8Array,
  name: string,
  limits: Limits,
): { readonly blocks: readonly Draft[]; readonly incomplete: boolean } | null {
  if (detectKind(bytes, name) !== 'html') return null
  const { blocks, incomplete } = readHtml(bytes, limits)
  return {
    incomplete,
    blocks: blocks.map(({ cell, ...block }) => (cell === undefined ? block : { ...block, cell: { ...cell } })),
  }
}

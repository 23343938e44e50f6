/** Heading levels of markup languages: a single first-level heading at the start is the title (0), and the levels below it move up by one. */
import type { BlockDraft } from './reading.ts'

export function rankHeadings(blocks: readonly BlockDraft[]): BlockDraft[] {
  const headings = blocks.filter(({ kind }) => kind === 'heading')
  const single = headings[0]?.level === 1 && headings.filter(({ level }) => level === 1).length === 1
  return blocks.map((block) => (block.level !== undefined && single ? { ...block, level: block.level - 1 } : block))
}

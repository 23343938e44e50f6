/** The document's title: the block that the reader marked as such, else its first heading or line. */
import type { Document } from '../document.ts'

export function readTitle({ blocks, text }: Document): string {
  const title = blocks.filter(({ zone, level }) => zone === 'title' || level === 0).slice(0, 3)
  const chosen = title.find(({ level }) => level === 0) ?? title[0] ?? blocks.find(({ kind }) => kind === 'heading' || kind === 'paragraph')
  return chosen ? text.slice(chosen.span.start, chosen.span.end).replace(/\s+/gu, ' ').trim().slice(0, 120) : ''
}

/** The sentence around a place with its figures masked: by it a claim is known again in a version in which its figures changed. */
import type { Span } from '../../extractors/document.ts'

const ENDS = '。！？；!?;\n'
/** In digits or in Chinese: 12, 98.5, 三, 二百二十. */
export const NUMBER = /[0-9]+(?:\.[0-9]+)?|[〇零一二两三四五六七八九十百千万]+/gu

export function maskedSentence(text: string, { start, end }: Span): string {
  let from = start
  while (from > 0 && !ENDS.includes(text.charAt(from - 1))) from -= 1
  let to = end
  while (to < text.length && !ENDS.includes(text.charAt(to))) to += 1
  return masked(text.slice(from, to))
}

export const masked = (text: string): string => plain(text).replace(NUMBER, '#')

/** Without blanks, which a new layout moves. */
export const plain = (text: string): string => text.replace(/\s/gu, '')

/** The sentences of a text; clauses too where commas part them. */
export function partsOf(text: string, within: Span, commas: boolean): Span[] {
  const ends = commas ? `${ENDS}，,：:` : ENDS
  const parts: Span[] = []
  let start = within.start
  for (let at = within.start; at <= within.end; at++) {
    if (at < within.end && !ends.includes(text.charAt(at))) continue
    if (at > start) parts.push({ start, end: at })
    start = at + 1
  }
  return parts
}

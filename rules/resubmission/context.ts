/** The sentence around a place with its figures masked: by it a claim is known again in a version in which its figures changed. */
import type { Span } from '../../extractors/document.ts'

const ENDS = '。！？；!?;\n'

export function maskedSentence(text: string, { start, end }: Span): string {
  let from = start
  while (from > 0 && !ENDS.includes(text.charAt(from - 1))) from -= 1
  let to = end
  while (to < text.length && !ENDS.includes(text.charAt(to))) to += 1
  return plain(text.slice(from, to)).replace(/[0-9]+(?:\.[0-9]+)?/gu, '#')
}

/** Without blanks, which a new layout moves. */
export const plain = (text: string): string => text.replace(/\s/gu, '')

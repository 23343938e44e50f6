/** Points of a letter: numbered where there are several, set as running text where there is one. */
import type { Part, Text } from '../paper.ts'

export const points = (texts: readonly Text[]): Part[] =>
  texts.map((text): Part => (texts.length === 1 ? { kind: 'body', text } : { kind: 'heading', level: 3, text }))

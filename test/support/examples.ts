/** Example tables (corpus/examples): texts in which the place of what must be found is marked ‹…›. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

export interface MarkedText {
  /** The text without the marks. */
  readonly text: string
  readonly marks: readonly { readonly start: number; readonly end: number }[]
}

export function readExamples(name: string): unknown {
  return parse(readFileSync(new URL(`../../corpus/examples/${name}.yaml`, import.meta.url), 'utf8'))
}

/** Takes the marks out and says where they stood. */
export function unmark(marked: string): MarkedText {
  const marks: { start: number; end: number }[] = []
  let text = ''
  let start = -1
  for (const character of marked) {
    if (character === '‹') start = text.length
    else if (character === '›') marks.push({ start, end: text.length })
    else text += character
  }
  return { text, marks }
}

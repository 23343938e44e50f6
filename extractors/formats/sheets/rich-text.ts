/** The runs of a string item (ECMA-376 part 1, 18.4.7): raised and lowered text keeps its height, struck-through text is left out and counted. */
import { inScript, type Script } from '../scripts.ts'
import type { Attributes } from './xml.ts'

const SCRIPTS: Readonly<Record<string, Script>> = { superscript: 'raised', subscript: 'lowered' }

export interface RichText {
  readonly open: (name: string, attributes: Attributes, path: readonly string[]) => void
  /** What is seen of the text of the run that is open. */
  readonly seen: (text: string) => string
  /** Characters struck through so far. */
  readonly struck: () => number
}

export function richText(): RichText {
  let struck = false
  let script: Script | null = null
  let count = 0
  return {
    open(name, attributes, path) {
      if (name === 'r' || name === 'si' || name === 'is') {
        struck = false
        script = null
      } else if (path.at(-2) !== 'rPr') return
      else if (name === 'strike') struck = !isOff(attributes['val'])
      else if (name === 'vertAlign') script = SCRIPTS[attributes['val'] ?? ''] ?? null
    },
    seen(text) {
      if (!struck) return inScript(text, script)
      count += text.length
      return ''
    },
    struck: () => count,
  }
}

export const isOff = (value: string | undefined): boolean => value === '0' || value === 'false' || value === 'off'

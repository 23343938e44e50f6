/**
 * The paragraphs of one story: text between paragraph, cell and section marks, with fields shown by their results, and without what the reader
 * does not see (deleted, hidden and struck-through text, field instructions, anchors).
 */

import { inScript, type Script } from '../scripts.ts'
import { type Run, readSprms } from './formatting.ts'
import type { WordText } from './pieces.ts'

export interface WordParagraph {
  readonly text: string
  /** Position of the mark that ends it: its formatting is the paragraph's. */
  readonly mark: number
  readonly endsCell: boolean
  /** False where the mark itself is deleted or hidden, or all that the paragraph says: not every program marks the mark, too. */
  readonly markShown: boolean
  readonly pictures: number
}

export interface Visibility {
  readonly hides: (position: number) => boolean
  readonly deleted: number
  readonly hidden: number
  readonly struck: number
  /** null where the character stands on the line. */
  readonly scriptAt: (position: number) => Script | null
  /** Characters of symbol fonts by their position, as the reader sees them. */
  readonly symbols: ReadonlyMap<number, string>
}

const SPRM_DELETED = 0x0800
const SPRM_HIDDEN = 0x083c
const SPRM_STRUCK = 0x0837
const SPRM_STRUCK_TWICE = 0x2a53
const SPRM_SCRIPT = 0x2a48
const SCRIPTS: readonly (Script | null)[] = [null, 'raised', 'lowered']
const PICTURE = '\u0001'
const CELL = '\u0007'
const FIELD_BEGIN = '\u0013'
const FIELD_SEPARATOR = '\u0014'
const FIELD_END = '\u0015'
const SHOWN_AS: Readonly<Record<string, string>> = { '\u000b': '\n', '\u001e': '-', '\u00a0': ' ', '\u0009': '\t' }

export function splitParagraphs(text: string, start: number, end: number, { hides, scriptAt, symbols }: Visibility): WordParagraph[] {
  const paragraphs: WordParagraph[] = []
  let paragraph = ''
  let raised = ''
  let script: Script | null = null
  const endScript = (): void => {
    paragraph += inScript(raised, script)
    raised = ''
  }
  let pictures = 0
  let unseen = 0
  const isShown = (mark: number): boolean => text[mark] !== '\r' || !(hides(mark) || (unseen > 0 && paragraph === '' && pictures === 0))
  /** One entry for each open field: true while its instruction is read. */
  let fields: boolean[] = []
  for (let position = start; position < Math.min(end, text.length); position++) {
    const character = text[position] as string
    if (scriptAt(position) !== script) {
      endScript()
      script = scriptAt(position)
    }
    if (character === '\r' || character === CELL || character === '\f') {
      endScript()
      paragraphs.push({
        text: paragraph,
        mark: position,
        endsCell: character === CELL,
        markShown: isShown(position),
        pictures,
      })
      paragraph = ''
      pictures = 0
      unseen = 0
      if (character === CELL || fields.includes(true)) fields = []
    } else if (character === FIELD_BEGIN) fields.push(true)
    else if (character === FIELD_SEPARATOR) {
      if (fields.length > 0) fields[fields.length - 1] = false
    } else if (character === FIELD_END) fields.pop()
    else if (hides(position)) unseen++
    else if (!fields.includes(true)) {
      const symbol = symbols.get(position)
      if (character === PICTURE) pictures++
      raised += symbol ?? SHOWN_AS[character] ?? (character < ' ' ? '' : character)
    }
  }
  endScript()
  if (paragraph !== '')
    paragraphs.push({
      text: paragraph,
      mark: Math.max(start, Math.min(end, text.length) - 1),
      endsCell: false,
      markShown: true,
      pictures,
    })
  return paragraphs
}

/** Which characters are not shown, by the character runs. */
export function visibility({ text, pieces }: WordText, runs: readonly Run[]): Omit<Visibility, 'symbols'> {
  const mask = new Uint8Array(text.length)
  const scripts = new Uint8Array(text.length)
  const marked = runs.flatMap((run) => {
    const sprms = readSprms(run.sprms)
    const on = (code: number): boolean => ((sprms.findLast((sprm) => sprm.code === code)?.operand.u8(0) ?? 0) & 1) === 1
    const why = on(SPRM_DELETED) ? 1 : on(SPRM_HIDDEN) ? 2 : on(SPRM_STRUCK) || on(SPRM_STRUCK_TWICE) ? 3 : 0
    const script = sprms.findLast(({ code }) => code === SPRM_SCRIPT)?.operand.u8(0) ?? 0
    return why === 0 && script === 0 ? [] : [{ start: run.start, end: run.end, why, script }]
  })
  for (const piece of pieces) {
    const bytes = (piece.end - piece.start) * piece.width
    for (let index = firstEndingAfter(marked, piece.offset); index < marked.length; index++) {
      const run = marked[index]
      if (!run || run.start >= piece.offset + bytes) break
      const from = piece.start + Math.max(0, run.start - piece.offset) / piece.width
      const to = piece.start + Math.min(bytes, run.end - piece.offset) / piece.width
      mask.fill(run.why, Math.floor(from), Math.ceil(to))
      scripts.fill(run.script, Math.floor(from), Math.ceil(to))
    }
  }
  return {
    hides: (position) => mask[position] !== 0,
    deleted: mask.filter((why) => why === 1).length,
    hidden: mask.filter((why) => why === 2).length,
    struck: mask.filter((why) => why === 3).length,
    scriptAt: (position) => SCRIPTS[scripts[position] ?? 0] ?? null,
  }
}

function firstEndingAfter(runs: readonly { readonly end: number }[], offset: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

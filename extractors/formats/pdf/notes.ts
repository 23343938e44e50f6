/** Footnotes: lines in a smaller size, or whose marks are raised, below a short rule at the page's left margin. They leave the text, so that it joins over the page end. */

import type { Frame } from './frame.ts'
import type { Box } from './geometry.ts'
import { moveBox } from './geometry.ts'
import { joinTexts } from './line-text.ts'
import { isRaised, type Line, linesBox } from './lines.ts'
import type { PageLayout } from './page-layout.ts'

export interface Note {
  readonly text: string
  readonly page: number
  readonly box: Box
}

const MARK = /^(?:[0-9]{1,3}|[①-⑳*]|[［[〔][0-9]{1,3}[\]］〕]|注[:：])/u

export function separateNotes(page: PageLayout, frame: Frame): { page: PageLayout; notes: Note[] } {
  const rule = page.horizontalRulings
    .filter(
      ({ at, from, to }) =>
        at > page.height * 0.3 && to - from < (frame.right - frame.left) * 0.5 && to - from > 40 && Math.abs(from - frame.left) < 8,
    )
    .sort((a, b) => b.at - a.at)
    .find(({ at }) => isNoteArea(page, frame, at))
  if (!rule) return { page, notes: [] }
  const below = page.lines.filter((line) => line.baseline > rule.at)
  const groups: Line[][] = []
  const starts = below[0] && startsRaised(below[0]) ? startsRaised : startsNote
  for (const line of below) {
    const current = groups[groups.length - 1]
    if (current && !starts(line)) current.push(line)
    else groups.push([line])
  }
  const notes = groups.map((lines) => ({
    text: lines.reduce((text, line) => (text === '' ? line.text : joinTexts(text, line.text)), ''),
    page: page.number,
    box: moveBox(page.toShown, linesBox(lines)),
  }))
  return { page: { ...page, lines: page.lines.filter((line) => line.baseline <= rule.at) }, notes }
}

function isNoteArea({ lines, tables }: PageLayout, frame: Frame, top: number): boolean {
  const below = lines.filter((line) => line.baseline > top)
  const first = below[0]
  if (!first || !startsNote(first) || tables.some(({ box }) => box[3] > top)) return false
  return startsRaised(first) || below.every((line) => line.size < frame.size * 0.93)
}

const startsRaised = ({ glyphs: [first], size, baseline }: Line): boolean => first !== undefined && isRaised(first, size, baseline)

const startsNote = (line: Line): boolean =>
  MARK.test(
    line.glyphs
      .slice(0, 6)
      .map(({ text }) => text)
      .join(''),
  )

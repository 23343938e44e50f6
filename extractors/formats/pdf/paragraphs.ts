/**
 * Lines to paragraphs, over line ends and page ends. A line goes on with the next when it ends where no further word would have fitted, in a comma,
 * or at a page's end within a sentence, and the next begins at the margin (or where the paragraph's other lines begin), in the same size, at the
 * usual distance. A title of several centred lines is one. Which text is a heading by its number is settled for all formats elsewhere; here only what type size says.
 */
import { officialLabel } from '../../language/headings.ts'
import { charactersOf, type Frame } from './frame.ts'
import { type Box, type Glyph, moveBox, unite } from './geometry.ts'
import { joinTexts } from './line-text.ts'
import { type Line, lineBox } from './lines.ts'
import type { PageLayout } from './page-layout.ts'

export interface PlacedLine {
  readonly line: Line
  readonly page: PageLayout
  readonly frame: Frame
}

export interface Paragraph {
  readonly lines: readonly PlacedLine[]
  readonly text: string
  readonly centred: boolean
  readonly rightAligned: boolean
}

/** Joins lines that follow each other without a table between. */
export function joinParagraphs(lines: readonly PlacedLine[]): Paragraph[] {
  const paragraphs: PlacedLine[][] = []
  for (const line of lines) {
    const current = paragraphs[paragraphs.length - 1]
    if (current && continues(current, line)) current.push(line)
    else paragraphs.push([line])
  }
  return paragraphs.map((placed) => ({
    lines: placed,
    text: placed.reduce((text, { line }) => (text === '' ? line.text : joinTexts(text, line.text)), '').trim(),
    centred: placed.every(isCentred) || placed.every(isLargeTitle),
    rightAligned: placed.every(isRightAligned),
  }))
}

/** The first page on which a paragraph stands, and the box of its lines there. */
export function paragraphOrigin({ lines }: Paragraph): { page: number; box: Box } {
  const first = lines[0] as PlacedLine
  const onFirstPage = lines.filter(({ page }) => page === first.page)
  return { page: first.page.number, box: moveBox(first.page.toShown, unite(onFirstPage.map(({ line }) => lineBox(line)))) }
}

function isCentred({ line, frame }: PlacedLine): boolean {
  const middle = (frame.left + frame.right) / 2
  return (
    line.x0 > frame.left + line.size * 1.2 &&
    Math.abs((line.x0 + line.x1) / 2 - middle) < line.size * 0.8 &&
    line.x1 < frame.right - line.size
  )
}

function isRightAligned({ line, frame }: PlacedLine): boolean {
  return line.x0 > (frame.left + frame.right) / 2 && line.x1 > frame.right - line.size * 5
}

function continues(paragraph: readonly PlacedLine[], next: PlacedLine): boolean {
  const last = paragraph[paragraph.length - 1] as PlacedLine
  const { size } = last.line
  if (Math.abs(size - next.line.size) > size * 0.12) return false
  if (last.page === next.page && isApart(paragraph, next)) return false
  if (isLargeTitle(last) && isLargeTitle(next)) return last.page === next.page
  const isFullByCount = last.frame.count !== null && isFull(last, next.line)
  if (!isFullByCount && (isRightAligned(last) || (isCentred(last) && !HALVED.test(last.line.text)))) return false
  if (!isFull(last, next.line) && !isBrokenOff(paragraph, next) && !goesOnBehindComma(last, next)) return false
  if (startsNewItem(last.line.text, next.line.text)) return false
  if (isUnmarked(paragraph) && isSalutation(next)) return false
  if (isUnmarked(paragraph) && isCentred(next)) return last.page === next.page
  return !isIndented(paragraph, next)
}

/**
 * True when a page ends within a sentence: a program may break a page behind any character. The last line stands low on its page, in a paragraph that
 * is set in or holds marks within its sentences, and what follows begins at the margin and is not labelled.
 */
function isBrokenOff(paragraph: readonly PlacedLine[], next: PlacedLine): boolean {
  const [first, last] = [paragraph[0] as PlacedLine, paragraph[paragraph.length - 1] as PlacedLine]
  if (last.page === next.page || last.line.baseline < last.page.height * LOW_ON_PAGE || FINISHED.test(last.line.text)) return false
  const label = officialLabel(first.line.text)
  const isMarked = paragraph.some(({ line }) => /[，、；。]/u.test(line === first.line ? line.text.slice(label?.length) : line.text))
  const isHeading = !isMarked && label !== null
  const isSetIn = first.line.x0 > first.frame.left + first.line.size * 1.4
  if (isHeading || !(isMarked || (isSetIn && paragraph.length > 1))) return false
  return next.line.x0 < next.frame.left + next.line.size * 0.5 && !isSalutation(next) && !isLabelled(next.line.text)
}

const goesOnBehindComma = (last: PlacedLine, next: PlacedLine): boolean => /[，、]$/u.test(last.line.text) && !isLabelled(next.line.text)

const LOW_ON_PAGE = 0.6
const FINISHED = /(?:[。；：！？;!?…）)”》]|(?<![0-9])[.:])$/u
const isLabelled = (text: string): boolean => officialLabel(text) !== null || /^[•●■◆▪·○□√*①-⒛—-]/u.test(text)

/** True when the next line is further down than lines of one paragraph are; behind a finished sentence a small step is enough. */
function isApart(paragraph: readonly PlacedLine[], next: PlacedLine): boolean {
  const last = paragraph[paragraph.length - 1] as PlacedLine
  const before = paragraph[paragraph.length - 2]
  const own = before && before.page === last.page ? last.line.baseline - before.line.baseline : 0
  const usual = own > 0 ? own : last.frame.pitch * Math.max(1, last.line.size / last.frame.size)
  const distance = next.line.baseline - last.line.baseline
  return distance > Math.max(usual * 1.35, last.line.size * 1.5) || (distance > usual * 1.12 + 1 && SENTENCE_END.test(last.line.text))
}

/** A line set in that ends a little early looks centred; a title does not go on behind a comma. */
const HALVED = /[，；。]/u

const SENTENCE_END = /[。；：！？.;:]$/u

/** A line of a title in large type; its longer lines fill the measure, so that being centred is all there is to see. */
function isLargeTitle({ line, frame }: PlacedLine): boolean {
  const offCentre = Math.abs(line.x0 + line.x1 - frame.left - frame.right) / 2
  return line.size > frame.size * 1.15 && offCentre < line.size * 0.8 && line.x0 > frame.left - line.size * 0.3
}

/** True when the first word of the next line would not have fitted behind this one. A line cut by count may have lost a blank at its end. */
function isFull({ line, frame }: PlacedLine, next: Line): boolean {
  if (frame.count !== null) return frame.count - charactersOf(line, frame.left) < (SENTENCE_END.test(line.text) ? 1 : 2)
  return frame.right - line.x1 < firstUnit(next.glyphs) + line.size * 0.75
}

/** The width of what cannot be parted at the start of a line: a word, a number with its unit, or a character; with the marks that cling to it. */
function firstUnit(glyphs: readonly Glyph[]): number {
  const first = glyphs[0]
  if (!first) return 0
  let end = first.x1
  let [opening, word] = [OPENING.test(first.text), WORD.test(first.text)]
  for (const glyph of glyphs.slice(1)) {
    if (!(opening || (word && WORD.test(glyph.text)) || CLOSING.test(glyph.text))) break
    if (opening) word = WORD.test(glyph.text)
    opening = opening && OPENING.test(glyph.text)
    end = glyph.x1
  }
  return end - first.x0
}

/** Digits, Latin and Greek letters and the signs that units are written with. */
const WORD = /^[!-~°²³µ·⁰-⁹Α-ω℃㎡]$/u
const OPENING = /^[（《〈「『“‘〔【([]$/u
const CLOSING = /^[，。、；：！？）》〉」』”’〕】％‰%,.;:!?)\]]$/u

function isIndented(paragraph: readonly PlacedLine[], next: PlacedLine): boolean {
  const last = paragraph[paragraph.length - 1] as PlacedLine
  const { size } = next.line
  if (next.line.x0 < next.frame.left + size * 1.2) return false
  const shift = last.page === next.page ? 0 : next.frame.left - last.frame.left
  if (paragraph.length > 1) return Math.abs(next.line.x0 - last.line.x0 - shift) > size * 0.4
  return !hangsUnder(last.line, next.line)
}

/** True when a line begins right below the first character behind the label of the line above: 1. 建材… with its further lines set in. */
function hangsUnder(first: Line, next: Line): boolean {
  const label = /^(?:[•●■◆▪·○□√*-]|[(（]?[0-9a-zA-Z一二三四五六七八九十]{1,3}[)）.、．])/u.exec(first.text)?.[0]
  if (!label || next.x0 - first.x0 < next.size * 0.5) return false
  const behind = first.glyphs.slice([...label].length).find((glyph) => glyph.text.trim() !== '')
  return behind !== undefined && Math.abs(behind.x0 - next.x0) < next.size * 0.3
}

/** A numbered heading that follows a finished sentence starts anew, whether set in or not; so does 6. after a full stop. */
function startsNewItem(before: string, next: string): boolean {
  const label = officialLabel(next)
  return label !== null && (label.level <= 2 ? SENTENCE_END : FULL_STOP).test(before)
}

const FULL_STOP = /[。！？]$/u

/** A title in the size of the text, as it looks where it fills the measure: it is not set in and holds no mark of a sentence. */
function isUnmarked(paragraph: readonly PlacedLine[]): boolean {
  return paragraph.every(({ line, frame }) => line.x0 < frame.left + line.size * 1.2 && !/[，。；：！？,;:]/u.test(line.text))
}

/** 各县（市）人民政府： at the margin, alone on its line. */
const isSalutation = ({ line, frame }: PlacedLine): boolean =>
  line.x0 < frame.left + line.size * 0.5 && line.x1 < frame.right - line.size * 4 && /^[^，。；：！？]{2,30}：$/u.test(line.text)

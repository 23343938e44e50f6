/**
 * Markdown (CommonMark with tables): headings, list items, quotations, tables; the marks of emphasis, links and code are taken off.
 * A line is a paragraph's part until a blank line or another construct ends it.
 */
import { notice } from './codes.ts'
import { inlineHtml } from './inline-html.ts'
import { rankHeadings } from './rank-headings.ts'
import type { BlockDraft, Limits, Reading } from './reading.ts'
import { decodeLines, encodingNotices } from './text.ts'

const HEADING = /^(#{1,6})\s+(.*)$/u
const LIST_ITEM = /^(?:[-*+]|(\d{1,3}[.)]))\s+(.*)$/u
const RULE = /^(?:[-*_]\s?){3,}$/u
const TABLE_RULE = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/u
const STRUCK = /(?<!~)~~([^~\s](?:[^~]{0,2000}[^~\s])?)~~(?!~)/gu
const FOOTNOTE = /^\[\^[^\]\s]{1,60}\]:\s*(.+)$/u
const FOOTNOTE_MARK = /\[\^[^\]\s]{1,60}\]/gu
const FENCE = /^(?:```|~~~)/u

export function readMarkdown(bytes: Uint8Array, limits: Limits): Reading {
  const decoded = decodeLines(bytes, limits)
  const { lines, struck } = withoutStruck(withoutFrontMatter(decoded.lines))
  return {
    format: 'md',
    pages: null,
    blocks: rankHeadings(toBlocks(lines)),
    notices: [...encodingNotices(decoded), ...(struck > 0 ? [notice('W_STRUCK_THROUGH', `${struck} 字`)] : [])],
    incomplete: decoded.replaced > 0,
  }
}

/** ~~88%~~ is struck through: what is left is the line without it. */
function withoutStruck(lines: readonly string[]): { readonly lines: readonly string[]; readonly struck: number } {
  let struck = 0
  const left = lines.map((line) =>
    line.replace(STRUCK, (_, words: string) => {
      struck += words.length
      return ''
    }),
  )
  return { lines: left, struck }
}

function withoutFrontMatter(lines: readonly string[]): readonly string[] {
  if (lines[0]?.trim() !== '---') return lines
  const end = lines.slice(1, 100).findIndex((line) => line.trim() === '---')
  return end < 0 ? lines : lines.slice(end + 2)
}

function toBlocks(lines: readonly string[]): BlockDraft[] {
  const blocks: BlockDraft[] = []
  let paragraph: string[] = []
  let tables = 0
  let fenced = false
  const flush = (): void => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', text: plain(joinLines(paragraph)), origin: {} })
    paragraph = []
  }
  for (let at = 0; at < lines.length; at++) {
    const line = (lines[at] ?? '').trim().replace(/^(?:>\s?)+/u, '')
    const heading = HEADING.exec(line)
    const item = LIST_ITEM.exec(line)
    const footnote = FOOTNOTE.exec(line)
    if (FENCE.test(line)) {
      flush()
      fenced = !fenced
    } else if (fenced) {
      blocks.push({ kind: 'paragraph', text: line, origin: {} })
    } else if (line === '') {
      flush()
    } else if (heading) {
      flush()
      blocks.push({ kind: 'heading', text: plain((heading[2] ?? '').replace(/\s#+$/u, '')), origin: {}, level: (heading[1] ?? '').length })
    } else if (/^(?:=+|-+)$/u.test(line) && paragraph.length === 1) {
      blocks.push({ kind: 'heading', text: plain(paragraph[0] ?? ''), origin: {}, level: line.startsWith('=') ? 1 : 2 })
      paragraph = []
    } else if (RULE.test(line)) {
      flush()
    } else if (line.includes('|') && isTableRule((lines[at + 1] ?? '').trim())) {
      flush()
      const end = tableEnd(lines, at)
      for (const cell of tableBlocks(lines.slice(at, end), ++tables)) blocks.push(cell)
      at = end - 1
    } else if (footnote) {
      flush()
      blocks.push({ kind: 'note', text: plain(footnote[1] ?? ''), origin: {} })
    } else if (item) {
      flush()
      const label = item[1]
      blocks.push({ kind: 'list-item', text: plain(item[2] ?? ''), origin: {}, ...(label === undefined ? {} : { label }) })
    } else {
      paragraph.push(line)
    }
  }
  flush()
  return blocks
}

const isTableRule = (line: string): boolean => line.length < 2000 && line.includes('-') && line.includes('|') && TABLE_RULE.test(line)

function tableEnd(lines: readonly string[], start: number): number {
  let end = start + 2
  while (end < lines.length && (lines[end] ?? '').includes('|')) end++
  return end
}

function tableBlocks(lines: readonly string[], table: number): BlockDraft[] {
  return lines
    .filter((_, index) => index !== 1)
    .flatMap((line, row) =>
      cells(line).map(
        (text, column): BlockDraft => ({
          kind: 'table-cell',
          text: plain(text),
          origin: {},
          cell: { table, row, column, rowSpan: 1, columnSpan: 1, header: row === 0 },
        }),
      ),
    )
}

function cells(line: string): readonly string[] {
  const inner = line.trim().replace(/^\|/u, '').replace(/\|$/u, '')
  return inner.split(/(?<!\\)\|/u).map((cell) => cell.trim().replaceAll('\\|', '|'))
}

/** A soft line break is nothing between Chinese characters, a blank elsewhere. */
function joinLines(lines: readonly string[]): string {
  const isLatin = (character: string | undefined): boolean => character !== undefined && character >= ' ' && character <= '~'
  return lines.map((line, index) => (isLatin(lines[index - 1]?.at(-1)) && isLatin(line[0]) ? ` ${line}` : line)).join('')
}

const plain = (text: string): string =>
  inlineHtml(
    text
      .replace(FOOTNOTE_MARK, '')
      .replace(/!?\[([^\][]{0,500})\]\([^()\s]{0,1000}\)/gu, '$1')
      .replace(/\*{1,3}([^*]{1,2000})\*{1,3}/gu, '$1')
      .replace(/`([^`]{1,1000})`/gu, '$1')
      .replace(/\\([\\`*_{}[\]()#+\-.!|>])/gu, '$1'),
  )

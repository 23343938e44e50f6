/**
 * HTML, as saved from a web page or by Word and Excel (often under the name .doc or .xls): headings, paragraphs, list items and tables with
 * merged cells, and what is filled in. The lines of preformatted text are paragraphs. Scripts, styles, hidden and struck-through elements are dropped; a table
 * that holds another before it has shown rows of data is layout, and its cells are paragraphs.
 */
import { Parser } from 'htmlparser2'
import { notice, rejection, tooMuchText } from './codes.ts'
import { decodeByName, decodeText, LOST } from './encoding.ts'
import { fieldText } from './html-field.ts'
import { nextLabel, type OpenList, openList } from './html-list.ts'
import { type HtmlScript, markup } from './html-markup.ts'
import { isDataTable, newTable, type OpenTable, partTable, placeCell } from './html-table.ts'
import { rankHeadings } from './rank-headings.ts'
import type { BlockDraft, Limits, Reading } from './reading.ts'
import { inScript } from './scripts.ts'

const DROPPED = new Set(['title', 'script', 'style', 'noscript', 'template', 'head', 'svg', 'object', 'iframe', 'xml'])
const BREAKING = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td textarea tfoot th thead tr ul'.split(
    ' ',
  ),
)
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/iu
/** Pages that know no <p> part paragraphs by an empty line, or by setting in the first. */
const PARAGRAPH_BREAK = /\n(?=[^\S\n]*\n|\u3000|\u00a0{2})/u
/** What programs always end: where the end is missing, so is what stood before it. */
const ENDED: ReadonlySet<string> = new Set(['html', 'table'])
const META_SAMPLE = 4096
const DEEPEST = 5000

export function readHtml(bytes: Uint8Array, limits: Limits): Reading {
  const { text, replaced } = decodeHtml(bytes)
  if (text.length > limits.inflatedBytes / 4) throw tooMuchText(limits)
  const { blocks, isCut, struck } = collectBlocks(text)
  return {
    format: 'html',
    pages: null,
    blocks: rankHeadings(blocks),
    notices: [
      ...(replaced ? [notice('W_ENCODING')] : []),
      ...(isCut ? [notice('W_TRUNCATED')] : []),
      ...(struck > 0 ? [notice('W_STRUCK_THROUGH', `${struck} 字`)] : []),
    ],
    incomplete: replaced || isCut,
  }
}

/** A byte order mark and valid UTF-8 go before what the file states of itself, which pages copied from elsewhere often state wrongly. */
function decodeHtml(bytes: Uint8Array): { readonly text: string; readonly replaced: boolean } {
  const decoded = decodeText(bytes)
  if (decoded && (decoded.encoding === 'utf-8' || decoded.encoding.startsWith('utf-16')))
    return { text: decoded.text, replaced: decoded.replaced > 0 }
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, META_SAMPLE))
  const label = /<meta\b[^>]{0,200}\bcharset\s{0,4}=\s{0,4}["']?([\w-]{1,40})/iu.exec(head)?.[1]
  const stated = label === undefined || /^utf/iu.test(label) ? null : decodeByName(bytes, label)
  const text = stated ?? decoded?.text
  if (text === undefined) throw rejection('E_CORRUPT')
  return { text, replaced: LOST.test(text) }
}

interface OpenElement {
  readonly name: string
  readonly dropped: boolean
  readonly preformatted: boolean
  readonly struck: boolean
  readonly script: HtmlScript
}

/** `isCut`: the page or a table in it was begun and is not ended. `struck`: how much is struck through. */
function collectBlocks(html: string): { readonly blocks: BlockDraft[]; readonly isCut: boolean; readonly struck: number } {
  const blocks: BlockDraft[] = []
  const open: OpenElement[] = []
  const tables: OpenTable[] = []
  let tableCount = 0
  const lists: OpenList[] = []
  let text = ''
  /** Of the list item that has shown nothing yet. */
  let label = ''
  let isCut = false
  let struckLength = 0

  const flush = (): void => {
    const written = text
    text = ''
    const table = tables.at(-1)
    if (table?.cell && !table.layout) {
      const content = tidy(written)
      if (content !== '') addToCell(table.cell, withLabel(content))
      return
    }
    for (const part of written.split(open.at(-1)?.preformatted ? '\n' : PARAGRAPH_BREAK)) {
      const content = tidy(part)
      if (content === '') continue
      blocks.push({ ...draft(content, open), ...(label === '' ? {} : { label }) })
      label = ''
    }
  }
  const withLabel = (content: string): string => {
    const labelled = /[\w.]$/u.test(label) && /^\w/u.test(content) ? `${label} ${content}` : label + content
    label = ''
    return labelled
  }
  const closeCell = (): void => {
    flush()
    const table = tables.at(-1)
    if (!table?.cell) return
    const { text: content, draft: cell } = table.cell
    table.cell = null
    if (content !== '') blocks.push({ kind: 'table-cell', text: content, origin: {}, cell })
  }
  const closeTable = (): void => {
    closeCell()
    const table = tables.pop()
    if (!table || table.layout) return
    if (blocks.length - table.firstBlock > 1) {
      tableCount++
      partTable(blocks, table)
    } else asParagraphs(blocks, table.firstBlock)
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const outer = open.at(-1)
        const { struck, script } = markup(name, attributes, outer)
        const dropped = (outer?.dropped ?? false) || struck || DROPPED.has(name) || isHidden(attributes) || isNotChosen(name, attributes)
        if (!dropped && BREAKING.has(name)) flush()
        if (open.length > DEEPEST) throw rejection('E_CORRUPT')
        if (!VOID.has(name))
          open.push({
            name,
            dropped,
            preformatted: name === 'pre' || name === 'textarea' || (outer?.preformatted ?? false),
            struck,
            script,
          })
        if (dropped) return
        if (name === 'br') text += '\n'
        if (name === 'input') text += fieldText(attributes)
        if (name === 'ol' || name === 'ul') lists.push(openList(name, attributes))
        const list = lists.at(-1)
        if (name === 'li' && list) label += nextLabel(list, attributes)
        if (name === 'table') {
          for (const around of tables) if (!isDataTable(around, blocks)) makeLayout(around, blocks)
          tables.push(newTable(tableCount + 1 + tables.filter(({ layout }) => !layout).length, blocks.length))
        }
        const table = tables.at(-1)
        if (!table) return
        if (name === 'tr') {
          closeCell()
          table.row++
          table.column = 0
        }
        if (name === 'td' || name === 'th') {
          closeCell()
          placeCell(table, attributes['rowspan'], attributes['colspan'], name === 'th')
        }
      },
      ontext(chunk) {
        const { dropped, preformatted, struck, script = null } = open.at(-1) ?? {}
        if (struck) struckLength += chunk.trim().length
        if (dropped) return
        if (preformatted) text += chunk
        else if (script !== null) text += inScript(chunk, script)
        else text += joinSourceLines(text.endsWith('\n') ? chunk.replace(/^[ \t\r\n]+/u, '') : chunk)
      },
      onclosetag(name, implied) {
        if (VOID.has(name)) return
        isCut ||= implied && ENDED.has(name)
        const dropped = open.at(-1)?.dropped ?? false
        if (!dropped && BREAKING.has(name)) {
          if (name === 'td' || name === 'th') closeCell()
          else if (name === 'table') closeTable()
          else flush()
          if (name === 'li') label = ''
          if (name === 'ol' || name === 'ul') lists.pop()
        }
        open.pop()
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.write(html)
  parser.end()
  while (tables.length > 0) closeTable()
  flush()
  return { blocks, isCut, struck: struckLength }
}

function draft(text: string, open: readonly OpenElement[]): BlockDraft {
  for (let at = open.length - 1; at >= 0 && at > open.length - 32; at--) {
    const { name } = open[at] as OpenElement
    const heading = /^h([1-6])$/u.exec(name)
    if (heading) return { kind: 'heading', text, origin: {}, level: Number(heading[1]) }
    if (name === 'li') return { kind: 'list-item', text, origin: {} }
    if (name === 'caption' || name === 'figcaption') return { kind: 'caption', text, origin: {} }
  }
  return { kind: 'paragraph', text, origin: {} }
}

function makeLayout(table: OpenTable, blocks: BlockDraft[]): void {
  if (table.layout) return
  table.layout = true
  asParagraphs(blocks, table.firstBlock)
  const content = table.cell?.text ?? ''
  if (content !== '') blocks.push({ kind: 'paragraph', text: content, origin: {} })
  table.cell = null
}

function asParagraphs(blocks: BlockDraft[], from: number): void {
  for (let at = from; at < blocks.length; at++) {
    const { kind, text, origin } = blocks[at] as BlockDraft
    if (kind === 'table-cell') blocks[at] = { kind: 'paragraph', text, origin }
  }
}

/** Of the choices of a field, those that were not taken. */
const isNotChosen = (name: string, attributes: Readonly<Record<string, string>>): boolean =>
  name === 'option' && attributes['selected'] === undefined

function addToCell(cell: { text: string }, content: string): void {
  cell.text = cell.text === '' ? content : `${cell.text}\n${content}`
}

const isHidden = (attributes: Readonly<Record<string, string>>): boolean =>
  attributes['hidden'] !== undefined || HIDDEN_STYLE.test((attributes['style'] ?? '').slice(0, 2000))

/** A line break of the source is nothing between two Chinese characters and a blank elsewhere. */
function joinSourceLines(chunk: string): string {
  const lines = chunk.split('\n')
  if (lines.length === 1) return chunk
  let joined = (lines[0] as string).trimEnd()
  let last = joined.at(-1) ?? ' '
  for (const line of lines.slice(1)) {
    const words = line.trimStart()
    if (words === '') continue
    joined += isChinese(last) && isChinese(words[0] as string) ? words : ` ${words}`
    last = words.trimEnd().at(-1) ?? last
  }
  return lines.at(-1)?.trim() === '' ? `${joined} ` : joined
}

const isChinese = (character: string): boolean => /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/u.test(character)

function tidy(text: string): string {
  return text
    .replace(/[^\S\n\u3000]+/gu, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

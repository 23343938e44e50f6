/** Where a piece of evidence stands, as the office would say it: the page, the section, and the paragraph within it. */
import type { Block, Evidence } from '../extractors/document.ts'
import { oneLine } from './excerpt.ts'

interface Readable {
  readonly text: string
  readonly blocks: readonly Block[]
}

const LONGEST_HEADING = 16

/** 第2页“二、存在问题”部分第1段; 表2!C5; 正文第3段. */
export function placeWords({ text, blocks }: Readable, { block, page, cell }: Evidence): string {
  const onPage = page === undefined ? '' : `第${page}页`
  if (cell !== undefined) return `${onPage}${cell.replace('!', '的')}格`
  const before = blocks.slice(0, block + 1)
  const at = before.findLastIndex(({ kind, level }, index) => kind === 'heading' && level !== 0 && index < block)
  const paragraphs = before.slice(at + 1).filter(isParagraph).length
  const heading = at < 0 ? undefined : blocks[at]
  const section = heading === undefined ? '正文' : `“${shortened(text.slice(heading.span.start, heading.span.end), LONGEST_HEADING)}”部分`
  return `${onPage}${section}${paragraphs === 0 ? '' : `第${paragraphs}段`}`
}

const isParagraph = ({ kind }: Block): boolean => kind === 'paragraph' || kind === 'list-item'

/** On one line, with its own quotation marks made inner ones; what is left out is shown by ……. */
export function quoteWords(quote: string, longest = 90): string {
  return shortened(quote, longest).replaceAll('“', '‘').replaceAll('”', '’')
}

function shortened(words: string, longest: number): string {
  const line = oneLine(words).trim()
  return line.length > longest ? `${closed(line.slice(0, longest))}……` : line
}

/** What is left out begins before a quotation that would not be closed. */
function closed(words: string): string {
  const at = words.lastIndexOf('“')
  return at > words.lastIndexOf('”') ? words.slice(0, at) : words
}

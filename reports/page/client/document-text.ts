/** The document as its reader saw it, from its blocks: headings, paragraphs, lists, tables with merged cells; headers, footers and notes apart. */
import type { Block } from '../../../extractors/document.ts'
import type { PageText } from '../payload.ts'
import { type Child, h } from './dom.ts'
import { type Mark, markedText } from './marked-text.ts'

const APART: Readonly<Record<string, string>> = { header: '页眉', footer: '页脚', note: '注' }

export function documentBody(content: PageText, marks: readonly Mark[]): HTMLElement {
  const apart = content.blocks.filter(({ kind }) => kind in APART)
  return h(
    'article',
    { class: 'paper', id: 'paper' },
    flow(
      content.blocks.filter(({ kind }) => !(kind in APART)),
      content.text,
      marks,
    ),
    apart.length === 0
      ? null
      : h(
          'footer',
          { class: 'apart' },
          apart.map((block) => h('p', {}, h('span', { class: 'label' }, APART[block.kind]), markedText(content.text, block.span, marks))),
        ),
  )
}

function flow(blocks: readonly Block[], text: string, marks: readonly Mark[]): Child[] {
  const shown: Child[] = []
  let page: number | undefined
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index] as Block
    if (block.origin.page !== undefined && page !== undefined && block.origin.page !== page)
      shown.push(h('div', { class: 'page-break' }, `第 ${block.origin.page} 页`))
    page = block.origin.page ?? page
    if (block.cell === undefined) shown.push(element(block, markedText(text, block.span, marks)))
    else {
      const { table } = block.cell
      let last = index
      while (blocks[last + 1]?.cell?.table === table) last += 1
      shown.push(tableOf(blocks.slice(index, last + 1), text, marks))
      index = last
    }
  }
  return shown
}

function element({ kind, level }: Block, words: Child): HTMLElement {
  if (kind === 'heading')
    return h(level === 0 ? 'h2' : level === 1 ? 'h3' : level === 2 ? 'h4' : 'h5', { class: level === 0 ? 'title' : null }, words)
  if (kind === 'list-item') return h('p', { class: 'list-item' }, words)
  return h('p', { class: kind === 'caption' ? 'caption' : null }, words)
}

/** Cells are placed by the row they name; a merged cell stands once, with its spans. Rows that hold no cell of their own stay, so that spans fit. */
function tableOf(cells: readonly Block[], text: string, marks: readonly Mark[]): HTMLElement {
  const rows: Child[][] = []
  for (const { cell, span } of cells) {
    if (cell === undefined) continue
    while (rows.length <= cell.row) rows.push([])
    rows[cell.row]?.push(
      h(
        cell.header ? 'th' : 'td',
        { title: cell.name, rowspan: cell.rowSpan > 1 ? cell.rowSpan : null, colspan: cell.columnSpan > 1 ? cell.columnSpan : null },
        markedText(text, span, marks),
      ),
    )
  }
  return h(
    'div',
    { class: 'scroll' },
    h(
      'table',
      { class: 'in-text' },
      h(
        'tbody',
        {},
        rows.map((row) => h('tr', {}, row)),
      ),
    ),
  )
}

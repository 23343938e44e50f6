/** A sample submission as plain text, CSV or a web page. */
import { gridOf } from './grid.ts'
import { inlineText, type Part, type Sample } from './sample.ts'
import { escapeXml } from './word-parts.ts'

/** Lines as they are typed into Notepad: paragraphs indented, cells parted by tabs. */
export function packText({ parts }: Sample): string {
  const lines = parts.flatMap((part): string[] => {
    if (part.kind === 'table') return part.rows.map(({ cells }) => cells.map(ownText).join('\t'))
    if (part.kind === 'paragraph' || part.kind === 'list-item' || part.kind === 'heading') return [`　　${textOf(part)}`]
    return part.kind === 'page-break' || part.kind === 'sheet' ? [] : [textOf(part)]
  })
  return `${lines.join('\r\n')}\r\n`
}

export function packCsv({ parts }: Sample): string {
  const lines = parts.flatMap((part) =>
    part.kind === 'table' ? part.rows.map(({ cells }) => cells.map((cell) => csvCell(ownText(cell))).join(',')) : [csvCell(textOf(part))],
  )
  return `${lines.join('\r\n')}\r\n`
}

export function packHtml({ parts }: Sample, encoding: string): string {
  const title = parts.find(({ kind }) => kind === 'title')
  const body = parts.map(htmlOf).join('\n')
  return `<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="${encoding}">\n<title>${title === undefined ? '' : escapeXml(textOf(title))}</title>\n<style>table{border-collapse:collapse}td,th{border:1px solid #000;padding:2px 8px}.c{text-align:center}.r{text-align:right}</style>\n</head>\n<body>\n${body}\n</body>\n</html>\n`
}

function htmlOf(part: Part): string {
  const text = escapeXml(textOf(part))
  switch (part.kind) {
    case 'title':
      return `<h1 class="c">${text}</h1>`
    case 'heading':
      return `<h${part.level + 1}>${text}</h${part.level + 1}>`
    case 'centred':
    case 'caption':
      return `<p class="c">${text}</p>`
    case 'right':
      return `<p class="r">${text}</p>`
    case 'list-item':
      return `<ul><li>${text}</li></ul>`
    case 'table':
      return htmlTable(part)
    case 'page-break':
      return '<hr>'
    default:
      return `<p>${text}</p>`
  }
}

function htmlTable(part: Extract<Part, { kind: 'table' }>): string {
  const rows = gridOf(part.rows).map((cells) => {
    const written = cells.map(({ text, header, rowSpan, columnSpan }) => {
      const name = header ? 'th' : 'td'
      const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}`
      return `<${name}${spans}>${escapeXml(text)}</${name}>`
    })
    return `<tr>${written.join('')}</tr>`
  })
  return `<table>\n${rows.join('\n')}\n</table>`
}

function textOf(part: Part): string {
  if (part.kind === 'table' || part.kind === 'page-break') return ''
  return 'inlines' in part ? inlineText(part.inlines) : part.text
}

const ownText = (cell: string): string => (cell === '<' || cell === '^' ? '' : cell)

function csvCell(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

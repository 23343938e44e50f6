/** An invented text as a .docx, written as raw parts: runs with fonts and sizes and tables with borders, as an office program leaves them. */
import { strToU8, zipSync } from 'fflate'
import type { InventedTable, InventedText } from './report-text.ts'

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const FONT =
  '<w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:cs="仿宋_GB2312"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr>'
const FIXED_TIME = new Date(2020, 0, 1)

export function wordFile(text: InventedText): Uint8Array {
  const [before, after] = [text.paragraphs.slice(0, 6), text.paragraphs.slice(6)]
  const body = [paragraph(text.title), ...before.map(paragraph), ...text.tables.map(table), ...after.map(paragraph)].join('')
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${WORD}><w:body>${body}<w:sectPr/></w:body></w:document>`,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), { mtime: FIXED_TIME, level: 6 })
}

/** Office programs break a paragraph into several runs. */
function paragraph(words: string): string {
  const runs = words.match(/[^，。]{1,60}[，。]{0,2}|[，。]/gu) ?? []
  const each = runs.map((run) => `<w:r w:rsidRPr="00A77B3E">${FONT}<w:t xml:space="preserve">${run}</w:t></w:r>`)
  return `<w:p w:rsidR="00A77B3E"><w:pPr><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr>${each.join('')}</w:p>`
}

function table({ caption, rows }: InventedTable): string {
  const columns = rows[0]?.length ?? 0
  const width = Math.floor(9000 / Math.max(1, columns))
  const cell = (words: string): string => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(words)}</w:tc>`
  const row = (cells: readonly string[]): string => `<w:tr>${cells.map(cell).join('')}</w:tr>`
  const grid = `<w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(columns)}</w:tblGrid>`
  return `${paragraph(caption)}<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr>${grid}${rows.map(row).join('')}</w:tbl>`
}

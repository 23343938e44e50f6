/** A .docx written part by part in raw XML, for what no writing package gives. */
import { strToU8, zipSync } from 'fflate'

export interface WordXml {
  /** Content of <w:body>. */
  readonly body: string
  /** Content of <w:styles>, <w:numbering>, <w:footnotes>, <w:endnotes>, <w:comments>, <w:settings>, and of headers and footers by relationship id. */
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly comments?: string
  readonly settings?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly footers?: Readonly<Record<string, string>>
  /** More parts, or parts in place of those made here. */
  readonly parts?: Readonly<Record<string, string>>
}

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ')
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const ROOTS = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
  settings: 'settings',
} as const

export function wordXml(source: WordXml): Uint8Array {
  const parts: Record<string, string> = {
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': element('document', `<w:body>${source.body}</w:body>`),
  }
  const targets: [string, string, string][] = []
  for (const type of Object.keys(ROOTS) as (keyof typeof ROOTS)[]) {
    const content = source[type]
    if (content === undefined) continue
    parts[`word/${type}.xml`] = element(ROOTS[type], content)
    targets.push([type, type, `${type}.xml`])
  }
  for (const [kind, contents] of [
    ['header', source.headers],
    ['footer', source.footers],
  ] as const) {
    for (const [id, content] of Object.entries(contents ?? {})) {
      parts[`word/${id}.xml`] = element(kind === 'header' ? 'hdr' : 'ftr', content)
      targets.push([id, kind, `${id}.xml`])
    }
  }
  parts['word/_rels/document.xml.rels'] = relationships(targets)
  return zipSync(Object.fromEntries(Object.entries({ ...parts, ...source.parts }).map(([name, xml]) => [name, strToU8(xml)])))
}

export const p = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`
export const r = (content: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`
export const t = (text: string): string => `<w:t xml:space="preserve">${text}</w:t>`
export const line = (text: string, properties = ''): string => p(r(t(text)), properties)
export const numbered = (text: string, numId: number, level = 0): string =>
  line(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`)

function element(name: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} ${NAMESPACES}>${content}</w:${name}>`
}

function relationships(targets: readonly (readonly [string, string, string])[]): string {
  const entries = targets.map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join('')}</Relationships>`
}

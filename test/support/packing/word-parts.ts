/** What the docx package cannot write: text boxes as Word writes them, and the same bytes each time (fixed times, no random ids). */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

export const textBoxMark = '[[text-box]]'

const FIXED_TIME = new Date('2020-12-31T12:00:00')
const MAIN_PART = 'word/document.xml'

export function finishWord(bytes: Uint8Array, textBoxes: readonly string[]): Uint8Array {
  const parts = unzipSync(bytes)
  const core = strFromU8(parts['docProps/core.xml'] ?? new Uint8Array()).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, '2020-12-31T04:00:00Z')
  parts['docProps/core.xml'] = strToU8(core)
  let box = 0
  const main = strFromU8(parts[MAIN_PART] ?? new Uint8Array()).replace(/<w:r><w:t[^>]*>\[\[text-box\]\]<\/w:t><\/w:r>/gu, () =>
    textBoxRun(textBoxes[box++] ?? '', box),
  )
  if (box !== textBoxes.length) throw new Error(`${textBoxes.length} text boxes, ${box} places for them`)
  parts[MAIN_PART] = strToU8(declareNamespaces(main))
  const files: Zippable = Object.fromEntries(
    Object.entries(parts).map(([name, content]) => [name, [content, { mtime: FIXED_TIME, level: 9 }]]),
  )
  return zipSync(files)
}

/** The modern drawing for Word, the older picture for programs before 2010: a reader must take one of them. */
function textBoxRun(text: string, id: number): string {
  const content = `<w:txbxContent><w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p></w:txbxContent>`
  const size = { width: 5400000, height: 1080000 }
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${size.width}" cy="${size.height}"/><wp:docPr id="${1000 + id}" name="文本框 ${id}"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${size.width}" cy="${size.height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:txbx>${content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:425pt;height:85pt"><v:textbox>${content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
}

const NAMESPACES: Readonly<Record<string, string>> = {
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  v: 'urn:schemas-microsoft-com:vml',
}

function declareNamespaces(xml: string): string {
  return xml.replace(/<w:document[^>]*>/u, (root) => {
    const missing = Object.entries(NAMESPACES).filter(([prefix]) => !root.includes(`xmlns:${prefix}=`))
    return root.replace('<w:document', `<w:document${missing.map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join('')}`)
  })
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

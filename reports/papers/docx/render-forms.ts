/** Forms as the bytes of .docx files. What is the same in all of them (page, styles, page numbers) the library makes once; the body and the properties are each form's own. */
import type { FormPaper } from '../paper.ts'
import { chartParts } from './chart-parts.ts'
import { fixedPackage, type Part, type Parts } from './fixed-package.ts'
import { formBody } from './form-body.ts'
import { formFrame, sheetOf } from './frame.ts'
import { libraryPackage } from './library-package.ts'
import { widthOn } from './measures.ts'
import { escaped } from './xml.ts'

/** In the order given. */
export async function renderForms(papers: readonly FormPaper[]): Promise<Uint8Array[]> {
  const frames = new Map<string, Parts>()
  const rendered: Uint8Array[] = []
  for (const paper of papers) {
    const { form, office, day } = paper
    const key = `${form}\n${office}`
    const frame = frames.get(key) ?? libraryPackage({ title: UNTITLED, office, frame: formFrame(form), children: [], comments: [] })
    frames.set(key, frame)
    rendered.push(await fixedPackage(await filled(frame, paper), day))
  }
  return rendered
}

/** The library writes no title that is empty. */
const UNTITLED = '表'

async function filled(frame: Parts, { form, title, parts }: FormPaper): Promise<Parts> {
  const charts = await chartParts(parts.flatMap((part) => (part.kind === 'charts' ? part.charts : [])))
  const body = formBody(title, parts, widthOn(sheetOf(form)))
  const changed = (name: string, change: (xml: string) => string): [string, Part] => [name, change(String(frame.get(name) ?? ''))]
  return new Map([
    ...frame,
    changed('word/document.xml', (xml) =>
      xml.replace(/(<w:body>).*?(<w:sectPr)/su, (_, start: string, end: string) => `${start}${body}${end}`),
    ),
    changed('docProps/core.xml', (xml) =>
      xml.replace(/<dc:title>[^<]*<\/dc:title>/u, () => `<dc:title>${escaped(title.replaceAll('\n', ''))}</dc:title>`),
    ),
    changed('[Content_Types].xml', (xml) => xml.replace('</Types>', `${charts.types}</Types>`)),
    changed('word/_rels/document.xml.rels', (xml) => xml.replace('</Relationships>', `${charts.relations}</Relationships>`)),
    ...Object.entries(charts.files),
  ])
}

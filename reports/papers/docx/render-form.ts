/** A form as the bytes of a .docx. What is the same in all of them (page, styles, page numbers) the library makes once; the body and the properties are each form's own. */
import type { FormPaper } from '../paper.ts'
import { chartParts } from './chart-parts.ts'
import { fixedPackage, type Part, type Parts } from './fixed-package.ts'
import { formBody } from './form-body.ts'
import { formFrame, sheetOf } from './frame.ts'
import { libraryPackage } from './library-package.ts'
import { widthOn } from './measures.ts'
import { escaped } from './xml.ts'

export const renderForm = async (paper: FormPaper): Promise<Uint8Array> => fixedPackage(await filled(frameOf(paper), paper), paper.day)

function frameOf({ form, office }: FormPaper): Parts {
  if (last?.form === form && last.office === office) return last.frame
  last = {
    form,
    office,
    frame: libraryPackage({ title: UNTITLED, office, sections: [{ frame: formFrame(form), children: [] }], comments: [] }),
  }
  return last.frame
}

let last: { readonly form: FormPaper['form']; readonly office: string; readonly frame: Parts } | null = null

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

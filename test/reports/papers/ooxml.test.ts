/**
 * What Word asks of a .docx before it opens it without a word: properties stand in the order of the schema (ECMA-376 part 1, annex A, wml.xsd), a text ends with
 * a paragraph, cells end with one, and the columns of every row make up the grid.
 */
import { strFromU8, unzipSync } from 'fflate'
import { parseDocument } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { bulletin } from '../../../reports/papers/bulletin/bulletin.ts'
import { forms } from '../../../reports/papers/form/forms.ts'
import { letters } from '../../../reports/papers/letter/letters.ts'
import { overviewFile } from '../../../reports/papers/overview/overview.ts'
import { overviewFacts } from '../../../reports/papers/overview/read-facts.ts'
import { bulletinInput, speech as bulletinSpeech } from '../../support/bulletin.ts'
import { formSettings, scores } from '../../support/form-speech.ts'
import { speech as letterSpeech } from '../../support/letter-speech.ts'
import { overviewInput, overviewWording } from '../../support/overview-given.ts'
import { result } from '../../support/run-result.ts'

const ORDER: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({
    pPr: 'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
    rPr: 'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
    tcPr: 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
    tblPr:
      'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
    sectPr:
      'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
    tblBorders: 'top left bottom right insideH insideV',
    tcBorders: 'top left bottom right insideH insideV tl2br tr2bl',
    tblCellMar: 'top left bottom right',
    pBdr: 'top left bottom right between bar',
    style:
      'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  }).map(([name, children]) => [name, children.split(' ')]),
)

type Node = ReturnType<typeof parseDocument>['children'][number]
const nameOf = (node: Node): string => ('name' in node ? node.name.replace(/^w:/u, '') : '')
const childrenOf = (node: Node): Node[] => ('children' in node ? node.children.filter((child) => 'name' in child) : [])
const within = (node: Node, name: string): Node[] =>
  childrenOf(node).flatMap((child) => [...(nameOf(child) === name ? [child] : []), ...within(child, name)])

function disordered(root: Node): string[] {
  return Object.entries(ORDER).flatMap(([name, order]) =>
    within(root, name).flatMap((node) => {
      const places = childrenOf(node).map((child) => order.indexOf(nameOf(child)))
      const wrong = places.findIndex((place, at) => place < 0 || place < (places[at - 1] ?? 0))
      return wrong < 0 ? [] : [`${name}/${nameOf(childrenOf(node)[wrong] as Node)}`]
    }),
  )
}

function illBuilt(root: Node): string[] {
  const [body] = within(root, 'body')
  if (body === undefined) return []
  const names = childrenOf(body).map(nameOf)
  const spanOf = (cell: Node): number => {
    const [span] = within(cell, 'gridSpan')
    return span !== undefined && 'attribs' in span ? Number(span.attribs['w:val']) : 1
  }
  const widths = within(body, 'tbl').flatMap((table) =>
    within(table, 'tr').map((row) => within(row, 'tc').reduce((sum, cell) => sum + spanOf(cell), 0) - within(table, 'gridCol').length),
  )
  return [
    ...(names.at(-1) === 'sectPr' && names.at(-2) === 'p' ? [] : ['the text does not end with a paragraph']),
    ...(names.some((name, at) => name === 'tbl' && names[at + 1] === 'tbl') ? ['two tables touch'] : []),
    ...(within(body, 'tc').some((cell) => nameOf(childrenOf(cell).at(-1) as Node) !== 'p') ? ['a cell does not end with a paragraph'] : []),
    ...(widths.some((width) => width !== 0) ? ['a row does not fill the grid'] : []),
  ]
}

function mistakes(content: Uint8Array): string[] {
  const roots = Object.entries(unzipSync(content))
    .filter(([name]) => /^word\/[^/]+\.xml$/u.test(name))
    .map(([, bytes]) => parseDocument(strFromU8(bytes), { xmlMode: true }) as unknown as Node)
  return [...new Set(roots.flatMap((root) => [...disordered(root), ...illBuilt(root)]))]
}

describe('a paper in Word', () => {
  it('is a letter by the schema', async () => {
    for (const { name, content } of await letters(result, letterSpeech)) expect([name, ...mistakes(content)]).toEqual([name])
  })

  it('is a draft bulletin by the schema, with its comments', async () => {
    const made = await bulletin(bulletinInput(), bulletinSpeech)
    expect(mistakes(made?.content ?? new Uint8Array())).toEqual([])
  })

  it('is a form or an overview by the schema', async () => {
    const printed = (await forms(scores, formSettings)).filter(({ name }) => name.endsWith('.docx'))
    const overview = await overviewFile(overviewFacts(overviewInput), { wording: overviewWording, office: '办公室', year: 2020, day: null })
    for (const { name, content } of [...printed, overview]) expect([name, ...mistakes(content)]).toEqual([name])
  })
})

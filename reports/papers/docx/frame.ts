/**
 * What stands around the text. Of a letter: the office's name and its rule, page numbers from the second page on. Of a document or a form: page numbers on
 * every page. Odd ones stand right and even ones left.
 */
import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  type ISectionOptions,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx'
import type { FormPaper } from '../paper.ts'
import { character, densePage, faces, letter, mm, page, pageAcross, red, type Sheet, sizes } from './measures.ts'

type Frame = Required<Pick<ISectionOptions, 'headers' | 'footers' | 'properties'>>

export function letterFrame(office: string): Frame {
  return {
    properties: {
      titlePage: true,
      page: {
        size: { width: page.width, height: page.height },
        margin: {
          top: page.top,
          bottom: page.bottom,
          left: page.left,
          right: page.right,
          header: letter.markTop,
          footer: letter.ruleBottom,
        },
      },
    },
    headers: { first: new Header({ children: [mark(office)] }), default: empty(Header), even: empty(Header) },
    footers: {
      first: new Footer({ children: [lowerRule()] }),
      default: pageNumber(AlignmentType.RIGHT),
      even: pageNumber(AlignmentType.LEFT),
    },
  }
}

export const sheetOf = (form: FormPaper['form']): Sheet => (form === 'across' ? pageAcross : densePage)

export function formFrame(form: FormPaper['form']): Frame {
  const sheet = sheetOf(form)
  const { width, height, ...margins } = sheet
  return {
    properties: {
      page: {
        // The library turns width and height for a page across.
        size: width > height ? { width: height, height: width, orientation: PageOrientation.LANDSCAPE } : { width, height },
        margin: { ...margins, header: mm(10), footer: mm(10) },
      },
    },
    headers: { default: empty(Header), even: empty(Header) },
    footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
  }
}

export const documentFrame = (): Frame => ({
  properties: {
    page: {
      size: { width: page.width, height: page.height },
      margin: { top: page.top, bottom: page.bottom, left: page.left, right: page.right, header: mm(15), footer: letter.ruleBottom },
    },
  },
  headers: { default: empty(Header), even: empty(Header) },
  footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
})

const empty = <Kind extends Header | Footer>(Made: new (options: { readonly children: readonly Paragraph[] }) => Kind): Kind =>
  new Made({ children: [new Paragraph({ spacing: tight })] })

const tight = { line: 20, lineRule: LineRuleType.EXACT }
const outdent = { left: -letter.ruleOutdent, right: -letter.ruleOutdent }

/** The thick rule stands above the thin one, 4 mm below the name. */
const mark = (office: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: outdent,
    border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, space: 11, color: red } },
    spacing: { line: 720, lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text: office, font: faces.title, size: markSize(office), color: red })],
  })

/** A long name is set smaller, so that it stands on one line. */
const markSize = (office: string): number => Math.min(sizes.mark, Math.floor(mm(165) / 10 / [...office].length))

const lowerRule = (): Paragraph =>
  new Paragraph({
    indent: outdent,
    border: { bottom: { style: BorderStyle.THIN_THICK_SMALL_GAP, size: 24, space: 1, color: red } },
    spacing: tight,
  })

/** —2—, a character in from the edge, 7 mm below the text. */
const pageNumber = (side: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: side,
        indent: { left: character, right: character },
        spacing: { after: mm(3), line: 280, lineRule: LineRuleType.EXACT },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: faces.song, size: sizes.number })],
      }),
    ],
  })

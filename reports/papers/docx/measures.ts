/**
 * Paper, faces and sizes of GB/T 9704-2012, in the units of the file: twentieths of a point, sizes in half points.
 *
 * 28 characters a line and 22 lines a page: the text area of 156 by 225 mm, lines of 29 points, and a body of 16 points set a quarter point closer.
 */

const PER_MM = 1440 / 25.4
export const mm = (millimetres: number): number => Math.round(millimetres * PER_MM)

/** A sheet of paper with its margins. */
export interface Sheet {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export const page: Sheet = { width: mm(210), height: mm(297), top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) }
/** A page across (横排), its head at the binding side; the other margins narrower than a document's, for the tables' sake. */
export const pageAcross: Sheet = { width: page.height, height: page.width, top: mm(26), bottom: mm(20), left: mm(20), right: mm(20) }
/** Room for what has to stand on one page. */
export const densePage: Sheet = { ...page, top: mm(18), bottom: mm(18), left: mm(20), right: mm(20) }
export const widthOn = ({ width, left, right }: Sheet): number => width - left - right
export const textWidth = widthOn(page)

/** The mark of a letter stands 30 mm below the paper's edge, the lower rule 20 mm above it, both 170 mm long. */
export const letter = { markTop: mm(30), ruleBottom: mm(20), ruleOutdent: (mm(170) - textWidth) / 2 }

/** The mark of a document begins 35 mm below the upper edge of the text; its rule is as wide as the text, 4 mm below the number. */
export const mark = { top: mm(35), ruleBelow: 11, ruleSize: 16 }

/** 版记: the outer rules 0.35 mm, the inner 0.25 mm, in eighths of a point. */
export const imprint = { outer: 8, inner: 6, width: textWidth }
/** DrawingML's unit. */
export const EMU_PER_TWIP = 635

export const sizes = { mark: 52, title: 44, formTitle: 36, body: 32, number: 28, table: 24, formTable: 18 }
/** A twentieth less than 29 points: 22 lines of 29 are four twentieths longer than 225 mm, and the last would stand on the next page. */
export const lines = { body: 579, title: 640, formTitle: 520, table: 380, formTable: 260 }
export const tightening = -5
/** Two characters of the body. */
export const indent = 2 * (sizes.body * 10 + tightening)
export const character = indent / 2

const LATIN = 'Times New Roman'
/** With the hint, marks that both scripts have (“ ” — …) are set in the Chinese face. */
const face = (chinese: string) => ({ ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: chinese, hint: 'eastAsia' })
export const faces = {
  fangsong: face('仿宋_GB2312'),
  hei: face('黑体'),
  kai: face('楷体_GB2312'),
  title: face('方正小标宋简体'),
  song: { ascii: '宋体', hAnsi: '宋体', cs: '宋体', eastAsia: '宋体' },
}

export const red = 'FF0000'
/** Room below the parts of a form. */
export const after = { title: 80, note: 40, table: 120 }
/** Within the cells of a form's tables. */
export const cellMargins = { top: 30, left: 70, bottom: 30, right: 70 }
/** Ground and ink of a cell that says how something stands; a band sums up or divides. */
export const grounds = { good: 'E3F1E8', doubt: 'FCF1D8', bad: 'FBE3E0', band: 'ECEFF3' }

/**
 * Runs a page's operator list (ISO 32000-1, 8.2 and 9.4) as far as text and straight lines go: which glyph stands where, and which
 * horizontal and vertical lines are drawn. Colour, clipping, images and curves are left out; text that stands askew is counted, not kept.
 */
import { readableText } from './characters.ts'
import { type Field, seatFields } from './form-fields.ts'
import { applyX, applyY, type Box, type Glyph, IDENTITY, inverse, type Matrix, moveBox, multiply, type Rulings } from './geometry.ts'
import { boxOf, code, matrixOf, numberOf, quarterOf } from './operands.ts'
import { collectRulings, type RulingCollector } from './rulings.ts'

export interface OperatorList {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** The operators' numbers, as pdfjs names them (`OPS`). */
export interface OperatorCodes {
  readonly [name: string]: number
}

export interface FontFacts {
  readonly vertical: boolean
  /** From glyph space to text space: 0.001, or what a Type 3 font states. */
  readonly scale: number
  /** Height of the em in text space: 1, or the height of a Type 3 font's box. */
  readonly emHeight: number
}

export interface PageContent {
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  readonly rulings: Rulings
  /** Characters that do not stand upright: in quarter turns (a turned cell), and askew (watermarks, round stamps). */
  readonly turned: number
  readonly askew: number
  /** Characters that the file gives no readable code for. */
  readonly unreadable: number
  /** True when anything is placed or painted on the page, text or not. */
  readonly painted: boolean
  /** From the coordinates used here to the page as it is shown: not the identity where most of the text is turned by a quarter. */
  readonly toShown: Matrix
}

export interface PageSource {
  readonly operators: OperatorList
  readonly codes: OperatorCodes
  readonly toPage: Matrix
  readonly width: number
  readonly height: number
  readonly fontFacts: (id: string) => FontFacts
  readonly isHidden: (group: unknown) => boolean
}

/** Reads the page upright; a page whose text is mostly turned by a quarter (a wide table on an upright sheet) is turned first. */
export function readPageContent(source: PageSource): PageContent {
  const { width, height } = source
  const first = run(source, source.toPage)
  const most = Math.max(...first.quarters.slice(1))
  if (most < 20 || most <= (first.quarters[0] ?? 0)) return finish(first, width, height, IDENTITY)
  const quarter = first.quarters.indexOf(most, 1)
  const turn = turnUpright(quarter, width, height)
  const again = run(source, multiply(turn, source.toPage))
  return finish(again, quarter === 2 ? width : height, quarter === 2 ? height : width, inverse(turn))
}

/** Brings text of the quarter 1 (downwards), 2 (upside down) or 3 (upwards) upright, and the page's new top left to 0, 0. */
function turnUpright(quarter: number, width: number, height: number): Matrix {
  if (quarter === 1) return [0, -1, 1, 0, 0, width]
  return quarter === 2 ? [-1, 0, 0, -1, width, height] : [0, 1, -1, 0, height, 0]
}

interface Run {
  readonly glyphs: Glyph[]
  readonly fields: Field[]
  readonly rulings: RulingCollector
  readonly quarters: number[]
  readonly counts: { askew: number; unreadable: number; painted: boolean }
}

const finish = ({ glyphs, fields, rulings, quarters, counts }: Run, width: number, height: number, toShown: Matrix): PageContent => ({
  width,
  height,
  glyphs: seatFields(glyphs, fields),
  rulings: rulings.finish(),
  turned: (quarters[1] ?? 0) + (quarters[2] ?? 0) + (quarters[3] ?? 0),
  ...counts,
  toShown,
})

interface State {
  ctm: Matrix
  font: string
  facts: FontFacts
  size: number
  charSpacing: number
  wordSpacing: number
  horizontalScale: number
  leading: number
  rise: number
}

const NO_FONT: FontFacts = { vertical: false, scale: 0.001, emHeight: 1 }

function run(source: PageSource, base: Matrix): Run {
  const { operators, codes } = source
  const { fnArray, argsArray } = operators
  const result: Run = {
    glyphs: [],
    fields: [],
    rulings: collectRulings(codes),
    quarters: [0, 0, 0, 0],
    counts: { askew: 0, unreadable: 0, painted: false },
  }
  let state: State = {
    ctm: base,
    font: '',
    facts: NO_FONT,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
  }
  const saved: State[] = []
  const marked: boolean[] = []
  let field: { readonly from: number; readonly box: Box | null } | null = null
  let hidden = 0
  let text: Matrix = IDENTITY
  let line: Matrix = IDENTITY
  const save = (): void => {
    saved.push({ ...state })
  }
  const restore = (): void => {
    state = saved.pop() ?? state
  }
  const transform = (args: unknown): void => {
    const matrix = matrixOf(args)
    if (matrix) state.ctm = multiply(state.ctm, matrix)
  }
  const moveLine = (x: number, y: number): void => {
    line = multiply(line, [1, 0, 0, 1, x, y])
    text = line
  }
  const mark = (hides: boolean): void => {
    marked.push(hides)
    if (hides) hidden++
  }
  const actions: Record<number, (args: readonly unknown[]) => void> = {
    [code(codes, 'save')]: save,
    [code(codes, 'restore')]: restore,
    [code(codes, 'transform')]: (args) => {
      result.counts.painted = true
      transform(args)
    },
    [code(codes, 'beginGroup')]: save,
    [code(codes, 'endGroup')]: restore,
    [code(codes, 'paintFormXObjectBegin')]: (args) => {
      save()
      transform(args[0])
    },
    [code(codes, 'paintFormXObjectEnd')]: restore,
    [code(codes, 'beginAnnotation')]: (args) => {
      save()
      state = { ...state, ctm: base, rise: 0, horizontalScale: 1, charSpacing: 0, wordSpacing: 0 }
      transform(args[2])
      transform(args[3])
      field = { from: result.glyphs.length, box: boxOf(args[1]) }
    },
    [code(codes, 'endAnnotation')]: () => {
      restore()
      if (field?.box) result.fields.push({ from: field.from, to: result.glyphs.length, box: moveBox(base, field.box) })
      field = null
    },
    [code(codes, 'beginText')]: () => {
      text = IDENTITY
      line = IDENTITY
    },
    [code(codes, 'setTextMatrix')]: (args) => {
      text = matrixOf(args[0]) ?? matrixOf(args) ?? text
      line = text
    },
    [code(codes, 'moveText')]: (args) => moveLine(numberOf(args[0]), numberOf(args[1])),
    [code(codes, 'setLeadingMoveText')]: (args) => {
      state.leading = -numberOf(args[1])
      moveLine(numberOf(args[0]), numberOf(args[1]))
    },
    [code(codes, 'nextLine')]: () => moveLine(0, -state.leading),
    [code(codes, 'setLeading')]: (args) => {
      state.leading = numberOf(args[0])
    },
    [code(codes, 'setFont')]: (args) => {
      state.font = typeof args[0] === 'string' ? args[0] : ''
      state.facts = source.fontFacts(state.font)
      state.size = numberOf(args[1])
    },
    [code(codes, 'setCharSpacing')]: (args) => {
      state.charSpacing = numberOf(args[0])
    },
    [code(codes, 'setWordSpacing')]: (args) => {
      state.wordSpacing = numberOf(args[0])
    },
    [code(codes, 'setHScale')]: (args) => {
      state.horizontalScale = numberOf(args[0]) / 100
    },
    [code(codes, 'setTextRise')]: (args) => {
      state.rise = numberOf(args[0])
    },
    [code(codes, 'showText')]: (args) => {
      if (Array.isArray(args[0])) text = show(args[0], state, text, hidden > 0 ? null : result)
    },
    [code(codes, 'constructPath')]: (args) => {
      if (hidden === 0 && result.rulings.add(args, state.ctm)) result.counts.painted = true
    },
    [code(codes, 'beginMarkedContent')]: () => mark(false),
    [code(codes, 'beginMarkedContentProps')]: (args) => mark(args[0] === 'OC' && source.isHidden(args[1])),
    [code(codes, 'endMarkedContent')]: () => {
      if (marked.pop()) hidden--
    },
  }
  for (let at = 0; at < fnArray.length; at++) {
    const action = actions[fnArray[at] as number]
    if (action) action((argsArray[at] ?? []) as readonly unknown[])
  }
  return result
}

interface FileGlyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  readonly vmetric?: readonly number[] | null
}

/** Shows one string: adds its glyphs to the page and returns the text matrix after it. */
function show(items: readonly unknown[], state: State, textMatrix: Matrix, page: Run | null): Matrix {
  const { size, facts, horizontalScale, rise } = state
  const shown = multiply(state.ctm, textMatrix)
  const em = Math.abs(size) * facts.emHeight * Math.hypot(shown[2], shown[3])
  const quarter = quarterOf(shown, size)
  const unit = size * facts.scale
  let along = 0
  for (const item of items) {
    if (typeof item === 'number') {
      along -= (item / 1000) * size * (facts.vertical ? 1 : horizontalScale)
      continue
    }
    const glyph = item as FileGlyph
    const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)
    if (facts.vertical) {
      const advance = numberOf(glyph.vmetric?.[0], -1000) * unit - spacing
      if (page) addGlyph(page, glyph, quarter, state.font, em, shown, -em / 2, em / 2, rise + along - em * 0.85)
      along += advance
    } else {
      const width = glyph.width * unit * horizontalScale
      if (page) addGlyph(page, glyph, quarter, state.font, em, shown, along, along + width, rise)
      along += width + spacing * horizontalScale
    }
  }
  return facts.vertical ? multiply(textMatrix, [1, 0, 0, 1, 0, along]) : multiply(textMatrix, [1, 0, 0, 1, along, 0])
}

function addGlyph(
  page: Run,
  glyph: FileGlyph,
  quarter: number,
  font: string,
  size: number,
  shown: Matrix,
  from: number,
  to: number,
  rise: number,
): void {
  const text = readableText(glyph.unicode)
  if (text === '') return
  if (text === UNREADABLE) page.counts.unreadable++
  const blank = text.trim() === ''
  if (quarter < 0) {
    if (!blank) page.counts.askew++
    return
  }
  if (!blank) page.quarters[quarter] = (page.quarters[quarter] ?? 0) + 1
  if (quarter > 0) return
  const x0 = applyX(shown, from, rise)
  const x1 = applyX(shown, to, rise)
  const baseline = applyY(shown, from, rise)
  if (!Number.isFinite(x0 + x1 + baseline + size) || size <= 0) return
  page.glyphs.push({ text, x0: Math.min(x0, x1), x1: Math.max(x0, x1), baseline, size, font })
}

const UNREADABLE = '\uFFFD'

/**
 * The one file that knows how pdfjs is loaded and asked: the document, its pages, each page's operator list, and what its errors mean.
 *
 * pdfjs is imported on first use, so that other formats do not pay for it. On Node 20 its core-js replaces Array.prototype.push, JSON.parse
 * and JSON.stringify for the whole process; the natives are put back. Text is read from the operator list and not from getTextContent: one
 * pass gives glyphs and rulings together, and blanks are ours to decide. Fonts are never rendered and images never decoded.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { Rejection } from '../reading.ts'
import { addKnownCodes, type CharacterMaps, createCharacterMaps, knownCodes, type PdfResources } from './character-maps.ts'
import type { Matrix } from './geometry.ts'
import { watchLostErrors } from './lost-errors.ts'
import type { FontFacts, OperatorCodes, OperatorList } from './page-content.ts'

interface OpenPage {
  readonly operators: OperatorList
  readonly width: number
  readonly height: number
  /** From the file's user space to points from the page's top left, as the page is shown. */
  readonly toPage: Matrix
  readonly fontFacts: (id: string) => FontFacts
  readonly isHidden: (group: unknown) => boolean
}

export interface OpenPdf {
  readonly pages: number
  readonly codes: OperatorCodes
  /** The page with this number, from 1; null where the file is broken there. */
  readonly page: (number: number) => Promise<OpenPage | null>
}

type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

let library: Promise<Library> | undefined

/** One document at a time: an error that pdfjs loses (see `lost-errors.ts`) then belongs to the document in hand. */
let previous: Promise<unknown> = Promise.resolve()

/**
 * Opens the document, hands it to `use`, and closes it whatever happens; more than once where its character maps ask for it. Throws a Rejection for a
 * file that cannot be opened.
 */
export function withPdf<T>(bytes: Uint8Array, resources: PdfResources, use: (pdf: OpenPdf) => Promise<T>): Promise<T> {
  const reading = previous.then(() => readWithMaps(bytes, resources, use))
  previous = reading.catch(() => undefined)
  return reading
}

async function readWithMaps<T>(bytes: Uint8Array, resources: PdfResources, use: (pdf: OpenPdf) => Promise<T>): Promise<T> {
  const first = createCharacterMaps(resources, knownCodes(resources))
  const read = await settled(openAndUse(bytes, first, use))
  if (first.sufficed()) return read()
  const second = createCharacterMaps(resources, addKnownCodes(resources, first.shown))
  const again = await settled(openAndUse(bytes, second, use))
  return second.sufficed() ? again() : openAndUse(bytes, createCharacterMaps(resources, null), use)
}

/** What the work comes to, to be taken or left: its result, or what it threw. */
const settled = <T>(work: Promise<T>): Promise<() => T> =>
  work.then(
    (result) => () => result,
    (error: unknown) => () => {
      throw error
    },
  )

/** The maps lack characters of the page: what remains is only looked through for its codes. */
class Insufficient extends Error {
  override readonly name = 'Insufficient'
}

async function openAndUse<T>(bytes: Uint8Array, maps: CharacterMaps, use: (pdf: OpenPdf) => Promise<T>): Promise<T> {
  library ??= load()
  const pdfjs = await library
  const lostErrors = watchLostErrors()
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: false,
    ownerDocument: FONTLESS_DOCUMENT,
    useSystemFonts: false,
    fontExtraProperties: false,
    BinaryDataFactory: maps.Source,
    cMapPacked: true,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 0,
    enableXfa: false,
    stopAtErrors: false,
  })
  try {
    const opening = task.promise.catch((error: unknown) => {
      throw rejectionFor(error)
    })
    const document = await lostErrors.within(opening)
    if (!document) throw rejectionFor(null)
    maps.onOpened(document.numPages)
    const open = (number: number): Promise<OpenPage | null> => lostErrors.within(openPage(document, pdfjs.OPS, number, maps))
    return await use({
      pages: document.numPages,
      codes: pdfjs.OPS,
      page: async (number) => {
        const page = await open(number)
        if (maps.sufficed()) return page
        for (let next = number + 1; next <= document.numPages; next++) await open(next)
        throw new Insufficient()
      },
    })
  } finally {
    await lostErrors.within(task.destroy().catch(() => undefined))
    await lostErrors.stop()
  }
}

async function openPage(document: PDFDocumentProxy, codes: OperatorCodes, number: number, maps: CharacterMaps): Promise<OpenPage | null> {
  try {
    const page = await document.getPage(number)
    const viewport = page.getViewport({ scale: 1 })
    const operators = await page.getOperatorList({ annotationMode: 1 })
    maps.onShown(shownCodes(operators))
    const { beginMarkedContentProps = -1 } = codes
    const isHidden = operators.fnArray.includes(beginMarkedContentProps) ? await hiddenGroups(document) : () => false
    const facts = new Map<string, FontFacts>()
    const fontFacts = (id: string): FontFacts => {
      const known = facts.get(id)
      if (known) return known
      const font: unknown = page.commonObjs.has(id) ? page.commonObjs.get(id) : undefined
      if (typeof font !== 'object') maps.onLostFont()
      const read = readFontFacts(font)
      facts.set(id, read)
      return read
    }
    const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = viewport.transform as number[]
    return { operators, width: viewport.width, height: viewport.height, toPage: [a, b, c, d, e, f], fontFacts, isHidden }
  } catch {
    return null
  }
}

/** The codes of the characters that a page shows. */
function* shownCodes({ argsArray }: OperatorList): Generator<number> {
  for (const args of argsArray) {
    const items: unknown = Array.isArray(args) ? args[0] : null
    if (!Array.isArray(items)) continue
    for (const item of items as unknown[])
      if (typeof item === 'object' && item !== null && 'originalCharCode' in item && typeof item.originalCharCode === 'number')
        yield item.originalCharCode
  }
}

async function hiddenGroups(document: PDFDocumentProxy): Promise<(group: unknown) => boolean> {
  const config = await document.getOptionalContentConfig()
  return (group) => {
    try {
      return group !== null && group !== undefined && !config.isVisible(group)
    } catch {
      return false
    }
  }
}

/** What is used of a font that pdfjs has loaded; a font that it could not load has none of it. */
interface LoadedFont {
  readonly fontMatrix?: unknown
  readonly bbox?: unknown
  readonly isType3Font?: unknown
  readonly vertical?: unknown
}

function readFontFacts(font: unknown): FontFacts {
  const { fontMatrix, bbox, isType3Font, vertical }: LoadedFont = typeof font === 'object' && font !== null ? font : {}
  const scale = Array.isArray(fontMatrix) && typeof fontMatrix[0] === 'number' ? fontMatrix[0] : 0.001
  const height = isType3Font === true && Array.isArray(bbox) ? Math.abs(Number(bbox[3]) - Number(bbox[1])) * Math.abs(scale) : 1
  return { vertical: vertical === true, scale, emHeight: Number.isFinite(height) && height > 0.2 ? height : 1 }
}

function rejectionFor(error: unknown): Rejection {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return new Rejection('E_PDF_ENCRYPTED', '文件已加密，请提供无密码版本')
  return new Rejection('E_CORRUPT', 'PDF 文件已损坏，无法打开，请重新导出后再报送')
}

/** Where pdfjs would register fonts for drawing. Nothing is drawn here; without it pdfjs falls back to building the outline of every glyph. */
const FONTLESS_DOCUMENT = { fonts: { add: () => undefined, delete: () => undefined } } as unknown as never

async function load(): Promise<Library> {
  const push = Array.prototype.push
  const { parse, stringify } = JSON
  const { warn } = console
  console.warn = () => undefined
  try {
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    return await undrawn(() => import('pdfjs-dist/legacy/build/pdf.mjs'))
  } finally {
    console.warn = warn
    restore(Array.prototype, 'push', push)
    restore(JSON, 'parse', parse)
    restore(JSON, 'stringify', stringify)
    if (!('FontFace' in globalThis)) restore(globalThis, 'FontFace', unusedFontFace)
  }
}

const CANVAS_TYPES = ['DOMMatrix', 'ImageData', 'Path2D']

/** pdfjs would load a program for drawing, of tens of megabytes, in each thread, for three types that it only draws with. While it loads, it finds types without content. */
async function undrawn<Loaded>(loading: () => Promise<Loaded>): Promise<Loaded> {
  const missing = CANVAS_TYPES.filter((name) => !(name in globalThis))
  const builtin = process.getBuiltinModule
  for (const name of missing) restore(globalThis, name, class {})
  restore(process, 'getBuiltinModule', (name: string) => (name === 'module' ? { createRequire: () => notDrawing } : builtin(name)))
  try {
    return await loading()
  } finally {
    restore(process, 'getBuiltinModule', builtin)
    for (const name of missing) Reflect.deleteProperty(globalThis, name)
  }
}

function notDrawing(): never {
  throw new Error('nothing is drawn here')
}

function restore(owner: object, name: string, value: unknown): void {
  Object.defineProperty(owner, name, { value, writable: true, configurable: true, enumerable: false })
}

function unusedFontFace(): object {
  return { family: '', loaded: Promise.resolve() }
}

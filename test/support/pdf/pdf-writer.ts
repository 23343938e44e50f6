/**
 * A small PDF writer (ISO 32000-1) for what no office program writes: fonts that are not embedded and use predefined CMaps, text struck twice,
 * turned or raised, rulings of any kind, pages without text, references that loop. It shares nothing with the reader.
 */
export interface WrittenPage {
  /** Content stream operators, in points from the page's lower left. */
  readonly content: string
  readonly mediaBox?: readonly [number, number, number, number]
  /** Further entries of the content stream's dictionary: its filters, where the content went through some. */
  readonly dictionary?: string
  /** Numbers of the page's annotations among all objects. */
  readonly annotations?: readonly number[]
}

/** Fonts by resource name: F1 STSong-Light with UniGB-UCS2-H, F2 the same with GBK-EUC-H, F3 Helvetica. */
export function writePdf(pages: readonly WrittenPage[], extraObjects: readonly string[] = []): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${8 + at * 2} 0 R`).join(' ')}] >>`,
    '<< /F1 4 0 R /F2 5 0 R /F3 6 0 R >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [7 0 R] >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [7 0 R] >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 [500] 814 [500] 17 26 500] /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>',
    ...pages.flatMap(({ content, mediaBox = [0, 0, 595, 842], dictionary, annotations = [] }, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [${mediaBox.join(' ')}] /Resources << /Font 3 0 R /XObject << /X1 ${8 + pages.length * 2} 0 R >> >> /Contents ${9 + at * 2} 0 R /Annots [${annotations.map((one) => `${one} 0 R`).join(' ')}] >>`,
      stream(content, dictionary),
    ]),
    ...extraObjects,
  ]
  return assemble(objects)
}

export const stream = (content: string, dictionary = ''): string =>
  `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`

function assemble(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = file.length
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Uint8Array.from(file, (character) => character.charCodeAt(0))
}

/** Shows a text with its baseline starting at x, y (from the lower left); every character is one em wide in F1. */
export function text(x: number, y: number, size: number, words: string, matrix = `1 0 0 1 ${x} ${y}`): string {
  return `BT /F1 ${size} Tf ${matrix} Tm <${ucs2(words)}> Tj ET`
}

/** The same in the font that is encoded as GBK; `bytes` are its codes, as hexadecimal digits. */
export const gbkText = (x: number, y: number, size: number, bytes: string): string => `BT /F2 ${size} Tf ${x} ${y} Td <${bytes}> Tj ET`

export const latinText = (x: number, y: number, size: number, words: string): string => `BT /F3 ${size} Tf ${x} ${y} Td (${words}) Tj ET`

const ucs2 = (words: string): string =>
  Array.from({ length: words.length }, (_, at) => words.charCodeAt(at).toString(16).padStart(4, '0')).join('')

/** A stroked line. */
export const lineFrom = (x0: number, y0: number, x1: number, y1: number): string => `${x0} ${y0} m ${x1} ${y1} l S`

/** A grid of rulings, as stroked lines or as thin filled rectangles. */
export function grid(xs: readonly number[], ys: readonly number[], filled = false): string {
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const across = ys.map((y) => (filled ? `${left} ${y} ${right - left} 0.5 re f` : lineFrom(left, y, right, y)))
  const down = xs.map((x) => (filled ? `${x} ${bottom} 0.5 ${top - bottom} re f` : lineFrom(x, bottom, x, top)))
  return [...across, ...down].join('\n')
}

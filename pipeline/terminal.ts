/** Text on a terminal: Chinese characters take two columns, and control characters of a document must not reach it. */

/** Columns that a text takes. */
export function width(text: string): number {
  let columns = 0
  for (const character of text) columns += isWide(character.codePointAt(0) ?? 0) ? 2 : 1
  return columns
}

/** A text cut to a number of columns, with … where something was cut. */
export function cut(text: string, columns: number): string {
  if (width(text) <= columns) return text
  let kept = ''
  let taken = 1
  for (const character of text) {
    taken += isWide(character.codePointAt(0) ?? 0) ? 2 : 1
    if (taken > columns) break
    kept += character
  }
  return `${kept}…`
}

const pad = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - width(text)))

/** Rows as aligned columns, two blanks between; a column is as wide as its widest cell, `widest` at most. The first row is the heading. */
export function table(rows: readonly (readonly string[])[], widest: readonly number[]): string {
  const cells = rows.map((row) => row.map((cell, column) => cut(printable(cell), widest[column] ?? 40)))
  const columns = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => width(row[column] ?? ''))))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => pad(cell, columns[column] ?? 0))
      .join('  ')
      .trimEnd()
  const rule = columns.map((columnWidth) => '─'.repeat(columnWidth)).join('  ')
  return cells.flatMap((row, index) => (index === 0 ? [line(row), rule] : [line(row)])).join('\n')
}

/** One line without control characters. */
export const printable = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim()

/** Lines and tabs kept, other control characters dropped: a document cannot move the cursor or colour the screen. */
export const printableLines = (text: string): string => text.replace(/(?![\n\t])\p{Cc}/gu, '')

function isWide(code: number): boolean {
  return (
    code >= 0x1100 &&
    (code <= 0x115f ||
      (code >= 0x2014 && code <= 0x2026) ||
      (code >= 0x2e80 && code <= 0xa4cf) ||
      (code >= 0xac00 && code <= 0xd7a3) ||
      (code >= 0xf900 && code <= 0xfaff) ||
      (code >= 0xfe30 && code <= 0xfe6f) ||
      (code >= 0xff00 && code <= 0xff60) ||
      (code >= 0xffe0 && code <= 0xffe6) ||
      (code >= 0x20000 && code <= 0x3fffd))
  )
}

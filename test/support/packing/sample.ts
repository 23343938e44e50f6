/** The source text of one sample submission (test/support/samples/FORMAT.md) as data. */

export type Inline =
  | { readonly kind: 'text' | 'inserted' | 'deleted'; readonly text: string }
  | { readonly kind: 'footnote'; readonly mark: string }

export interface SourceRow {
  readonly header: boolean
  /** "<" merges with the cell to the left, "^" with the one above. */
  readonly cells: readonly string[]
}

/** One union member for each kind, so that a kind tells what the part holds. */
type Kind<Names extends string, Content> = Names extends string ? { readonly kind: Names } & Content : never

export type Part =
  | Kind<'title' | 'centred' | 'right' | 'caption' | 'text-box' | 'sheet', { readonly text: string }>
  | Kind<'heading', { readonly level: 1 | 2 | 3; readonly text: string }>
  | Kind<'paragraph' | 'list-item', { readonly inlines: readonly Inline[] }>
  | Kind<'table', { readonly rows: readonly SourceRow[] }>
  | Kind<'page-break', unknown>

export interface Sample {
  /** Path below test/support/samples. */
  readonly source: string
  readonly out: string
  readonly format: string
  readonly settings: Readonly<Record<string, string>>
  readonly parts: readonly Part[]
  readonly footnotes: Readonly<Record<string, string>>
}

/** The path under which a run lists the sample: inside its archive, if it has one. */
export function packedPath({ out, settings }: Sample): string {
  return settings['archive'] === undefined ? out : `${settings['archive']}!/${out}`
}

export function parseSample(source: string, text: string): Sample {
  const lines = text.split(/\r?\n/u)
  const end = lines.indexOf('---', 1)
  if (lines[0] !== '---' || end < 0) throw new Error(`${source}: no front matter`)
  const settings = Object.fromEntries(
    lines
      .slice(1, end)
      .filter((line) => line.trim() !== '')
      .map(setting),
  )
  const { out, format } = settings
  if (out === undefined || format === undefined) throw new Error(`${source}: front matter without out or format`)
  const body = lines.slice(end + 1).filter((line) => line.trim() !== '')
  const footnotes = body.flatMap((line) => {
    const note = /^\[\^(\w+)\]: (.*)$/u.exec(line)
    return note === null ? [] : [[note[1] ?? '', note[2] ?? '']]
  })
  return {
    source,
    out,
    format,
    settings,
    parts: joinRows(body.filter((line) => !/^\[\^\w+\]: /u.test(line))),
    footnotes: Object.fromEntries(footnotes),
  }
}

function setting(line: string): [string, string] {
  const colon = line.indexOf(':')
  return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
}

function joinRows(lines: readonly string[]): Part[] {
  const parts: Part[] = []
  let rows: SourceRow[] | null = null
  for (const line of lines) {
    if (line.startsWith('|')) {
      if (rows === null) {
        rows = []
        parts.push({ kind: 'table', rows })
      }
      rows.push(parseRow(line))
    } else {
      rows = null
      parts.push(parsePart(line))
    }
  }
  return parts
}

function parseRow(line: string): SourceRow {
  const header = line.startsWith('|=')
  const inner = line.slice(header ? 2 : 1).replace(/\|\s*$/u, '')
  return { header, cells: inner.split('|').map((cell) => cell.trim()) }
}

function parsePart(line: string): Part {
  const heading = /^(#{2,4}) (.*)$/u.exec(line)
  if (heading) return { kind: 'heading', level: ((heading[1]?.length ?? 2) - 1) as 1 | 2 | 3, text: heading[2] ?? '' }
  if (line.startsWith('# ')) return { kind: 'title', text: line.slice(2) }
  if (line.startsWith('@ ')) return { kind: 'centred', text: line.slice(2) }
  if (line.startsWith('>> ')) return { kind: 'right', text: line.slice(3) }
  if (line.startsWith('> ')) return { kind: 'caption', text: line.slice(2) }
  if (line.startsWith('=== ')) return { kind: 'sheet', text: line.slice(4) }
  if (line.startsWith('~~~page')) return { kind: 'page-break' }
  if (line.startsWith('[[') && line.endsWith(']]')) return { kind: 'text-box', text: line.slice(2, -2) }
  if (line.startsWith('- ')) return { kind: 'list-item', inlines: parseInlines(line.slice(2)) }
  return { kind: 'paragraph', inlines: parseInlines(line) }
}

function parseInlines(line: string): Inline[] {
  return line
    .split(/(\{\+[^}]*\+\}|\{-[^}]*-\}|\[\^\w+\])/u)
    .filter((piece) => piece !== '')
    .map((piece): Inline => {
      if (piece.startsWith('{+')) return { kind: 'inserted', text: piece.slice(2, -2) }
      if (piece.startsWith('{-')) return { kind: 'deleted', text: piece.slice(2, -2) }
      if (piece.startsWith('[^')) return { kind: 'footnote', mark: piece.slice(2, -1) }
      return { kind: 'text', text: piece }
    })
}

/** What a reader finds: one line a block, cells parted by tabs, deletions gone. */
export function plainText(sample: Sample): string {
  return [...sample.parts.flatMap(partLines), ...Object.values(sample.footnotes), ...headerLine(sample)].join('\n')
}

function headerLine({ settings }: Sample): string[] {
  return settings['header'] === undefined ? [] : [settings['header']]
}

function partLines(part: Part): string[] {
  if (part.kind === 'page-break' || part.kind === 'sheet') return []
  if (part.kind === 'table') return part.rows.map(({ cells }) => cells.filter((cell) => cell !== '<' && cell !== '^').join('\t'))
  if ('inlines' in part) return [inlineText(part.inlines)]
  return [part.text]
}

export function inlineText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.kind === 'text' || inline.kind === 'inserted' ? inline.text : '')).join('')
}

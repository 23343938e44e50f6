/**
 * Formatting runs ([MS-DOC] 2.4.6, 2.9): pages of 512 bytes that say, for ranges of the main stream, which property changes (sprms) hold.
 * Only reading them is here; what a sprm means stands where it is used.
 */
import type { ByteView } from './byte-view.ts'
import type { WordFile } from './word-file.ts'

export interface Run {
  /** Offsets in the main stream, end excluded. */
  readonly start: number
  readonly end: number
  /** Paragraph runs: index of the paragraph's style. */
  readonly style: number
  readonly sprms: ByteView
}

export interface Sprm {
  readonly code: number
  /** The operand, from its first byte. */
  readonly operand: ByteView
}

const PAGE = 512
const HUGE_PAPX = new Set([0x6645, 0x6646])
const TABLE_DEFINITION = 0xd608
const OPERAND_BYTES: readonly number[] = [1, 1, 2, 4, 2, 2, 0, 3]

export function characterRuns(file: WordFile): readonly Run[] {
  return runs(file, file.structure('characters').bytes, (page, count, index) => {
    const at = page.u8((count + 1) * 4 + index) * 2
    return { style: 0, sprms: at === 0 ? page.slice(0, 0) : page.slice(at + 1, at + 1 + page.u8(at)) }
  })
}

export function paragraphRuns(file: WordFile): readonly Run[] {
  return runs(file, file.structure('paragraphs').bytes, (page, count, index) => {
    const at = page.u8((count + 1) * 4 + index * 13) * 2
    if (at === 0) return { style: 0, sprms: page.slice(0, 0) }
    const words = page.u8(at)
    const start = words === 0 ? at + 2 : at + 1
    const end = words === 0 ? start + page.u8(at + 1) * 2 : start + words * 2 - 1
    return { style: page.u16(start), sprms: page.slice(start + 2, end) }
  })
}

function runs(
  file: WordFile,
  index: ByteView,
  read: (page: ByteView, count: number, index: number) => Pick<Run, 'style' | 'sprms'>,
): readonly Run[] {
  const pages = Math.max(0, Math.floor((index.bytes.length - 4) / 8))
  const found: Run[] = []
  for (let number = 0; number < pages; number++) {
    const at = (index.u32((pages + 1) * 4 + number * 4) & 0x3fffff) * PAGE
    const page = file.main.slice(at, at + PAGE)
    const count = Math.min(page.u8(PAGE - 1), 126)
    for (let run = 0; run < count; run++) found.push({ start: page.u32(run * 4), end: page.u32(run * 4 + 4), ...read(page, count, run) })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The run that holds an offset of the main stream. */
export function runAt(sorted: readonly Run[], offset: number): Run | undefined {
  let low = 0
  let high = sorted.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const run = sorted[middle] as Run
    if (offset < run.start) high = middle - 1
    else if (offset >= run.end) low = middle + 1
    else return run
  }
  return undefined
}

/** The property changes of a run, one after the other. Those too long for their page stand in the data stream. */
export function readSprms(sprms: ByteView, data?: ByteView): Sprm[] {
  const found: Sprm[] = []
  for (let at = 0; at + 2 < sprms.bytes.length; ) {
    const code = sprms.u16(at)
    const start = at + 2
    const kind = code >> 13
    const bytes = code === TABLE_DEFINITION ? sprms.u16(start) + 1 : kind === 6 ? sprms.u8(start) + 1 : (OPERAND_BYTES[kind] ?? 1)
    const operand = sprms.slice(start, start + bytes)
    if (HUGE_PAPX.has(code) && data) {
      const place = operand.u32(0)
      found.push(...readSprms(data.slice(place + 2, place + 2 + data.u16(place))))
    } else found.push({ code, operand })
    at = start + bytes
  }
  return found
}

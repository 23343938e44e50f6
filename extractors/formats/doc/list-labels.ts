/**
 * Automatic numbering ([MS-DOC] 2.9.131 to 2.9.150): the label that Word shows before a paragraph, counted as Word counts. Lists and their
 * levels say the pattern ("第%1条"), overrides say where a list starts anew.
 */
import type { ByteView } from './byte-view.ts'
import { formatListNumber } from './list-number.ts'
import type { WordFile } from './word-file.ts'

interface Level {
  readonly start: number
  readonly format: number
  /** Pattern; characters below 9 stand for the number of that level. */
  readonly pattern: string
}

interface Override {
  readonly list: number
  readonly starts: ReadonlyMap<number, number>
}

export interface ListLabels {
  /** The label of the next paragraph of a list: "" for a bullet, null when the list is not known. Call in the order of the document. */
  readonly next: (override: number, level: number) => string | null
}

const LEVELS = 9
const LIST_BYTES = 28
const OVERRIDE_BYTES = 16
const BULLET = 23
const MOST_LISTS = 4096

export function listLabels(file: WordFile): ListLabels {
  const lists = readLists(file)
  const overrides = readOverrides(file)
  const counters = new Map<number, (number | undefined)[]>()
  const started = new Set<string>()
  return {
    next(index, level) {
      const override = overrides[index - 1]
      const levels = override && lists.get(override.list)
      const current = levels?.[level] ?? levels?.[0]
      if (!override || !levels || !current) return null
      const counter = counters.get(override.list) ?? []
      counters.set(override.list, counter)
      for (let parent = 0; parent < level; parent++) counter[parent] ??= levels[parent]?.start ?? 1
      const restart = override.starts.get(level)
      const key = `${index}:${level}`
      if (restart !== undefined && !started.has(key)) counter[level] = restart
      else counter[level] = (counter[level] ?? current.start - 1) + 1
      started.add(key)
      counter.length = level + 1
      return current.format === BULLET ? '' : label(current, levels, counter)
    },
  }
}

function label(current: Level, levels: readonly Level[], counter: readonly (number | undefined)[]): string {
  return Array.from(current.pattern, (character) => {
    const code = character.charCodeAt(0)
    if (code >= LEVELS) return character
    const level = levels[code]
    return level ? formatListNumber(counter[code] ?? level.start, level.format) : ''
  }).join('')
}

function readLists(file: WordFile): ReadonlyMap<number, readonly Level[]> {
  const { bytes, rest } = file.structure('lists')
  const lists = new Map<number, readonly Level[]>()
  if (bytes.bytes.length < 2) return lists
  const count = Math.min(rest.u16(0), MOST_LISTS)
  let at = 2 + count * LIST_BYTES
  for (let index = 0; index < count && at < rest.bytes.length; index++) {
    const header = 2 + index * LIST_BYTES
    const simple = (rest.u8(header + 26) & 1) !== 0
    const levels: Level[] = []
    for (let level = 0; level < (simple ? 1 : LEVELS); level++) {
      const [read, next] = readLevel(rest, at)
      levels.push(read)
      at = next
    }
    lists.set(rest.u32(header), levels)
  }
  return lists
}

function readLevel(view: ByteView, at: number): readonly [Level, number] {
  const text = at + 28 + view.u8(at + 24) + view.u8(at + 25)
  const length = view.u16(text)
  const units = Array.from({ length: Math.min(length, 255) }, (_, index) => view.u16(text + 2 + index * 2))
  return [{ start: view.u32(at), format: view.u8(at + 4), pattern: String.fromCharCode(...units) }, text + 2 + length * 2]
}

function readOverrides(file: WordFile): readonly Override[] {
  const { bytes, rest } = file.structure('overrides')
  if (bytes.bytes.length < 4) return []
  const count = Math.min(rest.u32(0), MOST_LISTS)
  const overrides: Override[] = []
  let at = 4 + count * OVERRIDE_BYTES
  for (let index = 0; index < count; index++) {
    const header = 4 + index * OVERRIDE_BYTES
    const starts = new Map<number, number>()
    at += 4
    for (let changed = 0; changed < Math.min(rest.u8(header + 12), LEVELS); changed++) {
      const flags = rest.u32(at + 4)
      const level = flags & 0xf
      const start = rest.u32(at)
      at += 8
      if (flags & 0x20) {
        const [replaced, next] = readLevel(rest, at)
        at = next
        if (flags & 0x10) starts.set(level, replaced.start)
      } else if (flags & 0x10) starts.set(level, start)
    }
    overrides.push({ list: rest.u32(header), starts })
  }
  return overrides
}

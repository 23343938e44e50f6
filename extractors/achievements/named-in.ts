/** Names that a stretch of the sentence tells, as those who hold an honour: all of them, or only what ends as names do. */
import type { Span } from '../document.ts'
import type { NameReader, Source } from './names.ts'

export interface Holders {
  readonly names: readonly string[]
  /** Where the first is named, in the sentence; null when the county stands in. */
  readonly start: number | null
  readonly notes: readonly string[]
  /** Helped on by another: what follows in the sentence is not said of them. */
  readonly helped: boolean
  /** As the text names them, where a name is only part of that (县医院护士长某某). */
  readonly whole?: readonly string[]
}

/** Names in a stretch of text; `wellFormed`: only what ends as names do. Null where it names nobody. */
export type Naming = (source: Source, span: Span, wellFormed: boolean) => Holders | null

export const NOBODY: Holders = { names: [], start: null, notes: [], helped: false }

export function createNaming(names: NameReader): Naming {
  return (source, span, wellFormed) => {
    const found = names.in(source, span)
    const isHolder = (name: string): boolean => names.isWellFormed(name) || source.known(name) || found.persons.includes(name)
    const kept = wellFormed && !found.listed ? found.names.filter(isHolder) : found.names
    if (kept.length === 0) return null
    const at = source.raw.slice(span.start, span.end).indexOf(kept[0] as string)
    return { names: kept, start: span.start + Math.max(0, at), notes: found.notes, helped: false }
  }
}

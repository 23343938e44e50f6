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

const SHORTEST_LIST = 3
const PLAIN = /^[\p{Script=Han}“”（）A-Za-z0-9·]{2,20}$/u

export function createNaming(names: NameReader): Naming {
  return (source, span, wellFormed) => {
    const found = names.in(source, span)
    const isHolder = (name: string): boolean => names.isWellFormed(name) || source.known(name) || found.persons.includes(name)
    const sure = wellFormed && !found.listed ? found.names.filter(isHolder) : found.names
    // 万控智造、瑞星机电、长江汽车、熊猫乳品: of a list most of which are names, all are.
    const isList = found.names.length >= SHORTEST_LIST && sure.length * 2 >= found.names.length
    const kept = isList && found.names.every((name) => PLAIN.test(name)) ? found.names : sure
    if (kept.length === 0) return null
    const at = source.raw.slice(span.start, span.end).indexOf(kept[0] as string)
    return { names: kept, start: span.start + Math.max(0, at), notes: found.notes, helped: false }
  }
}

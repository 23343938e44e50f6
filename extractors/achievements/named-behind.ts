/**
 * Who holds an honour, named in the clauses behind it.
 *
 *   5家通过…，‹其中›甲、乙‹为首次取得›，丙‹为换证›
 *   新添两家，‹一家是›甲公司，‹另一家是›乙公司      自治区级绿色工厂2家，‹分别为›甲、乙      全疆共认定12家，‹我市占两席›，‹分别是›甲和乙
 */
import type { Span } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { Holders, Naming } from './named-in.ts'
import type { Source } from './names.ts'

/** `clauses`: those behind the honour's own. */
export type NamedBehindReader = (source: Source, clauses: readonly Span[]) => Holders | null

const COUNT = '[0-9一二三四五六七八九十两几]{1,4}'
const ONE_BY_ONE = /^(?:其中)?(?:一|另一|还有一)[家个处项件](?:为|是|叫)/u
const OPENING = /^(?:分别|依次|其中)?(?:为|是|即|系)/u

export function createNamedBehindReader(lexicon: Lexicon, read: Naming): NamedBehindReader {
  /** 我市占两席，: only how many of them are of here. */
  const seats = new RegExp(`^[^，。；]{0,8}(?:${wordPattern(cue(lexicon, 'honour-seats'))})${COUNT}[家个席项件名处]，$`, 'u')

  const oneByOne = (source: Source, clauses: readonly Span[]): Holders | null => {
    const named: Holders[] = []
    for (const { start, end } of clauses) {
      const lead = ONE_BY_ONE.exec(source.masked.slice(start, end))
      const found = lead ? read(source, { start: start + lead[0].length, end }, false) : null
      if (!found) break
      named.push(found)
    }
    return named[0] ? { ...named[0], names: named.flatMap(({ names }) => names) } : null
  }

  /** 5家企业通过…，‹其中甲、乙为首次取得，丙为换证›: all of them, parted by how they came to it. */
  const partedBy = new RegExp(`^(?:其中)?([^，；。：]{2,60}?)(?:均|都)?[为是系](?:${wordPattern(cue(lexicon, 'honour-come-by'))})`, 'u')
  const parted = (source: Source, clauses: readonly Span[]): Holders | null => {
    const named: Holders[] = []
    for (const { start, end } of clauses) {
      const words = partedBy.exec(source.masked.slice(start, end))
      const from = start + (words?.[0].startsWith('其中') ? 2 : 0)
      const found = words ? read(source, { start: from, end: from + (words[1]?.length ?? 0) }, true) : null
      if (!found) break
      named.push(found)
    }
    return named[0] ? { ...named[0], names: named.flatMap(({ names }) => names) } : null
  }

  return (source, clauses) => {
    const each = oneByOne(source, clauses) ?? parted(source, clauses)
    if (each) return each
    const [first, second] = clauses
    const isSeats = first !== undefined && seats.test(source.masked.slice(first.start, first.end))
    const next = isSeats ? second : first
    const opening = next ? OPENING.exec(source.masked.slice(next.start, next.end)) : null
    return next && opening ? read(source, { start: next.start + opening[0].length, end: next.end }, !isSeats) : null
  }
}

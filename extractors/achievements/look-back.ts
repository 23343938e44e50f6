/**
 * Who holds an honour, told in other clauses of its sentence: the subject before, whom 该公司 or 前者 point back to, who is on a list told of next.
 */
import type { Span } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { RegionReader } from '../quantities/region.ts'
import { type Holders, type Naming, NOBODY } from './named-in.ts'
import type { NameReader, Source } from './names.ts'
import { createPointerReader } from './pointer.ts'
import { type Cue, createScan } from './scan.ts'
import { says } from './status.ts'

export interface OtherClauses {
  /** The nearest subject before, within the half of the sentence and the item of its enumeration; 同时 at the head reaches over a semicolon. */
  lookBack(source: Source, clauses: readonly Span[], stops: readonly Span[], overSemicolon: boolean): Holders
  /** Whom 该公司 before a place points to, or a part of it named behind 该公司. Null where nothing points. */
  pointedTo(source: Source, from: number, until: number): Holders | null
  ofTwo(source: Source, clauses: readonly Span[], found: Holders): Holders | null
  namedAmong(source: Source, behind: readonly Span[], outside: readonly Cue[], honours: readonly Span[]): Holders | null
  afterSince(source: Source, clause: Span, next: Span | undefined, stops: readonly Span[]): Holders | null
}

/** Clauses that a subject reaches over. */
const FARTHEST = 12
/** 一是, 2.: an item of an enumeration has its own subject. */
export const ITEM = /^[\s]*(?:[一二三四五六七八九十]{1,2}是|[（(]?[0-9一二三四五六七八九十]{1,3}[)）、]|[0-9]{1,3}[.．](?![0-9]))/u
/** ‹自2019年获得…以来›，甲公司…: its subject stands in the clause behind. */
const SINCE = /^(?:自从|自|继|从|在|随着)?[^，。；：]*(?:以来|之后|过后|后|的同时|的基础上|之余)，$/u

const lastQuoted = (text: string): string | null => /(?:.*)(“[^“”]{2,20}”)/su.exec(text)?.[1] ?? null

export function createOtherClauses(lexicon: Lexicon, regionsOf: RegionReader, names: NameReader, read: Naming): OtherClauses {
  const same = createPointerReader(lexicon)
  const causers = createScan(lexicon, ['honour-causer'])
  const pair = cue(lexicon, 'honour-former')
  const things = new Set(cue(lexicon, 'honour-same-thing'))
  const maker = new RegExp(`^[\\p{Script=Han}“”（）]{2,24}?(?:${wordPattern(cue(lexicon, 'honour-holder-maker'))})`, 'u')
  const bodies = cue(lexicon, 'honour-holder-suffix').filter((word) => word.length > 1)
  const body = new RegExp(`^[\\p{Script=Han}“”（）]{2,24}?(?:${wordPattern(bodies)}){1,3}`, 'u')

  /** 该公司: the nearest name before that ends so, in the sentences before too. 同一产品: the nearest name in quotation marks. */
  const antecedent = ({ masked: text, earlier = '' }: Source, before: number): string | null => {
    const found = same(text.slice(0, before)).at(-1)
    if (!found) return null
    const kind = found.kind
    const here = text.slice(0, found.start)
    return endingSo(here, kind) ?? lastQuoted(here) ?? endingSo(earlier, kind) ?? (things.has(kind) ? lastQuoted(earlier) : null)
  }

  /** The nearest name of a text that ends with a word. */
  const endingSo = (text: string, kind: string): string | null => {
    const parts = text.split(/[，。；：、]/u).reverse()
    for (const part of parts) {
      const at = part.indexOf(kind)
      const words = part.slice(0, at < 0 ? 0 : at + kind.length)
      const name = names.clean(
        words.slice(words.lastIndexOf('的') + 1).length > kind.length + 1 ? words.slice(words.lastIndexOf('的') + 1) : words,
      )
      if (names.isName(name)) return name
    }
    return null
  }

  const pointedTo = (source: Source, from: number, until: number): Holders | null => {
    const text = source.masked
    const anaphor = antecedent(source, until)
    const again = same(text.slice(from, until)).at(-1)
    const part = again ? names.in(source, { start: from + again.end, end: until }) : null
    if (part && part.names.length > 0 && text[from + (again?.end ?? 0)] !== '的') return { ...NOBODY, names: part.names }
    return anaphor && again ? { ...NOBODY, names: [anaphor] } : null
  }

  /** 前者, 后者: of the two named together before. */
  const ofTwo = (source: Source, clauses: readonly Span[], { names: [name = ''], start }: Holders): Holders | null => {
    const place = pair.findIndex((word) => name.startsWith(word))
    if (place < 0 || start === null) return null
    for (const clause of clauses.filter(({ end }) => end <= start).reverse()) {
      const found = read(source, clause, false)
      const one = found?.names.length === 2 ? found.names[place] : undefined
      if (one !== undefined) return { ...NOBODY, names: [one] }
    }
    return null
  }

  const lookBack = (source: Source, clauses: readonly Span[], stops: readonly Span[], overSemicolon: boolean): Holders => {
    for (const { start, end } of clauses.slice(-FARTHEST).reverse()) {
      const clause = source.masked.slice(start, end)
      if (clause.endsWith('；') && !overSemicolon) break
      const stop = stops.find((span) => span.start >= start && span.start < end)?.start ?? end - 1
      const relative = stops.findLast((span) => span.start >= start && span.end < end && source.masked[span.end] === '的')
      const head = relative ? read(source, { start: relative.end + 1, end: end - 1 }, true) : null
      if (head) return head
      const helped = causers(source.masked.slice(start, stop)).at(-1)
      if (helped && stop < end - 1) break
      const found = read(source, { start: start + (helped?.end ?? 0), end: stop }, true)
      if (found) return found
      // 锦华检测公司‹出具虚假报告›，其…: a firm at the head of its clause.
      const firm = helped ? null : (maker.exec(clause)?.[0] ?? body.exec(source.masked.slice(start, stop))?.[0])
      const owner = firm ? read(source, { start, end: start + firm.length }, true) : null
      if (owner) return owner
      if (helped || ITEM.test(clause) || regionsOf(clause).some(({ kind }) => kind === 'self')) break
    }
    return NOBODY
  }

  /** 公示…名单，‹甲加油站、乙超市›位列其中: who is on the list. */
  const namedAmong = (source: Source, behind: readonly Span[], outside: readonly Cue[], honours: readonly Span[]): Holders | null => {
    const [next] = behind
    const among = outside.find((word) => says(word, 'honour-listed') && next && word.start >= next.start && word.end <= next.end)
    if (!next || !among || honours.some(({ start }) => start >= next.start && start < next.end)) return null
    return read(source, { start: next.start, end: among.start }, true)
  }

  /** 自2019年获得自治区著名商标以来，‹天润牧业›一直…: whom the clause behind tells of. */
  const afterSince = (source: Source, clause: Span, next: Span | undefined, stops: readonly Span[]): Holders | null => {
    if (!next || !SINCE.test(source.masked.slice(clause.start, clause.end))) return null
    const stop = stops.find(({ start }) => start >= next.start && start < next.end)?.start ?? next.end - 1
    return read(source, { start: next.start, end: stop }, true)
  }

  return { lookBack, pointedTo, ofTwo, namedAmong, afterSince }
}

/** Every miss, invention and error of an evaluation, as the report lists them. */
import type { Matching } from './match.ts'

export interface Difference {
  readonly of: 'value' | 'achievement' | 'fact' | 'verdict' | 'criterion' | 'check' | 'number' | 'copy'
  /** `missed` by the program, `invented` by it, found and `wrong`, or right but for a field that is reported `beside`. */
  readonly fault: 'missed' | 'invented' | 'wrong' | 'beside'
  readonly file: string
  readonly quote: string
  /** What it is, and where it differs: wanted → said. */
  readonly what: string
}

export function differences<Wanted extends { readonly file: string }, Said extends { readonly file: string }>(
  of: Difference['of'],
  { pairs, missed, invented }: Matching<Wanted, Said>,
  problems: (pair: { wanted: Wanted; said: Said }) => readonly string[],
  ofWanted: (wanted: Wanted) => readonly [string, string],
  ofSaid: (said: Said) => readonly [string, string],
): Difference[] {
  const wrong = pairs.flatMap((pair) => {
    const [quote, what] = ofWanted(pair.wanted)
    const found = problems(pair)
    return found.length === 0 ? [] : [{ of, fault: 'wrong' as const, file: pair.wanted.file, quote, what: `${what}：${found.join('；')}` }]
  })
  const plain = <Item extends { readonly file: string }>(
    fault: 'missed' | 'invented',
    items: readonly Item[],
    ofItem: (item: Item) => readonly [string, string],
  ) => items.map((item): Difference => ({ of, fault, file: item.file, quote: ofItem(item)[0], what: ofItem(item)[1] }))
  return [...wrong, ...plain('missed', missed, ofWanted), ...plain('invented', invented, ofSaid)]
}

export const differs = (what: string, wanted: string, said: string): string[] => (wanted === said ? [] : [`${what} ${wanted} → ${said}`])

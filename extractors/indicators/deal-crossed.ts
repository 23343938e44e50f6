/**
 * Counties and heads dealt out together: for each head as many quantities as counties.
 *
 *   乌苏市、沙湾县食品抽检合格率和食品安全事故分别为98.1%、97.6%和0起、1起      two counties, two heads, four quantities
 */
import type { Quantity } from '../quantities/quantity.ts'
import type { Dealt } from './dealt.ts'
import { subjectOfHead } from './list-head.ts'
import type { ListItem } from './lists.ts'
import type { SentenceContext, SentenceKit } from './sentence-context.ts'
import type { Role } from './value.ts'

export interface Crossed {
  readonly items: readonly ListItem[]
  /** Where the list begins, in the sentence. */
  readonly from: number
  /** The units of all quantities of the run, in order. */
  readonly units: readonly string[]
  readonly index: number
}

const FEWEST = 2

export function ofCrossed(
  kit: SentenceKit,
  context: SentenceContext,
  { items, from, units, index }: Crossed,
  quantity: Quantity,
  role: Role,
): Dealt | null {
  const named = items.map(({ text }) => kit.regionsIn(text).find(({ kind, span }) => kind === 'county' && span.start === 0))
  const counties = named.indexOf(undefined)
  const heads = items.length - counties + 1
  if (counties < FEWEST || heads < FEWEST || units.length !== counties * heads || named.slice(counties).some((found) => found)) return null
  const [first, second] = [named[counties - 1], items[counties - 1]]
  const alone = named.slice(0, counties - 1).every((found, at) => found?.span.end === items[at]?.text.length)
  const grouped = units.every((unit, at) => unit === units[at - (at % counties)])
  if (!first || !second || !alone || !grouped || first.span.end === second.text.length) return null
  const place = Math.floor(index / counties)
  const head = place === 0 ? { text: second.text.slice(first.span.end), at: second.at + first.span.end } : items[counties - 1 + place]
  const region = named[index % counties]?.region
  if (!head || region === undefined) return null
  return { region, subject: subjectOfHead(kit, context, head, context.sentence.span.start + from, quantity, role, '') }
}

/**
 * Parts that the document itself tells: the rows of its tables, which its prose goes on about, and what stands first or last.
 *
 *   屋面防水 | 150 | 128 | 85.3%  …  屋面防水逆势走低，85.3%的符合率比总体低7.9个百分点     the part's rate, not the whole's
 *   食品抽检合格率最高的是乳制品（100%），其次是肉制品（98.5%）                             a part each
 */
import { foldedSpan } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Indicator, type Lexicon } from '../lexicon.ts'
import type { Quantity } from '../quantities/quantity.ts'
import type { Subject, ValueDraft } from './draft.ts'
import type { SubjectContext, SubjectKit } from './subject-kit.ts'
import type { Role } from './value.ts'

/** The ids of the indicators that a document's tables tell part by part, by the parts' names. */
export type TableParts = ReadonlyMap<string, string>

const SHORTEST = 2
const LONGEST = 12

/** What the rows of a document's tables are called, and the rate that a row tells: 可吸入颗粒物; 滴灌带. */
export type RowLabels = ReadonlyMap<string, Subject | null>

export function rowLabels(text: string, drafts: readonly ValueDraft[], isPlace: (label: string) => boolean): RowLabels {
  const labels = new Map<string, Subject | null>()
  for (const { subject, quantity, role } of drafts) {
    const label = subject.span ? text.slice(subject.span.start, subject.span.end) : ''
    if (label.length < SHORTEST || label.length > LONGEST || isPlace(label)) continue
    const rate = role === 'actual' && quantity.unit === '%' ? subject : null
    if (!labels.has(label) || (rate !== null && labels.get(label) === null)) labels.set(label, rate)
  }
  return labels
}

/** 滴灌带质量由84.6%降到81.3%: the rate that the row of that name tells; null where no row has one. */
export function rateOfRow(labels: RowLabels, name: string, idle: RegExp): Subject | null {
  const label = labels.size === 0 ? '' : name.replace(idle, '')
  return label === name ? null : (labels.get(label) ?? null)
}

/** The name of a row that words begin with: ，可吸入颗粒物同比下降; '' where they begin with none. */
export function labelAt(labels: RowLabels, words: string): string {
  if (labels.size === 0) return ''
  const said = words.replace(OPENING, '')
  for (let length = Math.min(LONGEST, said.length); length >= SHORTEST; length--) {
    const label = said.slice(0, length)
    if (labels.has(label)) return label
  }
  return ''
}
const OPENING = /^[，。；、：]?(?:而|但|其中|唯独|只有|唯|惟)?/u

export function tableParts(drafts: readonly ValueDraft[]): TableParts {
  const parts = new Map<string, string>()
  const several = new Set<string>()
  for (const { subject, quantity } of drafts) {
    const { of, product } = subject.breakdown ?? {}
    if (quantity.unit !== '%' || of === undefined || product === undefined || product.length < SHORTEST || product.length > LONGEST)
      continue
    if (parts.has(product) && parts.get(product) !== of) several.add(product)
    parts.set(product, of)
  }
  for (const product of several) parts.delete(product)
  return parts
}

/** The part that words end with as the first, the next or the last: 最高的是乳制品. */
export type SuperlativeReader = (words: string) => string | null

export function createSuperlativeReader(lexicon: Lexicon): SuperlativeReader {
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  const named = new RegExp(
    `(?:${words('superlatives')})的?[^，。；、：0-9（）]{0,4}?(?:${words('superlative-verbs')})([^，。；、：0-9（）]{${SHORTEST},${LONGEST}})(?:（|，[^，。；、：0-9（）]{0,4})?$`,
    'u',
  )
  return (text) => named.exec(text)?.[1]?.replace(/[则也仅只达到有]+$/u, '') ?? null
}

/** The subject of a rate that is a told part's; null where it is none. */
export function ofToldPart(kit: SubjectKit, quantity: Quantity, role: Role, context: SubjectContext): Subject | null {
  if (quantity.unit !== '%' && quantity.unit !== '个百分点') return null
  const { text, sentence, since, last } = context
  const said = text.slice(Math.max(since, sentence.start), quantity.span.start)
  const words = said.slice(said.lastIndexOf('；') + 1)
  const listed = inTable(kit, words, context) ?? (role === 'reference' ? null : openingPart(kit, quantity, context))
  if (listed) return partOf(listed.of, listed.product, quantity, words)
  const product = role === 'actual' ? kit.superlative(words) : null
  if (product === null || kit.regionsIn(product).length > 0 || kit.mentionsOf(product).length > 0) return null
  const mention = kit.mentionsOf(words).findLast(({ indicator }) => indicator?.unit === '%')?.indicator
  const of = mention ?? last?.indicator ?? kit.indicatorOf(last?.breakdown?.of ?? '')
  return of?.unit === '%' ? partOf(of, product, quantity, words) : null
}

/** The row of a table that the words name last, unless they compare with it or name another indicator. */
function inTable(kit: SubjectKit, words: string, { parts }: SubjectContext): { of: Indicator; product: string } | null {
  let best: { of: string; product: string; at: number } | null = null
  for (const [product, of] of parts) {
    const at = words.lastIndexOf(product)
    if (at >= 0 && (best === null || at + product.length > best.at + best.product.length)) best = { of, product, at }
  }
  if (best === null || COMPARED.test(words.slice(0, best.at))) return null
  const of = kit.indicatorOf(best.of)
  const rest = words.slice(best.at + best.product.length)
  const other = kit
    .mentionsOf(rest)
    .some(({ indicator, generic }) => (indicator ? indicator !== of : !generic?.candidates.includes(best.of)))
  return of === undefined || other || kit.fieldsIn(rest).length > 0 ? null : { of, product: best.product }
}
/** 美容美发从18件涨到29件，按期办结率只有89.7%: what the sentence opens with is what it goes on about, while it names no other. */
function openingPart(kit: SubjectKit, { span }: Quantity, context: SubjectContext): { of: Indicator; product: string } | null {
  const { text, sentence } = context
  const told = text.slice(sentence.start, span.start)
  const part = told.slice(told.lastIndexOf('；') + 1)
  const listed = inTable(kit, part, context)
  const opens = listed !== null && part.replace(OPENING, '').startsWith(listed.product)
  const rest = listed === null ? '' : part.slice(part.indexOf(listed.product) + listed.product.length)
  return opens && kit.mentionsOf(rest).length > 0 ? listed : null
}

const COMPARED = /[比较与于和同跟、]$/u

/** `words` end where the quantity begins. */
function partOf({ id, name }: Indicator, product: string, { span, unit }: Quantity, words: string): Subject {
  const start = span.start - words.length + words.lastIndexOf(product)
  return {
    indicator: null,
    name: `${product}${name}`,
    breakdown: { of: id, product },
    span: foldedSpan(start, start + product.length),
    how: 'list',
    rate: unit === '%',
    notes: [],
  }
}

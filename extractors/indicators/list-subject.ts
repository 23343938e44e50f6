/** What one item of a list is about: alone (旅游投诉结案率), or with the head that it shares with the others (食品、药品抽检合格率). */
import { foldedSpan } from '../document.ts'
import type { Quantity } from '../quantities/quantity.ts'
import type { Subject } from './draft.ts'
import type { ListItem } from './lists.ts'
import type { Mention } from './mention.ts'
import { sharedHead } from './shared-head.ts'
import { isRate, type SubjectContext, type SubjectKit } from './subject-kit.ts'
import { agrees } from './units.ts'
import type { Role } from './value.ts'

export interface SubjectList {
  readonly items: readonly ListItem[]
  /** The words that end with the head which the list shares: mostly the last item. */
  readonly head: string
  /** Where the list begins in the text. */
  readonly start: number
}

interface ItemMention {
  readonly mention: Mention | null
  /** The item's words before the mention; the whole item where the mention is the shared head's. */
  readonly before: string
  /** The shared head's words, where the mention is theirs alone. */
  readonly shared: string
}

export function subjectOfItem(
  kit: SubjectKit,
  context: SubjectContext,
  { items, head, start: listStart }: SubjectList,
  item: ListItem,
  quantity: Quantity,
  role: Role,
): Subject {
  const start = listStart + item.at - (items[0]?.at ?? 0)
  const span = foldedSpan(start, start + item.text.length)
  const { mention, before, shared } = mentionOfItem(kit, item.text, head, head === items.at(-1)?.text)
  const base = { span, how: 'list', rate: isRate(quantity), notes: [] } as const
  const apart = mention ? '' : sharedHead(kit, items, head)
  const own: Subject = { ...base, indicator: null, name: ownWords(kit, saidOf(item, mention, shared), shared || apart), breakdown: null }
  if (mention?.indicator) {
    const { indicator } = mention
    if (!agrees(indicator, quantity.unit, role)) return own
    // 加油机、衡器、血压计受检率: what stands before the head tells its parts apart.
    const isPart = shared !== '' || (item === items.at(-1) && kit.qualifierOf(before) !== null && areParts(kit, items))
    return isPart
      ? { ...own, breakdown: { of: indicator.id, product: before } }
      : { ...base, indicator, name: indicator.name, breakdown: null }
  }
  if (!mention) {
    const field = kit.fieldAt(item.text)
    const known = field ? context.known.get(field.field) : undefined
    if (known && agrees(known, quantity.unit, role))
      return { ...base, how: 'inherited', indicator: known, name: known.name, breakdown: null }
  }
  if (!mention?.generic) return own
  const above =
    kit.qualifierOf(before) !== null
      ? []
      : [context.text.slice(listStart, start), context.text.slice(context.sentence.start, listStart), ...context.above]
  const { indicator, breakdown } = kit.resolve(mention.generic, item.text, above, kit.qualifierOf(before) !== null)
  return indicator && agrees(indicator, quantity.unit, role)
    ? { ...base, indicator, name: indicator.name, breakdown: null }
    : { ...own, breakdown }
}

/** An item up to the end of the name that it bears itself: 农贸市场抽检合格率环比下降. */
const saidOf = ({ text }: ListItem, mention: Mention | null, shared: string): string =>
  mention && shared === '' ? text.slice(0, mention.span.end) : text

/** An item's words with the head that they share; what the one ends and the other begins with stands once (食品类 + 类投诉). */
function ownWords(kit: SubjectKit, item: string, head: string): string {
  const { name } = kit.ownName(item, '', '')
  const words = name !== '' && item.includes(name) ? name : item
  for (let shared = Math.min(words.length, head.length); shared > 0; shared--)
    if (words.endsWith(head.slice(0, shared))) return words + head.slice(shared)
  return words + head
}

/** Whether the items before the last name no indicator, neither alone nor with its head. */
const areParts = (kit: SubjectKit, items: readonly ListItem[]): boolean => {
  const head = items.at(-1)?.text ?? ''
  return items.length > 1 && items.slice(0, -1).every(({ text }) => mentionOfItem(kit, text, head, true).shared !== '')
}

/** An item's own mention, else the one that it makes with the shared head (…、重要工业品抽检合格率), else the head's. */
function mentionOfItem(kit: SubjectKit, item: string, head: string, isItem: boolean): ItemMention {
  const direct = kit.mentionsOf(item).at(-1)
  if (direct) return { mention: direct, before: item.slice(0, direct.span.start), shared: '' }
  const last = kit.mentionsOf(head).at(-1)
  if (!last) return { mention: null, before: item, shared: '' }
  const words = head.slice(last.span.start, last.span.end)
  let shared: ItemMention | null = null
  for (let at = 0; at < words.length - 1; at++) {
    const composed = kit.mentionsOf(item + words.slice(at)).at(-1)
    if (composed?.indicator && composed.span.start < item.length && composed.span.end === item.length + words.length - at)
      return { mention: composed, before: item.slice(0, composed.span.start), shared: '' }
    // 工业产品、化妆品抽检合格率: the item's own field says which rate the generic end of the head is.
    if (!shared && composed?.generic && composed.span.start >= item.length && kit.fieldsIn(item).length > 0)
      shared = { mention: composed, before: item, shared: words.slice(at) }
  }
  // 获证企业、绿色食品: a name that is the whole of the last item is its own alone.
  if (!shared && isItem && last.indicator && last.span.start === 0) return { mention: null, before: item, shared: '' }
  return shared ?? { mention: last, before: item, shared: words }
}

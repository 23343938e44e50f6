/** The subject that a head names for all of a list. */
import { foldedSpan } from '../document.ts'
import type { Quantity } from '../quantities/quantity.ts'
import type { Subject } from './draft.ts'
import type { ListItem } from './lists.ts'
import { subjectOf } from './mention-subject.ts'
import { aboveOf, type SentenceContext, type SentenceKit } from './sentence-context.ts'
import { isRate, type SubjectContext } from './subject-kit.ts'
import type { Role } from './value.ts'

/** The sentence as seen from a place in it, without what it has said. */
export const bareContext = (context: SentenceContext, start: number): SubjectContext => ({
  text: context.text,
  sentence: context.sentence.span,
  clause: foldedSpan(start, context.sentence.span.end),
  leadStart: start,
  mentions: [],
  above: aboveOf(context),
  last: null,
  leans: false,
  levels: [],
  levelsBefore: [],
  counts: [],
  since: start,
  share: null,
  parts: context.parts,
  labels: context.labels,
  known: context.known,
})

/** 2018、2019两年的合格率 */
const OPENS_HEAD = /^(?:　|[两二三四五]?个?(?:年|季度|月)(?=的?[^0-9度])|的)+/u

/** The subject that a head names for all of a list; null where it names none. */
export function subjectOfHead(
  kit: SentenceKit,
  context: SentenceContext,
  head: ListItem,
  offset: number,
  quantity: Quantity,
  role: Role,
  verb: string,
): Subject | null {
  const start = offset + head.at
  const { name: said, at: place, bare } = kit.ownName(head.text, '', '')
  const name = said.replace(OPENS_HEAD, '')
  const at = place + said.length - name.length
  const base = { indicator: null, breakdown: null, how: 'list', rate: isRate(quantity), notes: [] } as const
  // 2019、2020两年分别是…: times, and no head.
  if (bare || name === '') return verb === '' ? null : { ...base, name: verb, span: null }
  const mention = kit.mentionsOf(head.text).at(-1)
  const span = mention && foldedSpan(start + mention.span.start, start + mention.span.end)
  const found = mention && span && subjectOf(kit, { ...mention, span }, quantity, role, bareContext(context, start), 'list')
  if (found) return found
  const own = at < 0 ? null : foldedSpan(start + at, start + at + name.length)
  return { ...base, name: name + verb, span: own }
}

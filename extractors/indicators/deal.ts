/**
 * Dealing out: which subjects a quantity of a list belongs to.
 *
 *   食品、药品抽检合格率分别为97.9%和99.2%               one each, in order; the head is shared
 *   定检率99.7%，投保率99.5%，分别比上季度提升0.5和1.1个百分点   the changes are of the levels just stated
 *   旅游投诉结案率、处理率均为100%                       one value for each subject
 */
import type { Quantity } from '../quantities/quantity.ts'
import { ofCrossed } from './deal-crossed.ts'
import { ofItems, ofPlaces } from './deal-items.ts'
import { ofStated } from './deal-stated.ts'
import { ofTimes } from './deal-times.ts'
import type { Dealt, ListsOf, Stated } from './dealt.ts'
import type { Subject } from './draft.ts'
import { unitInRun } from './in-run.ts'
import { listItems, type Run } from './lists.ts'
import type { SentenceContext, SentenceKit } from './sentence-context.ts'
import type { Role } from './value.ts'

/** What the n-th quantity of a 分别 belongs to: the n-th subject, county or time listed before. */
export function dealSubject(
  kit: SentenceKit,
  context: SentenceContext,
  run: Run,
  index: number,
  quantity: Quantity,
  role: Role,
  stated: Stated,
): Dealt | null {
  const { text, sentence } = context
  const before = text.slice(sentence.span.start, run.at)
  const count = run.quantities.length
  const mark = Math.max(before.lastIndexOf('，'), before.lastIndexOf('；'), before.lastIndexOf('：')) + 1
  // 分别由96.2%、95.1%提高到98.4%、97.7%: the second list of a clause begins behind the first.
  const clauseFrom = Math.max(mark, (stated.ran.at(-1)?.quantity.span.end ?? 0) - sentence.span.start)
  // 三项指标（食品、药品、农产品抽检合格率）分别为…: the bracket lists them.
  const inside = IN_BRACKETS.exec(before.slice(clauseFrom))
  const bracket = inside && listItems(inside[1] ?? '').length === count ? inside : null
  const from = bracket ? clauseFrom + bracket.index + 1 : clauseFrom
  const items = listItems(bracket?.[1] ?? before.slice(from))
  const lists: ListsOf = { before, from, verb: verbOf(kit, text, run), items: items.length === count ? items : null, count, index }
  const dealt =
    ofTimes(kit, context, lists, quantity, role, stated.levels) ??
    ofStated(kit, context, lists, run, role, stated) ??
    ofPlaces(kit, context, lists, quantity, role) ??
    ofCrossed(kit, context, { items, from, units: run.quantities.map((each) => unitInRun(each, run)), index }, quantity, role) ??
    ofItems(kit, context, lists, items.at(-1)?.text ?? '', quantity, role)
  return lists.items === null && dealt?.period === undefined ? withTimes(dealt, stated.ran, count, index) : dealt
}

/** 四个季度优良天数依次为64天、90天…，比例分别为71.1%、98.9%…: a list that names no times of its own has those of the one just before. */
function withTimes(dealt: Dealt | null, ran: Stated['ran'], count: number, index: number): Dealt | null {
  const period = ran[index]?.period
  if (ran.length !== count || period == null || new Set(ran.map((each) => each.period)).size !== count) return dealt
  return { ...(dealt ?? { subject: null }), period }
}

const IN_BRACKETS = /（([^（）]*[、和及与][^（）]*)）$/u

/** What a 持平 that stands in a list of changes is of: it takes a place as a quantity does. */
export function flatSubject(
  kit: SentenceKit,
  context: SentenceContext,
  runs: readonly Run[],
  start: number,
  stated: Stated,
): Subject | null {
  const run = runs.find(({ quantities }) => quantities.some(({ span }) => span.start === start))
  const index = run?.quantities.findIndex(({ span }) => span.start === start) ?? -1
  const flat = run?.quantities[index]
  return run && flat
    ? (dealSubject(kit, context, run, index, { ...flat, unit: unitInRun(flat, run) }, 'change', stated)?.subject ?? null)
    : null
}

function verbOf(kit: SentenceKit, text: string, run: Run): string {
  const { name, at, bare } = kit.ownName(text.slice(run.behind, run.quantities[0]?.span.start), '', '')
  return bare || at < 0 ? '' : name
}

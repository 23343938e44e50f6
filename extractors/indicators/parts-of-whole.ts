/**
 * Rates that are shares because they make a whole: 一等58.7%、二等29.3%、三等9.3%、等外2.7%.
 *
 * The arithmetic says so, where no word (占) does: levels listed one after the other, of nothing that the lexicon knows and of nothing that is called a rate,
 * which together are all there is.
 */
import type { ValueDraft } from './draft.ts'

/** What may stand between two members of such a list: its separator and the next one's name. */
const LISTED = /^[、，和及与][^。；：！？0-9]{1,16}$/u
/** What goes on with the shares told before, each in a bracket behind its name. */
const NEXT_IN_BRACKETS = /^(?:，|）[、，和及与])[^。；：（）0-9]{1,16}（$/u
const FEWEST = 3
const WHOLE = 100
/** Each member may be rounded at its last digit. */
const ROUNDED = 0.05
/** Two make a whole too easily: 合格率95%、不合格率5%. */
const RATE = /[率度]$/u

export function asShares(rest: RegExp, text: string, drafts: readonly ValueDraft[]): readonly ValueDraft[] {
  const shares = new Set<ValueDraft>()
  // 反映排队的占52%，反映态度的占38%，其他10%
  drafts.forEach((draft, index) => {
    const before = drafts[index - 1]
    if (!before || !couldBe(draft) || (before.role !== 'share' && !shares.has(before))) return
    // 甲乡占24.9%，其次是乙乡（15.8%）、丙乡（9.3%）
    const said = text.slice(before.quantity.span.end, draft.quantity.span.start)
    if (rest.test(draft.subject.name) || NEXT_IN_BRACKETS.test(said)) shares.add(draft)
  })
  let list: ValueDraft[] = []
  const close = (): void => {
    const sum = list.reduce((total, { quantity }) => total + quantity.value, 0)
    if (list.length >= FEWEST && Math.abs(sum - WHOLE) <= ROUNDED * list.length + Number.EPSILON * WHOLE)
      for (const member of list) shares.add(member)
    list = []
  }
  for (const draft of drafts) {
    const previous = list.at(-1)
    if (!couldBe(draft)) {
      if (makesUp(draft, list)) for (const member of list) shares.add(member)
      if (draft.quantity.unit === '%') close()
      continue
    }
    if (previous && !LISTED.test(text.slice(previous.quantity.span.end, draft.quantity.span.start))) close()
    list.push(draft)
  }
  close()
  return shares.size === 0 ? drafts : drafts.map((draft) => (shares.has(draft) ? { ...draft, role: 'share' as const } : draft))
}

/** 一级8.6%、二级44.2%、三级38.5%，合占91.3%: the share that they make together says that each of them is one. */
function makesUp({ role, quantity }: ValueDraft, list: readonly ValueDraft[]): boolean {
  if (role !== 'share' || list.length < FEWEST - 1) return false
  const sum = list.reduce((total, member) => total + member.quantity.value, 0)
  return Math.abs(sum - quantity.value) <= ROUNDED * (list.length + 1)
}

const couldBe = ({ role, subject, quantity }: ValueDraft): boolean =>
  role === 'actual' && quantity.unit === '%' && quantity.comparator === '=' && subject.indicator === null && !RATE.test(subject.name)

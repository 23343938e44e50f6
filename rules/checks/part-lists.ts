/** Lists of amounts that a sentence gives as the parts of a whole: after 其中, in brackets or after a colon right behind the whole, or (not surely) simply behind it. */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { chineseNumeral } from '../../extractors/quantities/numeral.ts'
import type { CheckContext } from './check.ts'
import { flat, type LabelledCount } from './counts.ts'

export interface PartList {
  readonly whole: LabelledCount
  readonly parts: readonly LabelledCount[]
  /** 等 or the like says, or may say, that there are more. */
  readonly isOpen: boolean
  /** In brackets or after a colon, without 其中: all that there is. */
  readonly isBracketed: boolean
  /** Only following the whole (立案37起，食品15起、产品9起、计量6起): its parts, if they nearly make it up. */
  readonly isLoose: boolean
}

/** How far before a list it is told by what it is drawn up. */
const KINDS = 24

/** A loose list has as many parts, or names the rest. */
const LOOSE = 3

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => groups.map((group) => wordPattern(cue(lexicon, group))).join('|')
  return {
    ofWhich: new RegExp(
      `^(?:[，,；;（(]?(?:${words('of-which')})[，,：:]?|[^，。；、：（()）0-9]{0,8}(?:${words('among')})[，,]?)(.{1,14})$`,
      'u',
    ),
    loose: /^[^，。；、：（()）0-9]{0,8}[，,]([^，。；、：（()）0-9]{1,14})$/u,
    /** ，高中、初中、小学分别为318人、604人、897人 */
    inOrder: new RegExp(
      `^[^，。；、：（()）0-9]{0,8}[，,][^，。；：（()）0-9]{3,40}(?:${words('respectively', 'each')})[为是有达占]?$`,
      'u',
    ),
    rest: new RegExp(words('the-rest'), 'u'),
    /** ；按事由分，住宿9件、餐饮6件: another way to count what the sentence began with. */
    byKind: new RegExp(
      `[；;](?:${words('by-kind-leads')})[^，。；：、0-9]{1,8}(?:${words('by-kind-ends')})[，：:]([^，。；、：（()）0-9]{1,14})$`,
      'u',
    ),
    behind: /^(?:[，,][^，。；、：（()）]{0,8}[：:]|[（(：:])([^，。；、：（()）0-9]{1,14})$/u,
    goesOn: /^([、，；]|[和及与])([^，。；、：（()）0-9]{1,14})$/u,
    noPart: new RegExp(words('count-passed', 'count-failed', 'count-results', 'done-of-the-tried', 'other-stretches', 'stated-sum'), 'u'),
    noPartAtEnd: new RegExp(
      `(?:${words('count-passed', 'count-failed', 'count-results', 'done-of-the-tried', 'other-stretches', 'stated-sum')})[的有了为共]{0,2}$`,
      'u',
    ),
    open: new RegExp(`^(?:${words('list-goes-on')})`, 'u'),
    average: new RegExp(words('averages'), 'u'),
    overlap: new RegExp(`^[^。；]*?(?:${words('parts-overlap')})`, 'u'),
    more: new RegExp(`^[）)]?[，、；](?:${words('list-goes-on')})`, 'u'),
  }
})

export function* partLists(context: CheckContext, amounts: readonly LabelledCount[]): Iterable<PartList> {
  const { ofWhich, behind, loose, inOrder, byKind, overlap, average } = patterns(context.lexicon)
  const lastOf = new Map<string, LabelledCount>()
  /** The last of each unit that is no result: 受理128件，办结121件；其中产品类76件 is of what was taken in. */
  const lastTried = new Map<string, LabelledCount>()
  for (let at = 0; at < amounts.length; at++) {
    const first = amounts[at] as LabelledCount
    const before = labelOf(first)
    const led = context.between(first.value.evidence.start - KINDS, first.value.evidence.start)
    const kinds = /[；;]/u.test(led) ? byKind.exec(flat(led)) : null
    const named = ofWhich.exec(before) ?? kinds
    const whole =
      (kinds === null ? undefined : amounts.find(({ value }) => value.unit === first.value.unit)) ??
      (named !== null && !isResult(context, first) ? lastTried.get(first.value.unit) : undefined) ??
      lastOf.get(first.value.unit)
    lastOf.set(first.value.unit, first)
    if (!isResult(context, first) && named === null) lastTried.set(first.value.unit, first)
    const isBracketed = named === null && behind.test(before)
    const isLoose = named === null && !isBracketed
    const isInOrder = isLoose && inOrder.test(before)
    const label = isInOrder ? '' : (named ?? (isLoose ? loose : behind).exec(before))?.[1]
    if (
      whole === undefined ||
      average.test(labelOf(whole)) ||
      label === undefined ||
      isNoPart(context, first, label) ||
      isPlannedOf(first, whole)
    )
      continue
    // A bracket speaks of what stands right before it.
    if ((isBracketed || isLoose) && whole !== amounts[at - 1] && !isCountOfParts(amounts, at, whole)) continue
    const parts = runFrom(context, amounts, at, isInOrder)
    const last = parts.at(-1)
    if (isLoose && (!makesUp(context, whole, parts, isInOrder ? CLOSELY : NEARLY) || isMember(amounts, at) || isOneOf(whole, first)))
      continue
    if (last === undefined || parts.length < 2 || overlap.test(after(context, last))) continue
    lastOf.set(first.value.unit, whole)
    at += parts.length - 1
    yield { whole, parts, isBracketed, isLoose, isOpen: isOpen(context, parts, last) || (isBracketed && !closes(context, last)) }
  }
}

/** 复检费5万元 is a part of what was spent, whatever it was for. */
const isNoPart = ({ lexicon }: CheckContext, { value }: LabelledCount, label: string): boolean =>
  value.unit !== '元' && patterns(lexicon).noPart.test(label)

/** 、‹不合格产品›11件 is one of a list of cases; 、‹不合格›11件 what came of them. */
const isResultAtEnd = ({ lexicon }: CheckContext, { value }: LabelledCount, label: string): boolean =>
  value.unit !== '元' && patterns(lexicon).noPartAtEnd.test(label)

const isResult = ({ lexicon }: CheckContext, { before, after: behind }: LabelledCount): boolean =>
  patterns(lexicon).noPart.test(`${before.split(/[，,、；]/u).at(-1) ?? ''}${behind}`)

/** 65万元，就三块：抽样28万元、…: how many parts there are stands between. */
const isCountOfParts = (amounts: readonly LabelledCount[], at: number, whole: LabelledCount): boolean =>
  whole === amounts[at - 2] && (amounts[at - 1]?.value.value ?? 0) >= 2 && (amounts[at - 1]?.value.value ?? 0) <= amounts.length - at

/** 旅行社94件，健身38件，家政22件，其余17件: 38 is one of them. */
const isMember = (amounts: readonly LabelledCount[], at: number): boolean =>
  amounts[at - 2]?.value.unit === amounts[at - 1]?.value.unit &&
  /^[，、,][^，。；、：（()）0-9]{1,14}$/u.test(labelOf(amounts[at - 1] as LabelledCount))

/** A级36所，B级33所，C级5所: the first is no whole of the others, but one of them. */
const isOneOf = (whole: LabelledCount, first: LabelledCount): boolean => {
  const [one, other] = [whole, first].map(
    (each) =>
      labelOf(each)
        .split(/[，,。；]/u)
        .at(-1) ?? '',
  ) as [string, string]
  return one.length === other.length && one.length <= SHORT_NAME && one.slice(1) === other.slice(1) && one !== other
}
/** So long is the name of a grade (A级, 一等品). */
const SHORT_NAME = 3

/** So far off may a loose list be, as a share of the whole, and still be its parts. */
const NEARLY = 0.15
/** What is only named in order need not be all there is. */
const CLOSELY = 0.03

/** Three parts or more, or with the rest of them, that make up the whole or nearly so. */
function makesUp({ lexicon }: CheckContext, whole: LabelledCount, parts: readonly LabelledCount[], nearly: number): boolean {
  const added = parts.reduce((all, { value }) => all + value.value, 0)
  const namesRest = parts.length > 1 && patterns(lexicon).rest.test(parts.at(-1)?.before ?? '')
  const isTwo = parts.length === 2 && areParallel(parts)
  return (parts.length >= LOOSE || namesRest || isTwo) && Math.abs(added - whole.value.value) <= whole.value.value * nearly
}

/** 市级42批次，县级28批次: two names of one shape. */
function areParallel(parts: readonly LabelledCount[]): boolean {
  const [one = '', other = ''] = parts.map(
    (each) => (each === parts[0] ? labelOf(each).split(/[，,]/u) : [labelOf(each)]).at(-1)?.replace(/^[，,、；]/u, '') ?? '',
  )
  return one.length >= SHORTEST && one.length === other.length && one.at(-1) === other.at(-1) && one !== other
}

const SHORTEST = 2

/** The amounts of one unit from a first part on, joined by one mark all the way; what is passed or put right is another way to count the same things. */
function runFrom(context: CheckContext, amounts: readonly LabelledCount[], at: number, isInOrder: boolean): LabelledCount[] {
  const { goesOn, rest } = patterns(context.lexicon)
  const run = amounts.slice(at, at + 1)
  let mark: string | null = null
  for (const next of amounts.slice(at + 1)) {
    const found = (isInOrder ? BARE : goesOn).exec(labelOf(next))
    const [, joint = '', label = ''] = found ?? []
    if (
      found === null ||
      isInterrupted(context, run.at(-1), next) ||
      next.value.unit !== run[0]?.value.unit ||
      !areOfOneKind(next, run[0]) ||
      (joint === '、' ? isResultAtEnd(context, next, label + next.after) : isNoPart(context, next, label + next.after))
    )
      break
    if (mark !== null && joint !== mark && /[，；]/u.test(joint) && !rest.test(label)) break
    if (mark === null || !/[和及与]/u.test(joint)) mark = joint
    run.push(next)
  }
  return run
}

/** 分别为318人、604人和897人 */
const BARE = /^([、，和及与])()$/u

/** 节假日19件，占59.4%；按内容分，住宿14件: another list begins behind a figure and a semicolon. */
const isInterrupted = ({ between }: CheckContext, last: LabelledCount | undefined, next: LabelledCount): boolean =>
  last !== undefined && /[0-9][^；]*；/u.test(flat(between(last.value.evidence.end, next.value.evidence.start)))

/** What is planned is no part of what was done; of a plan, the parts need not say again that they are planned. */
const isPlannedOf = ({ value: part }: LabelledCount, { value: whole }: LabelledCount): boolean =>
  part.role === 'target' && whole.role !== 'target'

const areOfOneKind = ({ value: one }: LabelledCount, { value: other }: LabelledCount): boolean =>
  (one.role === 'target') === (other.role === 'target')

/** The words before an amount, without brackets that were closed again. */
const labelOf = ({ before }: LabelledCount): string => before.replace(/[（(][^（()）]*[)）]/gu, '')

const after = ({ document, between }: CheckContext, { value: { evidence } }: LabelledCount): string =>
  flat(between(evidence.end, Math.min(evidence.end + 24, document.blocks[evidence.block]?.span.end ?? evidence.end)))

/** 四类, 等四类: how many the list holds in all. */
const COUNTED = /^等?([两二三四五六七八九十]|[0-9]{1,2})(?:大|个)?[类种项块方]/u

/** 锅炉45台、电梯230台、客运索道3条: the list goes on with what another unit counts. */
const OF_OTHER_UNIT = /^、[^，。；、：0-9]{1,14}[0-9]/u

const isOpen = (context: CheckContext, parts: readonly LabelledCount[], last: LabelledCount): boolean => {
  const { open, more } = patterns(context.lexicon)
  const said = after(context, last)
  const counted = COUNTED.exec(said)?.[1]
  if (counted !== undefined) return (counted === '两' ? 2 : (chineseNumeral(counted) ?? Number(counted))) !== parts.length
  return open.test(said) || more.test(said) || OF_OTHER_UNIT.test(said) || !/^(?:[，。；）)、]|$)/u.test(said)
}

const closes = (context: CheckContext, last: LabelledCount): boolean => /^[）)。；，]|^$/u.test(after(context, last))

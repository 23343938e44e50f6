/** Lists of amounts that a sentence gives as the parts of a whole: after 其中, in brackets or after a colon right behind the whole. */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { type CheckContext, perLexicon } from './check.ts'
import { flat, type LabelledCount } from './counts.ts'

export interface PartList {
  readonly whole: LabelledCount
  readonly parts: readonly LabelledCount[]
  /** 等 or the like says, or may say, that there are more. */
  readonly isOpen: boolean
  /** In brackets or after a colon, without 其中: all that there is. */
  readonly isBracketed: boolean
}

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => groups.map((group) => wordPattern(cue(lexicon, group))).join('|')
  return {
    ofWhich: new RegExp(`^[，,；;（(]?(?:${words('of-which')})[，,：:]?(.{1,14})$`, 'u'),
    behind: /^[（(：:]([^，。；、：（()）0-9]{1,14})$/u,
    goesOn: /^([、，；]|[和及与])([^，。；、：（()）0-9]{1,14})$/u,
    noPart: new RegExp(words('count-passed', 'count-failed', 'count-results', 'other-stretches', 'stated-sum'), 'u'),
    open: new RegExp(`^(?:${words('list-goes-on')})`, 'u'),
    overlap: new RegExp(`^[^。；]*?(?:${words('parts-overlap')})`, 'u'),
    more: new RegExp(`^[）)]?[，、；](?:${words('list-goes-on')})`, 'u'),
  }
})

export function* partLists(context: CheckContext, amounts: readonly LabelledCount[]): Iterable<PartList> {
  const { ofWhich, behind, noPart, overlap } = patterns(context.lexicon)
  const lastOf = new Map<string, LabelledCount>()
  for (let at = 0; at < amounts.length; at++) {
    const first = amounts[at] as LabelledCount
    const before = labelOf(first)
    const named = ofWhich.exec(before) ?? null
    const whole = lastOf.get(first.value.unit)
    lastOf.set(first.value.unit, first)
    const isBracketed = named === null && behind.test(before)
    const label = (named ?? behind.exec(before))?.[1]
    if (whole === undefined || label === undefined || noPart.test(label)) continue
    // A bracket speaks of what stands right before it.
    if (isBracketed && whole !== amounts[at - 1]) continue
    const parts = runFrom(context, amounts, at)
    const last = parts.at(-1)
    if (last === undefined || parts.length < 2 || overlap.test(after(context, last))) continue
    lastOf.set(first.value.unit, whole)
    at += parts.length - 1
    yield { whole, parts, isBracketed, isOpen: isOpen(context, last) || (isBracketed && !closes(context, last)) }
  }
}

/** The amounts of one unit from a first part on, joined by one mark all the way; what is passed or put right is another way to count the same things. */
function runFrom(context: CheckContext, amounts: readonly LabelledCount[], at: number): LabelledCount[] {
  const { goesOn, noPart } = patterns(context.lexicon)
  const run = amounts.slice(at, at + 1)
  let mark: string | null = null
  for (const next of amounts.slice(at + 1)) {
    const found = goesOn.exec(labelOf(next))
    const [, joint = '', label = ''] = found ?? []
    if (found === null || next.value.unit !== run[0]?.value.unit || noPart.test(label + next.after)) break
    if (mark !== null && joint !== mark && /[，；]/u.test(joint)) break
    if (mark === null || !/[和及与]/u.test(joint)) mark = joint
    run.push(next)
  }
  return run
}

/** The words before an amount, without brackets that were closed again. */
const labelOf = ({ before }: LabelledCount): string => before.replace(/[（(][^（()）]*[)）]/gu, '')

const after = ({ document, between }: CheckContext, { value: { evidence } }: LabelledCount): string =>
  flat(between(evidence.end, Math.min(evidence.end + 24, document.blocks[evidence.block]?.span.end ?? evidence.end)))

const isOpen = (context: CheckContext, last: LabelledCount): boolean => {
  const { open, more } = patterns(context.lexicon)
  const said = after(context, last)
  return open.test(said) || more.test(said) || !/^(?:[，。；）)、]|$)/u.test(said)
}

const closes = (context: CheckContext, last: LabelledCount): boolean => /^[）)。；，]|^$/u.test(after(context, last))

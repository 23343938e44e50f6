/**
 * The other side of a comparison, told by a phrase of any length and not by a baseline's name.
 *
 *   比春季集中免疫的96.5%高1.5个百分点      96.5% is the other side, an earlier one
 *   比农资总体91.7%低4.2个百分点            the whole's
 *   比住院患者低9个百分点                   another part, which is no baseline that has a name
 *
 * A level is the other side's where a word of direction and another number follow it; what is compared with it is what was said before.
 */
import { guardedPattern, wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { Period } from '../quantities/period.ts'
import type { RegionReader } from '../quantities/region.ts'
import { earlierPeriod } from './baseline.ts'
import { lastBasis } from './cues.ts'
import type { OwnName } from './name.ts'
import type { RoleCues } from './role-cues.ts'
import type { Basis } from './value.ts'

export interface ComparedSide {
  /** What stands before the word of comparison. */
  readonly before: string
  /** The other side's own words. */
  readonly phrase: string
  readonly basis: Basis | null
  /** The whole of which something is a part: 全部产品合格率. */
  readonly whole: boolean
}

/**
 * The other side that the words before a quantity end with, null where they end with none; `gap`: the words after the quantity say how far from it something is
 * (高1.5个百分点, 相比提高3.3个百分点), so that the quantity is the other side's level.
 */
export type ComparedReader = (
  lead: string,
  after: string,
  period: Period | null,
) => { readonly side: ComparedSide | null; readonly gap: boolean }

const OTHER_PLACE = /^\p{Script=Han}{2,6}(?:市|州|县)$/u
const PHRASE = '([^，。；：、（）0-9]{1,18})$'

export function createComparedReader(lexicon: Lexicon, cues: RoleCues, ownName: OwnName, regionsIn: RegionReader): ComparedReader {
  const guarded = (...groups: string[]): string =>
    guardedPattern(
      groups.flatMap((group) => cue(lexicon, group)),
      groups.flatMap((group) => lexicon.cues[`${group}:misfires`] ?? []),
    )
  const words = (...groups: string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  const firmly = new RegExp(`(?:${guarded('compared-firmly')}|${words('sides')})${PHRASE}`, 'u')
  const loosely = new RegExp(`(?:${guarded('compared')})${PHRASE}`, 'u')
  const moves = `[^，。；0-9]{0,3}?(?:${guarded('up', 'down')})(?:幅度?)?[了约近超达]{0,2}[0-9一二两三四五六七八九十]`
  const gap = new RegExp(`^(?:的(?:水平)?)?${moves}`, 'u')
  const gapTold = new RegExp(`^(?:的[^，。；、0-9]{0,8}?)?(?:${words('compared-after')})，?${moves}`, 'u')
  const whole = new RegExp(words('whole-words', 'table-total', 'compared-wholes'), 'u')
  const points = new RegExp(words('earlier-points'), 'u')

  const basisOf = (phrase: string, period: Period | null, isWhole: boolean): Basis | null => {
    const named = lastBasis(cues, phrase)?.basis ?? earlierPeriod(phrase, period)
    if (named) return named
    const region = regionsIn(phrase).find(({ kind }) => kind !== 'self')
    if (region && (region.kind === 'county' || region.span.start <= 1)) return region.kind === 'county' ? 'peer' : 'average'
    // 比乌鲁木齐市的1.8个工作日: a place beyond the prefecture.
    if (!isWhole && region === undefined && OTHER_PLACE.test(phrase) && regionsIn(phrase).length === 0) return 'peer'
    return isWhole ? 'average' : points.test(phrase) ? 'previous' : null
  }
  return (lead, after, period) => {
    const told = gapTold.test(after)
    const found = firmly.exec(lead) ?? (told ? loosely.exec(lead) : null)
    const phrase = found?.[1]?.replace(/的$/u, '') ?? ''
    const named = phrase !== '' && (!ownName(phrase, '', '').bare || regionsIn(phrase).some(({ kind }) => kind !== 'self'))
    if (!found || !named) return { side: null, gap: false }
    const isWhole = whole.test(phrase)
    const basis = basisOf(phrase, period, isWhole)
    return { side: { before: lead.slice(0, found.index), phrase, basis, whole: isWhole }, gap: told || gap.test(after) }
  }
}

/**
 * The days that a text tells between two of its days are as many.
 *
 *   自9月1日启动，9月30日结束，历时20天              30, or 29
 *   要求4月25日前整改到位。…于4月20日完成，提前10天  5
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { type CheckContext, defineCheck, type Slip } from './check.ts'

/** How far before the days the two dates stand. */
const REACH = 90

const patterns = perLexicon((lexicon) => {
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  return {
    told: new RegExp(`(?<lasted>${words('lasting')})|(?<ahead>${words('ahead-of-time')})|(?<late>${words('behind-time')})`, 'u'),
    all: new RegExp(
      `(?:(?<lasted>${words('lasting')})|(?<ahead>${words('ahead-of-time')})|(?<late>${words('behind-time')}))了?(?<days>[0-9]{1,3})(?:个)?天`,
      'gu',
    ),
  }
})

const DATE = /(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})日/gu

export const timeBetween = defineCheck({
  kind: 'delta',
  *examine(context) {
    const { told, all } = patterns(context.lexicon)
    for (const [at, block] of context.document.blocks.entries()) {
      const text = context.between(block.span.start, block.span.end)
      if (!told.test(text)) continue
      for (const found of text.matchAll(all)) {
        const days = datesBefore(text, found.index)
        const slip = days === null ? null : slipOf(context, found, days, { start: block.span.start, block: at })
        if (slip !== null) yield slip
      }
    }
  },
})

interface Dates {
  readonly first: string
  readonly second: string
  /** From the first to the second. */
  readonly days: number
}

/** The last two dates; null where there are more near, or fewer. */
function datesBefore(text: string, before: number): Dates | null {
  const near = text.slice(Math.max(0, before - REACH), before)
  const [first, second, more] = [...near.matchAll(DATE)]
  if (first === undefined || second === undefined || more !== undefined) return null
  const year = Number(first[1] ?? second[1] ?? 2001)
  const dayOf = ([, own, month, day]: RegExpExecArray, last: number): number =>
    Date.UTC(Number(own ?? last), Number(month) - 1, Number(day))
  return { first: first[0], second: second[0], days: Math.round((dayOf(second, year) - dayOf(first, year)) / 86_400_000) }
}

function slipOf(
  { document }: CheckContext,
  found: RegExpExecArray,
  { first, second, days }: Dates,
  place: { start: number; block: number },
): Slip | null {
  const { lasted, ahead, days: said } = found.groups ?? {}
  const claimed = Number(said)
  const right = lasted !== undefined ? days : ahead !== undefined ? -days : days
  // Both ends may be counted.
  if (right <= 0 || claimed === right || (lasted !== undefined && Math.abs(claimed - right) <= 1)) return null
  const start = place.start + found.index
  const end = start + found[0].length
  const shown = lasted === undefined ? right : right + 1
  return {
    severity: 'warning',
    claimed,
    recomputed: shown,
    evidence: [{ quote: document.text.slice(start, end), start, end, block: place.block }],
    message: `由“${first}”到“${second}”${lasted === undefined ? `相差${shown}天` : `共${shown}天`}，文中写作“${found[0]}”，请核对`,
  }
}

/**
 * Titles in quotation marks: what is called so behind a verb of naming is a title, whatever it says.
 *
 *   荣获‹“最美市场监管人”›      被评为‹2019年度“质量管家”›      入选‹首批“新疆好粮油”›名录      领到自治区商务厅颁发的‹“绩效优秀单位”›奖牌
 *
 * Between verb and quotation stand at most who gives it, by what act, and which year or batch it is of.
 */
import type { Span } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { LevelReader } from './level.ts'
import type { PlainTitle } from './plain-titles.ts'
import { type Cue, createScan } from './scan.ts'
import { createTitleGiverReader } from './title-giver.ts'
import { createTitleRun, DATED, STOP } from './title-run.ts'

/** The quotation that opens at `open`; `taken`: titles found already. */
export type QuotedTitleReader = (
  text: string,
  quotation: { readonly open: number; readonly close: number },
  around: { readonly cues: readonly Cue[]; readonly stops: readonly Cue[]; readonly taken: readonly Span[] },
) => PlainTitle | null

export const SHORTEST_QUOTED = 4
const LONG_QUOTED = 6
const LONGEST_ORGAN = 12
const LONGEST_BETWEEN = 32
const ORDINAL = new RegExp(`^${DATED}$`, 'u')

export function createQuotedTitleReader(lexicon: Lexicon, levels: LevelReader): QuotedTitleReader {
  const { nounBehind } = createTitleRun(lexicon, levels)
  const giverAhead = createTitleGiverReader(lexicon)
  const word = (...groups: readonly string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  const body = word('honour-organ', 'honour-level-social')
  const organ = new RegExp(`(?:${body})$`, 'u')
  const act = new RegExp(
    `^[^，；。：的]{2,24}?(?:${word('honour-organ', 'honour-level-social', 'honour-giver-firm')})\\p{Script=Han}{0,4}?(?:${word('honour-issued', 'honour-hosted')})了?的`,
    'u',
  )
  const lead = new RegExp(`^(?:为|${word('honour-measure')})`, 'u')
  /** 列为“枫桥式人民法庭”‹候选单位› */
  const onTheWay = new RegExp(`^的?(?:${word('honour-creating-after', 'honour-pending')})`, 'u')
  const tailAhead = new RegExp(
    `^(?:${STOP.source}|$|的?(?:${word('honour-tail', 'honour-naming-tail')})|(?:${word('honour-selection')})(?:[，；。、]|$))`,
    'u',
  )
  const proofs = createScan(lexicon, ['honour-proof', 'honour-proof-applied', 'honour-proof-pending', 'honour-proof-creating'])
  const issued = new RegExp(`^（[^（）]{2,24}(?:${word('honour-issued', 'honour-organ', 'honour-level-social')})）`, 'u')
  const giving = new RegExp(`(?:${word('honour-give')})的$`, 'u')
  const retaining = new Set(cue(lexicon, 'honour-retained'))
  const naming = new Set(cue(lexicon, 'honour-obtained'))
  for (const each of [...cue(lexicon, 'honour-direct'), ...cue(lexicon, 'honour-loose')]) naming.delete(each)
  for (const each of cue(lexicon, 'honour-naming')) naming.add(each)

  const givenOnly = new Set(cue(lexicon, 'honour-naming-given'))

  /** How many characters before the quotation say which year or batch it is of; -1 where something else stands behind the verb. */
  const slots = (between: string): number => {
    if (between.length > LONGEST_BETWEEN) return -1
    const led = between.replace(lead, '')
    const given = led.slice(giverAhead(`${led}“`, true))
    const rest = (given === led ? led.replace(act, '') : given).replace(lead, '')
    return ORDINAL.test(rest) ? rest.length : -1
  }

  const names = ({ word, groups }: Cue, between: string): boolean =>
    naming.has(word) ||
    (givenOnly.has(word) && (giverAhead(`${between}“`, true) > 0 || act.test(between))) ||
    retaining.has(word) ||
    groups.has('honour-give') ||
    (groups.has('honour-pending') && (word.endsWith('为') || between.startsWith('为'))) ||
    (groups.has('honour-planned') && groups.has('honour-obtained'))

  return (text, { open, close }, { cues, stops, taken }) => {
    const verb = cues.findLast(({ end }) => end <= open)
    const between = verb ? text.slice(verb.end, open) : ''
    const named = verb !== undefined && names(verb, between) && !/[，；。：]/u.test(between)
    // 蝉联中国石油“百面红旗加油站”: a body that no list has gives what is called at length.
    const isBody = /^\p{Script=Han}{2,8}$/u.test(between) && close - open > LONG_QUOTED
    const ordinal = verb ? slots(between) : -1
    const given = ordinal >= 0 || organ.test(between) || isBody || verb?.groups.has('honour-give')
    const end = nounBehind(text, close + 1, stops)
    // 2019年度“…” is the title's own, 首批“…” is not.
    const dated = /^(?:19|20)[0-9]{2}/u.test(text.slice(open - Math.max(0, ordinal))) ? ordinal : 0
    const isWhole = end > close + 1 || dated > 0
    const by = between.slice(0, Math.max(0, between.length - Math.max(0, ordinal)))
    const isGiven = ordinal >= 0 && by.length > 1 && verb?.groups.has('honour-give') !== true
    const quoted = {
      start: isWhole ? open - dated : open + 1,
      end: isWhole ? end : close,
      headless: false,
      ...(isGiven && { by }),
    }
    const clause = text.slice(Math.max(...['，', '；', '。', '：'].map((mark) => text.lastIndexOf(mark, open))) + 1, open)
    // 在自治区总工会今年公布的“工人先锋号”名单里: whose act the clause begins with.
    const isAct = act.exec(clause.replace(/^[在据从]/u, ''))?.[0].length === clause.replace(/^[在据从]/u, '').length
    const byOrgan = organ.test(text.slice(Math.max(0, open - LONGEST_ORGAN), open))
    const isClosed = tailAhead.test(text.slice(end, end + 8)) || onTheWay.test(text.slice(end === close ? close + 1 : end))
    const goesOn = text[open - 1] === '”' && taken.some((title) => title.end === open - 1 || title.end === open)
    const certified = proofs(text.slice(end, end + 10))[0]?.start === 0 || issued.test(text.slice(end, end + 30))
    return certified ||
      (isClosed && (goesOn || byOrgan || isAct || (named && given) || giving.test(text.slice(Math.max(0, open - 8), open))))
      ? quoted
      : null
  }
}

/**
 * File name, title and text are of one period.
 *
 *   三季度质量状况分析报告.docx, title 第二季度质量状况分析报告            a warning
 *   title 第三季度…, and the text speaks of 二季度 only                    a warning
 *
 * Only stretches of one length are compared (quarters with quarters, half-years with half-years, years with years): a report of a quarter lies in the
 * folder of its half-year, and names the year, without a slip.
 */
import { type Document, foldedSpan, quote, toFolded, toSource } from '../../extractors/document.ts'
import { foldText } from '../../extractors/language/fold.ts'
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { firstMonth, type Period, type PeriodMention, readPeriods, yearOf } from '../../extractors/quantities/period.ts'
import { type CheckContext, defineCheck, type Slip } from './check.ts'

/** A text that names the other quarter this often, and its own never, is of the other. */
const OFTEN = 2

const compared = perLexicon((lexicon) => new RegExp(`(?:${wordPattern(cue(lexicon, 'other-period-leads'))})$`, 'u'))

export const period = defineCheck({
  kind: 'period',
  *examine(context) {
    const { document, identity } = context
    const title = foldText(identity.title)
    const named = finest(title)
    const place = named === null ? null : placeOfTitle(document, title, named)
    if (named !== null && place !== null) {
      const name = foldText(document.file.split(/[/\\]/u).at(-1) ?? '')
      const ofFile = finest(name, yearOf(named.period))
      if (ofFile !== null && differs(named.period, ofFile.period))
        yield slip(document, place, named.period, ofFile.period, `文件名为“${words(name, ofFile)}”，标题写作“${words(title, named)}”`)
    }
    const own = named?.period ?? identity.period
    yield* ofText(context, own, place?.end ?? 0)
    if (named !== null) yield* ofLeads(context, named.period)
  },
})

function* ofText({ document, identity, lexicon }: CheckContext, own: Period | null, after: number): Iterable<Slip> {
  if (own === null || identity.kind !== 'analysis' || !QUARTER.test(own)) return
  const { text } = document.folded
  const mentions = readPeriods(text, yearOf(own)).filter(({ span, period: of }) => span.start >= after && of.length > 4)
  if (mentions.some(({ period: of }) => of === own || isMonthOf(of, own))) return
  const lead = compared(lexicon)
  const others = new Map<Period, PeriodMention[]>()
  for (const mention of mentions) {
    const isBeside = lead.test(text.slice(Math.max(0, mention.span.start - 8), mention.span.start)) || isLevelOf(text, mention)
    if (!QUARTER.test(mention.period) || isBeside) continue
    others.set(mention.period, [...(others.get(mention.period) ?? []), mention])
  }
  const [[said, places] = [own, []], more] = [...others]
  const first = places[0]
  if (first === undefined || more !== undefined || (places.length < OFTEN && !opensBlock(document, first))) return
  yield slip(document, first.span, said, own, `报告是“${quarterWords(own)}”的，正文所说却是“${words(text, first)}”`)
}

/** 4—6月，县本级共抽检…: what a paragraph is of. */
const opensBlock = ({ blocks, folded }: Document, { span }: PeriodMention): boolean => {
  const { start } = toSource(folded, foldedSpan(span.start, span.end))
  return folded.text[span.end] === '，' && blocks.some((block) => block.cell === undefined && block.span.start === start)
}

/** 现将2019年…情况报告如下, in a report of 2020; 表1 2019年上半年监测结果: what is announced is of the title's period. */
function* ofLeads({ document, lexicon, between }: CheckContext, own: Period): Iterable<Slip> {
  const { text } = document.folded
  const leads: { readonly at: number; readonly words: string }[] = [...text.matchAll(announced(lexicon))].map(({ 0: words, index }) => ({
    at: index,
    words,
  }))
  for (const { kind, span } of document.blocks)
    if (kind === 'caption') leads.push({ at: toFolded(document.folded, span).start, words: foldText(between(span.start, span.end)) })
  for (const { at, words: said } of leads) {
    const [mention, more] = readPeriods(said, yearOf(own)).filter(({ period: of }) => lengthOf(of) !== null)
    if (mention === undefined || more !== undefined || mention.period === own || lengthOf(mention.period) !== lengthOf(own)) continue
    const place = { start: at + mention.span.start, end: at + mention.span.end }
    // A year that the text tells of as well is one that it compares with.
    const isTold = readPeriods(text, yearOf(own)).some(({ period: of, span }) => of === mention.period && span.start !== place.start)
    if (isTold || compared(lexicon).test(said.slice(0, mention.span.start))) continue
    yield slip(document, place, mention.period, own, `标题所说与此处“${words(said, mention)}”`)
  }
}

const announced = perLexicon((lexicon) => new RegExp(`(?:${wordPattern(cue(lexicon, 'announcing'))})[^，。；]{4,40}?如下`, 'gu'))

/** 满意度83.4分，三季度82.1分: the other quarter only has its figure beside the report's own. */
const isLevelOf = (text: string, { span }: PeriodMention): boolean =>
  /^(?:的|为|是|只有|仅|仅为)?[0-9]/u.test(text.slice(span.end, span.end + 4))

const QUARTER = /^[0-9]{4}-Q[1-4]$/u

const isMonthOf = (month: Period, quarter: Period): boolean =>
  /^[0-9]{4}-[0-9]{2}$/u.test(month) && `${month.slice(0, 5)}Q${Math.ceil(Number(month.slice(5)) / 3)}` === quarter

const slip = (
  document: Document,
  span: { readonly start: number; readonly end: number },
  claimed: Period,
  other: Period,
  what: string,
): Slip => ({
  severity: 'warning',
  claimed,
  recomputed: other,
  evidence: [quote(document, toSource(document.folded, foldedSpan(span.start, span.end)))],
  message: `${what}，期间不一致，请核对`,
})

/** The finest period of a name: 2020年…第三季度 is the quarter. Months stand in names for the day of sending, and are passed over. */
function finest(text: string, year: number | null = null): PeriodMention | null {
  const named = readPeriods(text, year).filter(({ period: of }) => lengthOf(of) !== null)
  return named.find(({ period: of }) => of.length > 4) ?? named[0] ?? null
}

function lengthOf(of: Period): 'quarter' | 'half' | 'three quarters' | 'year' | null {
  if (QUARTER.test(of)) return 'quarter'
  if (/^([0-9]{4})-01\/\1-09$/u.test(of)) return 'three quarters'
  return /-H[12]$/u.test(of) ? 'half' : of.length === 4 ? 'year' : null
}

/** Other quarters, halves or years; and stretches from one month on that end in another: 第一季度 and 上半年, which 第二季度 may be called too. */
function differs(one: Period, other: Period): boolean {
  if (one === other) return false
  const lengths = [lengthOf(one), lengthOf(other)]
  return lengths[0] === lengths[1] || (!lengths.includes('year') && firstMonth(one) === firstMonth(other))
}

const words = (text: string, { span }: PeriodMention): string => text.slice(span.start, span.end)
const quarterWords = (of: Period): string => `${of.slice(0, 4)}年第${'一二三四'[Number(of.at(-1)) - 1] ?? ''}季度`

/** Where the title's period stands in the folded text. */
function placeOfTitle({ folded }: Document, title: string, named: PeriodMention): { start: number; end: number } | null {
  const said = words(title, named)
  const at = folded.text.indexOf(said)
  return at < 0 || said === '' ? null : { start: at, end: at + said.length }
}

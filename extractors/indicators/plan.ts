/**
 * What is still to come: sections about it, and paragraphs that turn to it. A quantity there is asked for, not reached.
 *
 *   四、下一步工作   三、2021年目标 in a report of 2020      the section
 *   二、工作措施 before 三、存在问题                        none: what was done
 *   下一步，…   2021年，…   由住建局于9月底前…  in a report of the first half      from here to the paragraph's end
 */

import { matchesOf } from '../language/match-at.ts'
import type { Structure } from '../language/structure.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { chineseNumeral } from '../quantities/numeral.ts'
import { firstMonth, lastMonth, nextPeriod, type Period, pointYear, quarterOf, readPeriods, yearOf } from '../quantities/period.ts'

export interface PlanReader {
  /** When a quantity that a sentence asks for is to be reached: by its deadline, else in the period after the report's. */
  readonly periodOf: (words: string, period: Period, yearly: boolean) => Period
  /** Whether words up to a number foretell it for a time after the report's own. */
  readonly foresees: (sentence: string, period: Period | null) => boolean
  /** Whether words set a day by which something is to be done. */
  readonly sets: (words: string) => boolean
  /** For each section, whether what stands in it is still to come. */
  readonly sections: (structure: Structure, period: Period | null) => readonly boolean[]
  /** `from`: the first year of a plan of several. The period of which a sentence of a plan or a section about what is to come tells what was reached: an earlier one, or in a report the report's own. */
  readonly looksBack: (sentence: string, period: Period | null, inPlan: boolean, from?: Period) => Period | null
  /** Where a sentence turns to what is to come, and the rest of its paragraph with it; null where it does not. */
  readonly opensAt: (sentence: string, period: Period | null, mixed?: boolean) => number | null
  /** The last sentence of those in which a plan says why it is made (为此制定本方案); -1 where it says it nowhere before its first section. */
  readonly preamble: (text: string, structure: Structure) => number
  /** Whether a heading stands over problems and what is to be done about them (问题与建议): a deadline there is still to come, whatever its month. */
  readonly mixes: (heading: string) => boolean
}

/** A period that a sentence is about stands near its beginning. */
const HEAD = 14
/** 五、…工作。 */
const HEADED = /^[（(]?[一二三四五六七八九十]{1,3}[）)、][^0-9]*(?:20[0-9]{2}年)?[^0-9]*$/u
/** 去年底 */
const SHORTEST_POINT = 3
/** Where a clause begins; what stands behind a comma alone may still list periods (二季度、三季度). */
const CLAUSE = /^|(?<=[，；])/gu
/** What a report of half a year asks for is of the half to come. */
const HALF = /-H[12]$/u
/** 2020 is a year; 2020-Q3 a part of one. */
const LENGTH_OF_YEAR = 4
/** 12月底前 is the end of the year. */
const LAST_MONTH = 12
const MONTH = '(?<![0-9一二三四五六七八九十])(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月'
const monthOf = (written: string): number => (/^[0-9]/u.test(written) ? Number(written) : (chineseNumeral(written) ?? 0))
const monthsOf = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`

export function createPlanReader(lexicon: Lexicon): PlanReader {
  const has = (group: string): ((text: string) => boolean) => {
    const words = new RegExp(wordPattern(cue(lexicon, group)), 'u')
    const misfires = new RegExp(wordPattern(lexicon.cues[`${group}:misfires`] ?? []), 'gu')
    return (text) => words.test(text.replace(misfires, '　'))
  }
  const isPlan = has('plan-section')
  const isMeasures = has('measures-section')
  const isProblems = has('problem-headings')
  const makes = has('plan-made')
  const opener = new RegExp(
    `^(?:(?:[一二三四五六七八九十]是|（[0-9一二三四五六七八九十]{1,2}）)?(?:${wordPattern(cue(lexicon, 'plan-opener'))})|【[^】]{0,4}(?:${wordPattern([...cue(lexicon, 'plan-section'), ...cue(lexicon, 'plan-labels')])})[^】]{0,2}】)`,
    'u',
  )

  const deadline = new RegExp(
    `(?:((?:19|20)[0-9]{2})年)?${MONTH}(?:(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号]|底|末|份|上旬|中旬|下旬)?(?:${wordPattern(cue(lexicon, 'season-events'))})?[之以]?前`,
    'gu',
  )
  const reached = new RegExp(wordPattern(cue(lexicon, 'reached')), 'u')
  /** 窗口已并成12个，县政数局须在9月底前…: a deadline governs the clauses before it too, back to a semicolon, unless they tell what was reached. */
  const turn = (sentence: string, deadline: number): number => {
    const point = sentence.lastIndexOf('；', deadline) + 1
    const clause = Math.max(sentence.lastIndexOf('，', deadline) + 1, point)
    return reached.test(sentence.slice(point, clause)) ? clause : point
  }
  /** 7月起, 自9月1日开始; 去年10月起 is over. */
  const from = new RegExp(
    `(?<!(?:${wordPattern(cue(lexicon, 'base-yoy'))}|前年|当年)年?|[0-9])(?:((?:19|20)[0-9]{2})年)?(1[0-2]|0?[1-9])月(?:[0-9]{1,2}[日号]|底|末|份|上旬|中旬|下旬)?(?:起|开始)`,
    'gu',
  )
  const targets = new RegExp(wordPattern([...cue(lexicon, 'target-verb'), ...cue(lexicon, 'forecast')]), 'u')
  const foreseen = new RegExp(`(?:${wordPattern(cue(lexicon, 'forecast'))})[^。]*$`, 'u')
  const compared = new RegExp(`(?:${wordPattern(cue(lexicon, 'compared'))})$`, 'u')
  const asks = new RegExp(wordPattern([...cue(lexicon, 'target-verb'), ...cue(lexicon, 'forecast'), ...cue(lexicon, 'compared')]), 'u')
  const isLater = (text: string, period: Period): boolean =>
    readPeriods(text, yearOf(period)).some((mention) => firstMonth(mention.period) > lastMonth(period))

  /** 二季度、三季度和四季度: a list that begins with what is over is no turn to what is to come. */
  const turnsLater = (text: string, period: Period, written: boolean): boolean => {
    const [first] = readPeriods(text, yearOf(period))
    return first !== undefined && (first.yearWritten || !written) && firstMonth(first.period) > lastMonth(period)
  }

  /** 到去年年底，…; 去年底全市有…: in a plan, how things stood then. */
  const earlierPoint = (sentence: string, period: Period): Period | null => {
    for (let end = SHORTEST_POINT; end <= HEAD; end++) {
      const point = pointYear(sentence.slice(0, end), yearOf(period))
      if (point !== null && lastMonth(point) < firstMonth(period)) return point
    }
    return null
  }

  return {
    sections: ({ sections }, period) => {
      const planned: boolean[] = []
      sections.forEach(({ title, parent, level }, index) => {
        const problemsFollow = (): boolean =>
          sections.some((other, at) => at > index && other.level <= level && at !== index && isProblems(other.title))
        const own = isPlan(title) || (period !== null && isLater(title, period)) || (isMeasures(title) && !problemsFollow())
        planned.push(level > 0 && !isProblems(title) && (own || (parent > 0 && planned[parent] === true)))
      })
      return planned
    },
    periodOf: (words, period, yearly) => {
      for (const [, year, written = ''] of matchesOf(deadline, words)) {
        const month = monthOf(written)
        if (month === LAST_MONTH && lastMonth(period) < `${year ?? yearOf(period)}-12`) return year ?? String(yearOf(period))
        // 2月底前, in a report of the fourth quarter, is of the year to come.
        const over = year === undefined && monthsOf(yearOf(period), month) < firstMonth(period)
        const due = quarterOf(Number(year ?? yearOf(period)) + (over ? 1 : 0), month)
        if (year === undefined && due === period) return period
        if (period.length > 4 && firstMonth(due) > lastMonth(period)) return HALF.test(period) && !over ? nextPeriod(period) : due
      }
      // 年底前达到95%, in a report of a part of the year.
      // 全年, asked for at the end of one: the year to come.
      return yearly ? String(yearOf(period) + (lastMonth(period) < `${yearOf(period)}-12` ? 0 : 1)) : nextPeriod(period)
    },
    looksBack: (sentence, period, inPlan, from = period ?? undefined) => {
      const named = period === null ? undefined : readPeriods(sentence.slice(0, HEAD), yearOf(period))[0]
      if (period !== null && inPlan && !named && !targets.test(sentence)) return earlierPoint(sentence, period)
      if (!named || period === null || (inPlan ? targets : asks).test(sentence) || compared.test(sentence.slice(0, named.span.start)))
        return null
      const reached = inPlan
        ? named.yearWritten && lastMonth(named.period) < firstMonth(from ?? period)
        : named.period === period && period.length > 4
      return reached ? named.period : null
    },
    sets: (words) => words.search(deadline) >= 0,
    // 全年预计完成480批次, in the report of that year, is how it has ended.
    foresees: (sentence, period) =>
      foreseen.test(sentence) && period !== null && (period.length > LENGTH_OF_YEAR || isLater(sentence, period)),
    preamble: (text, { sentences }) => {
      const end = sentences.findIndex(({ span, section }) => section > 0 || makes(text.slice(span.start, span.end)))
      return sentences[end]?.section === 0 ? end : -1
    },
    mixes: (heading) => isProblems(heading) && (isPlan(heading) || isMeasures(heading)),
    opensAt: (sentence, period, mixed = false) => {
      if (opener.test(sentence)) return 0
      if (period === null) return null
      // 超期率4.6%，四季度是6.3%, in a report of the third, is of the year before: within a sentence only a written year turns to what is to come.
      // 五、正视不足，扎实谋划2023年工作。: what follows may be either.
      const isHeading = isProblems(sentence) && HEADED.test(sentence)
      for (const { index } of isHeading ? [] : matchesOf(CLAUSE, sentence)) {
        const head = sentence.slice(index, index + HEAD)
        if (turnsLater(index > 0 ? (head.split(/[，；]/u)[0] ?? '') : head, period, index > 0)) return index
      }
      const isAfter = (year: string | undefined, month = ''): boolean =>
        monthsOf(Number(year ?? yearOf(period)), monthOf(month)) > lastMonth(period)
      for (const { 0: words, 1: year, 2: month, index } of matchesOf(deadline, sentence))
        if (isAfter(year, month)) return turn(sentence, index + words.length)
        else if (mixed && year === undefined && !reached.test(sentence)) return sentence.lastIndexOf('，', index) + 1
      for (const { 1: year, 2: month, index } of matchesOf(from, sentence)) if (isAfter(year, month)) return index
      return null
    },
  }
}

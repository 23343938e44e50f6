/**
 * Levels that are told to rise or fall all the way do so.
 *
 *   近三年分别为94.1%、95.3%和96.8%，呈逐年上升趋势     holds
 *   近三年分别为94.1%、95.3%和94.8%，呈逐年上升趋势     94.8 is below 95.3
 *   投诉量连续三个季度下降，分别为58件、47件和51件       51 is above 47
 *   连续三年提升：2015年88.6%，2016年90.4%，2017年90.1%  90.1 is below 90.4
 *   四季度88.9%，连续回升（二季度84.6%、三季度89.4%）    88.9 is below 89.4
 */
import type { Evidence } from '../../extractors/document.ts'
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { chineseNumeral } from '../../extractors/quantities/numeral.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip, type ValueGroup } from './check.ts'
import { flat } from './counts.ts'

const FEWEST = 3
const REACH = 16
/** 分别为, 依次是 stands so near before a list. */
const LEAD = 6
/** How far before a list its trend may stand. */
const FAR = 36

/** What may stand between a trend and its figures. */
const LISTED = '[^，。；0-9]{0,4}[，,：:](?:[^，。；0-9]{0,8}[，,])?[^，。；0-9]{0,6}'

const patterns = perLexicon((lexicon) => {
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  /** 连续三年提升：, 连续三个季度回升（, ，呈逐季上升势头 */
  const besides = (moved: string, all: string): RegExp =>
    new RegExp(
      `(?:(?:${words('in-a-row')})[^，。；0-9]{0,6}(?:${words(moved)})|(?:${words(all)}))(?:[^，。；0-9]{0,4}(?:[：:（(，,。；]|$))`,
      'u',
    )
  return {
    up: new RegExp(`^[，,](?:${words('trend-leads')})?(?:${words('trend-up')})`, 'u'),
    down: new RegExp(`^[，,](?:${words('trend-leads')})?(?:${words('trend-down')})`, 'u'),
    listed: new RegExp(words('respectively'), 'u'),
    shape: new RegExp(
      `^[，,][^，。；0-9]{0,6}?(${words('up-then-down')}|${words('down-then-up')}|${words('turned-up')}|${words('turned-down')})`,
      'u',
    ),
    kept: new RegExp(
      `(?:${words('in-a-row')})([二三四五六两])个?(?:季度|年|月)[^，。；0-9]{0,4}(?:${words('keeping')})[^，。；0-9]{0,2}$`,
      'u',
    ),
    shapes: [
      { words: cue(lexicon, 'up-then-down'), holds: (ways: readonly number[]) => turnsOnce(ways, 1) },
      { words: cue(lexicon, 'down-then-up'), holds: (ways: readonly number[]) => turnsOnce(ways, -1) },
      { words: cue(lexicon, 'turned-up'), holds: (ways: readonly number[]) => ways.at(-1) === 1 },
      { words: cue(lexicon, 'turned-down'), holds: (ways: readonly number[]) => ways.at(-1) === -1 },
    ],
    failed: new RegExp(`(?:${words('count-failed')})[^，。；率]{0,4}率`, 'u'),
    upBeside: besides('moved-up', 'trend-up'),
    downBeside: besides('moved-down', 'trend-down'),
    upBefore: new RegExp(
      `(?:(?:${words('in-a-row')})[^，。；0-9]{0,6}(?:${words('moved-up')})|(?:${words('trend-up')}))${LISTED}(?:${words('respectively')})[为是]?$`,
      'u',
    ),
    downBefore: new RegExp(
      `(?:(?:${words('in-a-row')})[^，。；0-9]{0,6}(?:${words('moved-down')})|(?:${words('trend-down')}))${LISTED}(?:${words('respectively')})[为是]?$`,
      'u',
    ),
  }
})

/** 一季度100%，二季度97.5%，三季度100%，连续三个季度保持100%: each of so many before it. */
function* kept(context: CheckContext, { values }: ValueGroup): Iterable<Slip> {
  for (const [index, level] of values.entries()) {
    const said = patterns(context.lexicon).kept.exec(flat(context.between(level.evidence.start - REACH, level.evidence.start)))?.[1]
    const count = said === undefined ? null : chineseNumeral(said.replace('两', '二'))
    if (count === null || level.upper !== undefined) continue
    const before = values
      .slice(0, index)
      .filter((value) => LEVELS.has(value.role) && isExact(value) && value.unit === level.unit)
      .slice(-count)
    const isLeast = level.comparator.startsWith('>')
    const wrong = before.find(({ value }) => (isLeast ? value < level.value : level.comparator === '=' && value !== level.value))
    if (wrong === undefined || before.length < count || new Set(before.map(({ period }) => period)).size < count) continue
    yield {
      severity: 'error',
      claimed: level.value,
      recomputed: wrong.value,
      evidence: [level.evidence, wrong.evidence],
      message: `文中说连续${count}期为“${level.evidence.quote}”，其中一期为“${wrong.evidence.quote}”，请核对`,
    }
  }
}

/** So many figures make a shape. */
const SHAPED = 3

/** 74、61、69、58，呈先升后降态势; 85.6、83.1、82.4，三季度止跌回升: what is told right behind a list of how it went. */
function* shaped(context: CheckContext, { values }: ValueGroup): Iterable<Slip> {
  const { shape, shapes } = patterns(context.lexicon)
  for (const run of runs(context, { values, table: false })) {
    const [first, last] = [run[0] as CheckedValue, run.at(-1) as CheckedValue]
    const end = Math.min(context.document.blocks[last.evidence.block]?.span.end ?? last.evidence.end, last.evidence.end + REACH)
    const said = flat(context.between(last.evidence.end, end)).split('。')[0] ?? ''
    const word = shape.exec(said)?.[1]
    const meant = shapes.find(({ words }) => word !== undefined && words.includes(word))
    if (word === undefined || meant === undefined || run.length < SHAPED || (first.period ?? '') > (last.period ?? '')) continue
    const ways = run.slice(1).map(({ value }, at) => Math.sign(value - (run[at]?.value ?? 0)))
    if (meant.holds(ways)) continue
    yield {
      severity: 'error',
      claimed: word,
      recomputed: ways.map((way) => (way > 0 ? '升' : way < 0 ? '降' : '平')).join('、'),
      evidence: [...wordAt(context, word, last), ...run.map(({ evidence }) => evidence)],
      message: `${run.map(({ evidence }) => `“${evidence.quote}”`).join('、')}依次是${ways.map((way) => (way > 0 ? '升' : way < 0 ? '降' : '平')).join('、')}，文中写作“${word}”，请核对`,
    }
  }
}

/** The claim's own words, behind the last figure of its list. */
function wordAt({ document }: CheckContext, word: string, { evidence: { end, block } }: CheckedValue): readonly Evidence[] {
  const start = document.text.indexOf(word, end)
  return start < 0 || start > end + REACH ? [] : [{ quote: word, start, end: start + word.length, block }]
}

/** One turn, and no other. */
function turnsOnce(ways: readonly number[], from: number): boolean {
  const at = ways.indexOf(-from)
  return at > 0 && ways.slice(0, at).every((way) => way === from || way === 0) && ways.slice(at).every((way) => way === -from || way === 0)
}

export const trend = defineCheck({
  kind: 'direction',
  *examine(context) {
    const { up, down, listed, upBefore, downBefore } = patterns(context.lexicon)
    for (const group of context.groups) {
      if (!group.table) yield* byPeriods(context, group)
      if (!group.table) yield* shaped(context, group)
      if (!group.table) yield* kept(context, group)
      for (const run of group.table ? [] : runs(context, group)) {
        const last = run.at(-1) as CheckedValue
        if (!listed.test(flat(context.between((run[0]?.evidence.start ?? 0) - LEAD, run[0]?.evidence.start ?? 0)))) continue
        const said = flat(context.between(last.evidence.end, last.evidence.end + REACH))
        const led = flat(context.between((run[0]?.evidence.start ?? 0) - FAR, run[0]?.evidence.start ?? 0))
        const rises = up.test(said) || upBefore.test(led)
        if (!rises && !down.test(said) && !downBefore.test(led)) continue
        const isBackwards = (run[0]?.period ?? '') > (last.period ?? '')
        const inTime = isBackwards ? [...run].reverse() : run
        const at = inTime.findIndex(
          ({ value }, index) => index > 0 && (rises ? value <= before(inTime, index) : value >= before(inTime, index)),
        )
        const turned = inTime[at]
        const earlier = inTime[at - 1]
        if (turned !== undefined && earlier !== undefined) yield slip(turned, earlier, rises)
      }
    }
  },
})

const slip = (turned: CheckedValue, earlier: CheckedValue, rises: boolean): Slip => ({
  severity: 'error',
  claimed: turned.value,
  recomputed: earlier.value,
  evidence: [turned.evidence, earlier.evidence],
  message: `由“${earlier.evidence.quote}”到“${turned.evidence.quote}”并没有${rises ? '上升' : '下降'}，文中说逐期${rises ? '上升' : '下降'}，请核对`,
})

/** Levels of one thing that bear their periods, three or more of one length, wherever in the sentence its trend is told. */
function* byPeriods(context: CheckContext, { values }: ValueGroup): Iterable<Slip> {
  if (values.length < FEWEST) return
  const runs = new Map<string, CheckedValue[]>()
  let named = ''
  for (const value of values) {
    if (!isExact(value) || !LEVELS.has(value.role) || value.period === null) continue
    named = value.name.replace(PERIOD, '') || named
    const key = JSON.stringify([value.indicator ?? named, value.breakdown, value.unit, value.county, value.period.length])
    runs.set(key, [...(runs.get(key) ?? []), value])
  }
  const [run, other] = [...runs.values()].filter((each) => each.length >= FEWEST)
  const first = run?.[0]
  if (run === undefined || first === undefined || other !== undefined) return
  const inTime = [...run].sort((a, b) => ((a.period ?? '') < (b.period ?? '') ? -1 : 1))
  const areApart = inTime.every(({ period }, at) => at === 0 || period !== inTime[at - 1]?.period)
  const { upBeside, downBeside, failed } = patterns(context.lexicon)
  const ends = run.at(-1)?.evidence.end ?? first.evidence.end
  const sentences = flat(context.between(Math.max(0, first.evidence.start - FAR), ends + REACH)).split('。')
  // 前三个季度逐季提高，四季度基本稳定: of some of them.
  const said = sentences
    .filter((sentence) => /[0-9]/u.test(sentence))
    .join('。')
    .replace(/前[一二两三四五][^，。；]*/gu, '')
  const [rises, falls] = [upBeside.test(said), downBeside.test(said)]
  if (!areApart || rises === falls) return
  // 不合格率分别为30.0%、13.6%、9.4%，质量逐年提升: what rises is the quality.
  const isBetter = rises && failed.test(first.name) && inTime.every(({ value }, index) => index === 0 || value <= before(inTime, index))
  if (isBetter) return
  const at = inTime.findIndex(({ value }, index) => index > 0 && (rises ? value < before(inTime, index) : value > before(inTime, index)))
  const [turned, earlier] = [inTime[at], inTime[at - 1]]
  if (turned !== undefined && earlier !== undefined) yield slip(turned, earlier, rises)
}

/** 六月份热线接通率96.4%，七月份95.1%: a name that only says when goes on about the thing before. */
const PERIOD = /(?:(?:19|20)[0-9]{2}年|1[0-2]月份?|[1-9]月份?|[一二三四五六七八九十]{1,2}月份?|[一二三四]季度|[上下]半年)/gu

const LEVELS: ReadonlySet<string> = new Set(['actual', 'reference'])

const before = (run: readonly CheckedValue[], index: number): number => run[index - 1]?.value ?? 0

/** Levels of one unit listed one after the other. */
function runs({ between }: CheckContext, { values }: ValueGroup): CheckedValue[][] {
  const found: CheckedValue[][] = []
  for (const value of values) {
    if (!isExact(value) || value.role === 'change' || value.role === 'share') continue
    const run = found.at(-1)
    const last = run?.at(-1)
    const said = last === undefined ? '' : flat(between(last.evidence.end, value.evidence.start))
    if (run && last?.unit === value.unit && /^[、和及与]$/u.test(said)) run.push(value)
    else found.push([value])
  }
  return found.filter((run) => run.length >= FEWEST)
}

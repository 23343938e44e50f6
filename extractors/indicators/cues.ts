/** The cue words of roles and bases as patterns, compiled once. What each group holds and why stands in corpus/lexicon/cues. */
import { matchesOf } from '../language/match-at.ts'
import { guardedPattern, wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { chineseNumeral } from '../quantities/numeral.ts'
import { arrivalPattern } from './arrival.ts'
import { PERIOD } from './name.ts'
import type { Basis } from './value.ts'

export interface RoleCues {
  /** A word of direction directly before a number: 上升, 下降. Captures the word. */
  readonly moveBefore: RegExp
  /** 少挽回8.2万元, 多培训120人: more or less of an act, beside a baseline. */
  readonly actBefore: RegExp
  /** 长, 重: all that stands between the other side's level and how far it is from that. */
  readonly comparative: RegExp
  /** 同比增减：: the label of a change. Captures its word. */
  readonly changeLabel: RegExp
  readonly up: ReadonlySet<string>
  readonly down: ReadonlySet<string>
  /** 提高到, 降至: what follows is a level. */
  readonly levelBefore: RegExp
  /** 由, 从: what follows is the level before. */
  readonly fromBefore: RegExp
  /** 占全年任务240批次的: a task of which a part is done. */
  readonly taskIn: RegExp
  /** 快了3分钟: less of a time, 慢了: more. Captures the word of less. */
  readonly timeMoveBefore: RegExp
  /** 地区要求全年是: what follows directly is asked for. */
  readonly askedBefore: RegExp
  /** （方案要求, （规定; ，标准: what stands alone in front of the number is asked for. */
  readonly askedAside: RegExp
  /** 地区要求, before a bound (不低于98%). */
  readonly askingBefore: RegExp
  /** 低于地区平均1.6分: a side is taken against a baseline, and the number follows it directly. Captures the word of the side. */
  readonly sideBefore: RegExp
  readonly shareBefore: RegExp
  /** 占不合格项目总数为：农残33.3%，微生物20.7%: a colon opens the list of shares. */
  readonly shareList: RegExp
  /** 约占全国产量的 */
  readonly aboutShare: RegExp
  /** 最低, 最高: the lowest that was found, or a bound that is asked for. */
  readonly superlativeBound: RegExp
  /** 来自, 集中在: the quantity before is a part of the whole. */
  readonly shareAfter: RegExp
  /** 七成的投诉: a part of what is named next; 100%的合格率 is a rate. */
  readonly partitiveAfter: RegExp
  /** 占全年任务数的: a degree of completion, no share. */
  readonly completionBefore: RegExp
  /** 比国家规定的70%: what is compared with is a requirement. */
  readonly requiredBefore: RegExp
  /** 比…, 较…, 与…: opens the other side of a comparison. */
  readonly comparedBefore: RegExp
  /** 相比, behind the other side's level. */
  readonly comparedAfter: RegExp
  /** Where the other side of a comparison begins. */
  readonly comparedIn: RegExp
  /** 比额敏县, 较第二名: what is compared with is another county or competitor. */
  readonly peerCompared: RegExp
  /** 提高到, 降至 after the earlier level. */
  readonly toAfter: RegExp
  /** 去年11月起, 去年冬天: when something was begun, and no other side. */
  readonly sinceBefore: RegExp
  /** 同期为, at a clause's head: the same stretch of last year. */
  readonly sameTime: RegExp
  /** A reference's own words directly before its level: 上年同期, 全地区平均水平. */
  readonly referenceBefore: RegExp
  /** 力争, 确保: what follows is asked for, until the sentence ends. */
  readonly targetVerb: RegExp
  /** 年度目标, 全年任务: what is asked for is asked of the year. */
  readonly yearly: RegExp
  /** 目标值为: what follows directly is asked for. */
  readonly targetNounBefore: RegExp
  readonly targetAfter: RegExp
  /** 低于, 与, 距: an actual is set against what follows. */
  readonly setAgainst: RegExp
  /** 7.2吨的行业准入水平, after words that set an actual against it: a requirement, whatever it is called. */
  readonly requirementAfter: RegExp
  /** 两者相差15.1个百分点: how far two are apart, which has no sign of its own. */
  readonly apart: RegExp
  /** 高于全县工业产品抽查合格率90.9%: the level of a wider whole, with its own name. */
  readonly sideOfArea: RegExp
  /** 比“十二五”末（640件）: the other side's level in brackets behind its name. */
  readonly aside: RegExp
  /** 83.9分的全地区平均水平: what follows says that the level is the other side's. */
  readonly averageAfter: RegExp
  /** 完成年度指标: a level of which a part is said to be done. */
  readonly completedOf: RegExp
  /** 控制在: after a level reached, what follows it is asked for. */
  readonly heldWithin: RegExp
  /** 扣1分: what follows a level that was not reached. */
  readonly penaltyAfter: RegExp
  readonly actual: RegExp
  /** 现有29个: what there is, also within a plan. */
  readonly already: RegExp
  /** Baselines, nearest to the right wins. */
  readonly bases: readonly (readonly [Basis, RegExp])[]
  readonly flat: RegExp
  /** 未发生, 无: what follows did not happen. */
  readonly negatedBefore: RegExp
  /** 无 alone behind a label's colon. */
  readonly noneSaid: RegExp
  /** 未发生2起以上: not so many as that. */
  readonly notHappenedBefore: RegExp
  /** 是底线目标: what stands before it is asked for. */
  readonly askedAfter: RegExp
  /** 距98%还有: the level still ahead. */
  readonly distanceBefore: RegExp
  readonly distanceAfter: RegExp
  /** 距98%还有0.8个百分点, in the clause of the gap. */
  readonly distanceIn: RegExp
  /** 约为全地区总数的: a part of the whole. */
  readonly totalBefore: RegExp
  readonly conditional: RegExp
  /** 去年, 上季度 at a clause's head; the first group is set for the quarter. */
  readonly earlierAtHead: RegExp
  readonly otherCounties: RegExp
  /** 其他: what is left of a whole. */
  readonly theRest: RegExp
  /** 其中, at a sentence's head: parts of what the sentence before has told. */
  readonly ofWhich: RegExp
  /** 容重均值794克/升: an average directly before its number. */
  readonly ownAverage: RegExp
  /** A county or a wider area. */
  readonly placeIn: RegExp
  /** 今年, 本季度: the report's own period. */
  readonly thisPeriod: RegExp
  /** 分县市看 */
  readonly byPlace: RegExp
  /** 自治区为2.7件, 全地区平均为: an area that is told of, and no part of a name. */
  readonly areaSays: RegExp
  /** Where a text last comes back to the report's own period (今年); -1 where it does not. */
  readonly backAt: (text: string) => number
  readonly collective: RegExp
  /** 各, 各抽查: what follows is said of each thing listed before. */
  readonly eachBefore: RegExp
  readonly distributive: RegExp
  /** How many 双双 or 三项均 speaks of; null where it does not say. */
  readonly collectiveCount: (words: string) => number | null
  readonly respectively: RegExp
  /** 前者 is the last but one of what was stated (-2), 后者 the last (-1). */
  readonly formerOrLatter: (words: string) => -1 | -2 | null
  readonly gapDown: RegExp
  /** 尚有1.5个百分点的差距. */
  readonly gapAfter: RegExp
}

const COUNT_OF_ITEMS = /([两二三四五六])[项者类个率]/u
const FILLERS = '[了约近超为是达到有又已仅只的：]{0,4}'

export function compileRoleCues(lexicon: Lexicon): RoleCues {
  const words = (...groups: string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  const guarded = (...groups: string[]): string =>
    guardedPattern(
      groups.flatMap((group) => cue(lexicon, group)),
      groups.flatMap((group) => lexicon.cues[`${group}:misfires`] ?? []),
    )
  const counties = wordPattern(lexicon.regions.counties.flatMap(({ names, aliases }) => [...names.map(({ name }) => name), ...aliases]))
  const back = new RegExp(words('this-period'), 'gu')
  /** 比总体: an average's name that compares by itself. */
  const opensComparison = new RegExp(`^(?:${words('compared')}|于)`, 'u')
  const former = new RegExp(words('former'), 'u')
  const latter = new RegExp(words('latter'), 'u')
  const pair = new RegExp(words('collective-pair'), 'u')
  const bases: readonly (readonly [Basis, string])[] = [
    ['yoy', 'base-yoy'],
    ['qoq', 'base-qoq'],
    ['average', 'base-average'],
    ['target', 'base-target'],
    ['previous', 'base-previous'],
    ['peer', 'base-peer'],
  ]
  return {
    moveBefore: new RegExp(`(${guarded('up', 'down')})(?:幅度?)?(?:(?:分别|均|都)[为是])?${FILLERS}$`, 'u'),
    ofWhich: new RegExp(`^(?:${words('of-which')})`, 'u'),
    actBefore: new RegExp(`(${words('more-or-less')})[^，。；、0-9]{0,3}$`, 'u'),
    comparative: new RegExp(`^(${words('comparatives', 'comparatives-less')})[了约近]{0,2}$`, 'u'),
    changeLabel: new RegExp(`(${words('table-change')})：$`, 'u'),
    up: new Set(cue(lexicon, 'up')),
    down: new Set([...cue(lexicon, 'down'), ...cue(lexicon, 'comparatives-less')]),
    levelBefore: new RegExp(`(?:${arrivalPattern(lexicon)})(?:(?:${PERIOD})的?)?[了约近]?$`, 'u'),
    fromBefore: new RegExp(`(?:${words('from')})[^，。；]{0,24}$`, 'u'),
    toAfter: new RegExp(`^[^，。；]{0,12}?(?:${arrivalPattern(lexicon)}|${words('to')})`, 'u'),
    comparedIn: new RegExp(`${guarded('compared')}|${words('share')}|于`, 'u'),
    peerCompared: new RegExp(`(?:${guarded('compared')}|${words('sides')})[^，。；0-9]{0,12}?(?:${counties}|第[一二三四五六七0-9]名)`, 'u'),
    requiredBefore: new RegExp(`(?:${words('target-after')})[的线]{0,2}$`, 'u'),
    comparedBefore: new RegExp(`(?:${guarded('compared')})[^，。；、]{0,16}$`, 'u'),
    comparedAfter: new RegExp(`^(?:${words('compared-after')})`, 'u'),
    completionBefore: new RegExp(`(?:${words('completion-nouns')})的?$`, 'u'),
    taskIn: new RegExp(words('completion-nouns'), 'u'),
    timeMoveBefore: new RegExp(`(?:(${guarded('less-time')})|${guarded('more-time')})[了约近]{0,2}$`, 'u'),
    askingBefore: new RegExp(`(?<!(?:${words('asking-met')})[^，。；]{0,6})(?:${words('asking')})$`, 'u'),
    askedAside: new RegExp(
      `（[^（），。；、0-9]{0,8}(?:${words('asking')})$|(?:^|[，；（])(?:${words('target-qualifiers')}){0,2}(?:${words('standards')})为?$`,
      'u',
    ),
    askedBefore: new RegExp(
      `(?<!(?:${words('asking-met')})[^，。；]{0,6})(?:${words('asking')})(?:(?:${words('asking-fillers')}){1,3})$`,
      'u',
    ),
    sideBefore: new RegExp(
      `(${words('sides')})[^，。；、0-9]{0,8}(?:${words('base-average', 'base-target', 'base-yoy', 'base-qoq', 'base-previous')}|${wordPattern(lexicon.regions.areas.flatMap((area) => area.words))})(?:约|近)?$`,
      'u',
    ),
    shareList: new RegExp(
      `(?:${words('share')})[^，。；：0-9]{0,24}：(?:[^，。；：.0-9]{1,20}[0-9.]{1,6}%[，、]){0,20}[^，。；：.0-9]{1,20}$`,
      'u',
    ),
    shareBefore: new RegExp(`(?:${words('share')})[^，。；]{0,24}$`, 'u'),
    aboutShare: new RegExp(`(?:${words('comparator-approx-before')})(?:${words('share')})[^，。；0-9]{0,16}$`, 'u'),
    superlativeBound: new RegExp(`^(?:${words('superlative-bounds')})`, 'u'),
    shareAfter: new RegExp(`^(?:${words('share-after')})`, 'u'),
    partitiveAfter: new RegExp(`^的(?![^，。；]{0,10}(?:率|${words('level-nouns')}))[^，。；]`, 'u'),
    referenceBefore: new RegExp(`(?:${guarded('base-yoy', 'base-qoq', 'base-average', 'base-previous')})[^，。；、]{0,16}$`, 'u'),
    sameTime: new RegExp(`^[，；：（]?(?:而|但)?(?:${words('same-time')})${FILLERS}$`, 'u'),
    sinceBefore: new RegExp(
      `(?:${words('base-yoy')})(?:(?:的?[0-9]{1,2}月(?:[0-9]{1,2}[日号]|份|底|初|末)?|[春夏秋冬][天季]?)(?:起|开始|以来)|[春夏秋冬][天季])[^，。；、]{0,16}$`,
      'u',
    ),
    yearly: new RegExp(words('yearly'), 'u'),
    targetVerb: new RegExp(`(?:${guarded('target-verb', 'must')})[^。]*$`, 'u'),
    targetNounBefore: new RegExp(
      `(?:${words('target-noun')})(?:[为是：（]{0,2}(?:${words('target-noun')})?|[为是：][^，。；0-9]{0,8})$`,
      'u',
    ),
    setAgainst: new RegExp(`(?:${words('sides')}|${guarded('compared')}|${guarded('gap-down')})[^，。；、]{0,10}$`, 'u'),
    requirementAfter: new RegExp(`^的[^，。；、0-9]{1,6}?(?:${words('target-after')})`, 'u'),
    apart: new RegExp(`(?:${words('difference-apart')})[约近了]?$`, 'u'),
    sideOfArea: new RegExp(
      `(?:${words('sides')})(?:${wordPattern([...lexicon.regions.self, ...lexicon.regions.areas.flatMap((area) => area.words)])})(?:的|[^，。；、0-9]{2,16})$`,
      'u',
    ),
    // 、蔬菜和水果（43.8%）: one of a list, and no other side.
    aside: new RegExp(`(?<!、[^，。；、（）0-9]{1,12})(?:${guarded('compared')})[^，。；、（）0-9]{1,16}（$`, 'u'),
    averageAfter: new RegExp(
      `^的[^，。；、比较]{0,4}?(?:${wordPattern(cue(lexicon, 'base-average').filter((word) => !opensComparison.test(word)))})`,
      'u',
    ),
    targetAfter: new RegExp(`^的?(?:${words('target-qualifiers')}){0,2}?(?:${words('target-after')})`, 'u'),
    completedOf: new RegExp(`(?:${words('table-done')})[^，。；：0-9]{0,12}$`, 'u'),
    heldWithin: new RegExp(`(?:${words('held-within')})$`, 'u'),
    penaltyAfter: new RegExp(`^的?[，]?(?:${words('penalties')})`, 'u'),
    actual: new RegExp(words('actual'), 'u'),
    already: new RegExp(`(?:${words('already')})$`, 'u'),
    bases: bases.map(([basis, group]) => [basis, new RegExp(guarded(group), 'gu')]),
    flat: new RegExp(words('flat'), 'gu'),
    noneSaid: new RegExp(`^(?:${words('none-said')})[，。；]?$`, 'u'),
    negatedBefore: new RegExp(`(?:${words('event-negation', 'event-negation-detect', 'event-zero', 'count-negation')})$`, 'u'),
    notHappenedBefore: new RegExp(`(?:${words('event-negation')})$`, 'u'),
    distanceBefore: new RegExp(`(?:${guarded('distance')})[^，。；、0-9]{0,14}$`, 'u'),
    distanceAfter: new RegExp(`^[^，。；0-9]{0,8}?[，]?(?:${words('distance-after')})`, 'u'),
    distanceIn: new RegExp(`(?:${guarded('distance')})[^，。；、]{0,24}(?:${words('distance-after')})[^，。；、0-9]{0,4}$`, 'u'),
    totalBefore: new RegExp(`[为是于占][^，。；、0-9]{0,10}(?:${words('totals')})的[约近]?$`, 'u'),
    askedAfter: new RegExp(`^[是为作的][^，。；]{0,10}?(?:${words('event-asked-after')})`, 'u'),
    conditional: new RegExp(`^(?:${words('conditional')})`, 'u'),
    earlierAtHead: new RegExp(`^[，；：]?(?:而|但|可)?(?:(?:${guarded('base-qoq')})()|${guarded('base-yoy')})(?!相?比)`, 'u'),
    otherCounties: new RegExp(words('other-counties'), 'u'),
    theRest: new RegExp(`^(?:${words('the-rest')})`, 'u'),
    ownAverage: new RegExp(`(?:${words('plain-averages')})[为是达到约]{0,2}$`, 'u'),
    placeIn: new RegExp(
      `${counties}|${wordPattern([...lexicon.regions.self, ...lexicon.regions.areas.flatMap((area) => area.words)])}`,
      'u',
    ),
    thisPeriod: back,
    byPlace: new RegExp(`^[从按分]{1,2}(?:${words('place-kinds')})(?:${words('part-views')})[，：]`, 'u'),
    areaSays: new RegExp(
      `(?:${wordPattern(lexicon.regions.areas.flatMap((area) => area.words))})(?:${words('plain-averages')}|平均)?[为是达约]{1,2}$`,
      'u',
    ),
    backAt: (text) => matchesOf(back, text).at(-1)?.index ?? -1,
    collective: new RegExp(`(?:${words('collective')})`, 'u'),
    distributive: new RegExp(words('distributive'), 'u'),
    eachBefore: new RegExp(`(?:${words('distributive')})[^，。；、0-9]{0,4}$`, 'u'),
    collectiveCount: (said) => {
      const count = COUNT_OF_ITEMS.exec(said)?.[1]
      return count ? chineseNumeral(count) : pair.test(said) ? 2 : null
    },
    formerOrLatter: (said) => (former.test(said) ? -2 : latter.test(said) ? -1 : null),
    respectively: new RegExp(words('respectively'), 'gu'),
    gapAfter: new RegExp(`^的?(?:${words('gap-after')})`, 'u'),
    gapDown: new RegExp(`(?:${guarded('gap-down')})[^，。；]{0,16}$`, 'u'),
  }
}

/** The baseline named last in a text, and where it begins; null where none is. */
export function lastBasis(cues: RoleCues, text: string): { readonly basis: Basis; readonly at: number } | null {
  let best: { basis: Basis; at: number; end: number } | null = null
  for (const [basis, pattern] of cues.bases)
    for (const match of matchesOf(pattern, text)) {
      const end = match.index + match[0].length
      if (!best || end > best.end) best = { basis, at: match.index, end }
    }
  return best
}

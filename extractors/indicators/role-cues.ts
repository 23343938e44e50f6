/** The cues that say what a quantity is (role.ts), compiled from the lexicon by cues.ts. */
import type { Basis } from './value.ts'

export interface RoleCues {
  /** A word of direction directly before a number: 上升, 下降. Captures the word. */
  readonly moveBefore: RegExp
  /** A word of direction before a number, anywhere in the words. */
  readonly moveIn: RegExp
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
  /** 全年‹90批次任务›, 全年‹94%的目标›: what the year is named for. */
  readonly taskOfYear: RegExp
  /** 占应装340家的: of what should be there. */
  readonly dueIn: RegExp
  /** 快了3分钟: less of a time, 慢了: more. Captures the word of less. */
  readonly timeMoveBefore: RegExp
  /** 地区要求全年是: what follows directly is asked for. */
  readonly askedBefore: RegExp
  /** （方案要求, （规定; ，标准: what stands alone in front of the number is asked for. */
  readonly askedAside: RegExp
  /** 纳入明年计划: how many have been entered in a plan. */
  readonly enteredIn: RegExp
  /** 符合标准的: what meets one. */
  readonly met: RegExp
  /** ，国标底线分别是, after a level: what follows is asked for. */
  readonly standardHead: RegExp
  /** ，内控 before a bound (≤0.08), after a level. */
  readonly standardSource: RegExp
  /** 不得高于: a bound that prescribes. */
  readonly prescribed: RegExp
  /** 尚不足计划: what follows is by how much a task was not done. */
  readonly underTarget: RegExp
  /** 超标 before 3.6倍. */
  readonly overLimit: RegExp
  /** 任务 alone, between the level that is asked for and how far something is from it. */
  readonly targetAlone: RegExp
  /** 完成率, 覆盖: what tenths that follow are a rate of, and no part of a whole. */
  readonly rateNamed: RegExp
  /** 计划改造危桥: what follows was planned. */
  readonly plannedDeed: RegExp
  /** 去年占: a share of another time. */
  readonly shareOfThen: RegExp
  /** 地区要求, before a bound (不低于98%). */
  readonly askingBefore: RegExp
  /** 低于地区平均1.6分: a side is taken against a baseline, and the number follows it directly. Captures the word of the side. */
  readonly sideBefore: RegExp
  /** 高出全国棉花平均单产11.1公斤/亩: the same, with the name of what is averaged between. */
  readonly sideOfNoun: RegExp
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
  /** 流通领域: a part by its kind. */
  readonly partKind: RegExp
  /** 比起春季，: an earlier point that the clause before compares with. */
  readonly pointOpened: RegExp
  /** Where the other side of a comparison begins. */
  readonly comparedIn: RegExp
  /** 比额敏县, 较第二名: what is compared with is another county or competitor. */
  readonly peerCompared: RegExp
  /** 主要集中在甲（41%）、乙（: what stands in the brackets are parts. */
  readonly sharePlaces: RegExp
  /** 没到: what follows was not reached. */
  readonly unmet: RegExp
  /** 由上年的: what ends with the other side of a movement. */
  readonly fromTail: RegExp
  /** 提高到, 降至 after the earlier level. */
  readonly toAfter: RegExp
  /** 去年11月起, 去年冬天: when something was begun, and no other side. */
  readonly sinceBefore: RegExp
  /** 同期为, at a clause's head: the same stretch of last year. */
  readonly sameTime: RegExp
  /** 降至10件: what stands before it was the level before. */
  readonly arrivesAfter: RegExp
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
  /** 两地, behind the counties: said of them together. */
  readonly jointPlaces: RegExp
  /** 1998年前后铺的: when a thing was made, behind the year. */
  readonly relativeDeed: RegExp
  /** 2020棉花年度: captures the year in which the season begins. */
  readonly seasonYear: RegExp
  /** 采暖季 behind its years: part of a season's name, and no year of its own. */
  readonly seasonTail: RegExp
  /** 最低, 垫底: how far apart it is from another is how far below. */
  readonly lowest: RegExp
  readonly highest: RegExp
  /** 欠着的: which things are counted. */
  readonly owed: RegExp
  /** 优于国家二级标准35微克/立方米 */
  readonly sideOfStandard: RegExp
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
  /** 超额完成年度任务: what follows is how much more it is. */
  readonly overfulfilled: RegExp
  /** 增加值比重, 农业占比: a name that is a part of a whole. */
  readonly shareNoun: RegExp
  /** 占全国的比重持续提升，: the clause before names a share that the number is. */
  readonly shareNamed: RegExp
  readonly actual: RegExp
  /** 现有29个: what there is, also within a plan. */
  readonly already: RegExp
  /** 恢复到2019年同期的112%. */
  readonly recovered: RegExp
  /** 86.5%的基础上再提两个百分点: what one starts from is there already. */
  readonly baseAfter: RegExp
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
  /** 每县（市）: said of each of the counties. */
  readonly everyCounty: RegExp
  /** 与最高的裕民县: whoever is set against the highest is below it. */
  readonly fromHighest: RegExp
  readonly otherCounties: RegExp
  /** 其他: what is left of a whole. */
  readonly theRest: RegExp
  /** 其中, at a sentence's head: parts of what the sentence before has told. */
  readonly ofWhich: RegExp
  /** 容重均值794克/升: an average directly before its number. */
  readonly ownAverage: RegExp
  /** 离第一的塔城市 */
  readonly countyBefore: RegExp
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

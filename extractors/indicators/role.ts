/**
 * Role and basis of a quantity, from the words around it: level or change, reached or asked for, this side of a comparison or the other.
 *
 *   97.5%，同比提高1.1个百分点      actual; change, yoy
 *   比上年同期的96.4%提高1.1…       96.4% is a reference, yoy
 *   由92%提高到95%                  reference, then actual
 *   高出91%的年度目标1.08个百分点   target; change against it
 *   力争达到98%以上                 target
 *   占投诉总量的62%                 share
 *
 * Only words in the quantity's own clause decide between level and change; a baseline may stand earlier in the sentence.
 */
import type { Quantity } from '../quantities/quantity.ts'
import { baseline, earlierPeriod } from './baseline.ts'
import { lastBasis } from './cues.ts'
import { referenceBasis } from './reference.ts'
import type { RoleContext } from './role-context.ts'
import type { RoleCues } from './role-cues.ts'
import type { Basis, Role } from './value.ts'

export interface RoleReading {
  readonly role: Role
  readonly basis: Basis | null
  /** The change's direction: the value's sign. */
  readonly sign: 1 | -1
  /** True for what leans on a level stated before: a change, a rank, the level it is compared with or held against. */
  readonly leans: boolean
  /** True where the words of a bound say how something stands to the level, and are no bound of its own. */
  readonly exact?: boolean
}

const reading = (role: Role, basis: Basis | null = null, sign: 1 | -1 = 1, leans = LEANING.has(role)): RoleReading => ({
  role,
  basis,
  sign,
  leans,
})

const LEANING: ReadonlySet<Role> = new Set(['change', 'rank', 'reference'])

export function readRole(cues: RoleCues, quantity: Quantity, written: RoleContext): RoleReading {
  const context = { ...written, lead: toldOf(cues, written.lead) }
  const { lead, clauseBefore } = context
  if (quantity.rank) return reading('rank')
  if (quantity.moved) return isGoverned(cues, context) ? reading('target') : reading('change', baseline(cues, context))
  // 低于91%的年度目标: the level that the actual is set against.
  if (quantity.unit !== '个百分点' && cues.targetAfter.test(context.after) && !isCountOf(quantity, context))
    return reading('target', null, askedSign(cues, lead), true)
  const isLevel = quantity.unit !== '个百分点' && quantity.unit !== '倍'
  if (isLevel && (quantity.unit !== '%' || context.level !== null) && cues.sideOfStandard.test(lead))
    return reading('target', null, 1, true)
  if (
    quantity.unit !== '个百分点' &&
    (cues.averageAfter.test(context.after) || (MEAN_OF.test(context.after) && cues.setAgainst.test(lead)))
  )
    return reading('reference', 'average')
  // 计划改造危桥6座，实际完成5座
  if (context.counting && cues.actual.test(context.next) && cues.plannedDeed.test(lead)) return reading('target', null, 1, false)
  if (isPrescribed(cues, quantity, context)) return reading('target', null, 1, context.level !== null)
  if (quantity.unit !== '个百分点' && cues.requirementAfter.test(context.after) && cues.setAgainst.test(lead + context.bound))
    return { ...reading('target', null, 1, true), ...(context.bound === '' ? {} : { exact: true }) }
  // 依从率88.6%，没到90%: a level that was not reached.
  if (quantity.comparator === '<' && context.bare && context.level !== null && cues.unmet.test(context.bound))
    return { ...reading('target', null, 1, true), exact: true }
  if (isThreshold(cues, quantity, context)) return { ...reading('target'), exact: true }
  if (cues.completedOf.test(lead) && PART_OF_IT.test(context.after)) return reading('target', null, 1, true)
  if (cues.heldWithin.test(lead) && context.bare && quantity.comparator === '<=' && context.level !== null) return reading('target')
  // 完成17亿元，超额完成年度任务2.1亿元: by how much what was asked for is exceeded.
  if (context.level !== null && cues.overfulfilled.test(lead)) return reading('change', 'target')
  const missed = missedBy(cues, quantity, context)
  if (missed) return missed
  const ratio = ratioOf(cues, quantity, context)
  if (ratio) return ratio
  const ahead = isAhead(cues, quantity, context)
  // 离第一的塔城市99.3%差0.4个百分点
  if (ahead) return cues.countyBefore.test(lead) ? reading('reference', 'peer') : reading('target', null, 1, true)
  if (TIME.has(quantity.unit)) {
    const moved = cues.timeMoveBefore.exec(lead)
    if (moved) return reading(isGoverned(cues, context) ? 'target' : 'change', baseline(cues, context), moved[1] ? -1 : 1)
  }
  // 高出去年同期6.9元近五成: directly behind the level that it is set against.
  if (lead === '' && RELATIVE.has(quantity.unit) && context.against !== null && context.against !== 'target')
    return reading('change', context.against, cues.gapDown.test(clauseBefore) ? -1 : 1)
  // 高于自治区平均81.9分0.7分: so small beside the level just set against that it can only be the gap.
  if (lead === '' && context.against !== null && context.level !== null && quantity.value < GAP * context.level)
    return reading('change', context.against, cues.gapDown.test(clauseBefore) ? -1 : 1)
  const label = cues.changeLabel.exec(lead)?.[1]
  if (label !== undefined) return reading('change', baseline(cues, context), cues.down.has(label) ? -1 : 1)
  const side = quantity.unit === '%' || context.level === null ? null : (cues.sideBefore.exec(lead) ?? cues.sideOfNoun.exec(lead))
  // 80.4分…低于地区平均1.6分: so small beside its level that it can only be the gap.
  if (side && quantity.value < GAP * (context.level ?? 0))
    return reading('change', baseline(cues, context), cues.gapDown.test(lead) ? -1 : 1)
  // 欠着的7台: which ones, not by how many.
  const isWhich = context.counting && cues.owed.test(lead)
  const move = isWhich || cues.levelBefore.test(lead) ? null : cues.moveBefore.exec(lead)
  const isSided = lastBasis(cues, clauseBefore) !== null || context.compared.side !== null
  const act = move === null && !cues.levelBefore.test(lead) && isSided ? cues.actBefore.exec(lead) : null
  const word = move?.[1] ?? act?.[1] ?? (context.against === null ? undefined : cues.comparative.exec(lead)?.[1])
  const moved = word !== undefined && !isOwnBound(quantity, word) ? word : null
  if (quantity.unit === '个百分点' || moved !== null) {
    const sign =
      (cues.apart.test(lead) &&
        (context.below ||
          cues.fromHighest.test(clauseBefore) ||
          isLowest(cues, context.sentenceBefore.slice(-LOW_BACK)) ||
          isOneSided(context.against ?? baseline(cues, context)))) ||
      (cues.down.has(moved ?? '') && !(moved === '差' && cues.highest.test(lead))) ||
      (moved === null &&
        (cues.gapDown.test(lead) ||
          cues.gapDown.test(clauseBefore) ||
          cues.distanceIn.test(clauseBefore) ||
          cues.gapAfter.test(context.after)))
        ? -1
        : 1
    // 安排抽查80批次，较上年增加15批次: what is asked for is the level, and this is how far it is from another.
    const from = context.afterTarget && !cues.targetVerb.test(clauseBefore) ? baseline(cues, { ...context, near: null }) : null
    if (from) return reading('change', from, sign)
    return isGoverned(cues, context) ? reading('target', null, sign) : reading('change', baseline(cues, context), sign)
  }
  // 占46%，去年占42%: the share of then.
  if (context.afterShare && quantity.unit === '%' && cues.shareOfThen.test(lead))
    return reading('reference', lastBasis(cues, lead)?.basis ?? 'previous')
  const asked = isAskedFor(cues, context, quantity.comparator !== '=')
  if (!asked && (quantity.unit === '%' || quantity.unit === '‰') && isShare(cues, quantity, context)) return reading('share')
  // 高于年初提出的95%: who asked for it decides, not when.
  if (asked && (quantity.unit === '%' || cues.setAgainst.test(lead)) && cues.askedBefore.test(lead))
    return reading('target', null, 1, context.bare || cues.setAgainst.test(lead))
  const reference = referenceBasis(cues, context)
  // 是上年同期的1.5倍: how many times, no level of last year.
  if (quantity.unit === '倍' && TIMES_OF.test(lead) && context.near && context.near !== 'target') return reading('change', context.near)
  if (quantity.unit === '倍' && TIMES_OF.test(lead) && (reference ?? earlierPeriod(lead, context.period)))
    return reading('change', reference ?? earlierPeriod(lead, context.period))
  // 约为第一家的2.7倍
  if (quantity.unit === '倍' && TIMES_AS_MUCH.test(lead)) return reading('change', 'peer')
  // 恢复到2019年同期的112%: how much of that level is reached again, no level of then.
  if (quantity.unit === '%' && cues.recovered.test(lead)) return reading('change', reference ?? earlierPeriod(lead, context.period))
  // 接待游客61.4万人次，仅为上年的58%: a part of last year's count, no level of last year.
  if (reference && quantity.unit === '%' && context.counted && RATIO_TO.test(lead)) return reading('change', reference)
  // 同比-12.5%: a level has no sign.
  if (reference && quantity.signed) return reading('change', reference)
  // 12次，上年同期19次，-36.8%
  if (quantity.signed && quantity.unit === '%' && context.bare && context.near && context.near !== 'target')
    return reading('change', context.near)
  if (reference) return reading('reference', reference)
  if (!asked && context.compared.side && context.compared.gap) return reading('reference', context.compared.side.basis)
  if (asked) return reading('target')
  return reading('actual')
}

/** 高于全地区水平的县（市）为塔城市98.7%: what tells which counties are meant says nothing of their level. */
const toldOf = (cues: RoleCues, lead: string): string => (WHICH.test(lead) && cues.countyBefore.test(lead) ? lead.replace(WHICH, '') : lead)
const WHICH = /^[^。；]{2,24}的(?:各?县（?市）?)?(?:有|为|是|包括)：?(?=[^，。；0-9的]{2,8}$)/u

/** 不得高于2起; 3.26%，国标底线是2.8%; 0.06mg/L，内控≤0.08mg/L: what a standard sets, after the level that it is set for. Counts stand beside standards that are counted. */
function isPrescribed(cues: RoleCues, { unit, comparator }: Quantity, { bound, lead, level }: RoleContext): boolean {
  if (cues.prescribed.test(bound)) return true
  if (unit === '个百分点' || unit === '倍' || level === null) return false
  if ((comparator === '>=' || comparator === '<=') && cues.standardSource.test(lead)) return true
  return !COUNTS_OF_STANDARDS.has(unit) && cues.standardHead.test(lead) && !cues.met.test(lead)
}

/** What is counted may be standards themselves, or what meets them. */
const COUNTS_OF_STANDARDS: ReadonlySet<string> = new Set(['项', '个', '件', '批次', '组', '份', '家', '户', '起', '台', '套', '人'])

/** 计划3.0万吨，尚不足计划0.1万吨; 超过1200人次任务百分之五; 超标3.6倍: by how much what is asked for was missed or passed. */
function missedBy(cues: RoleCues, { unit, value }: Quantity, { lead, level, against, clauseBefore }: RoleContext): RoleReading | null {
  if (unit === '倍' && cues.overLimit.test(lead)) return reading('change', 'target')
  if (level !== null && value < GAP * level && cues.underTarget.test(lead)) return reading('change', 'target', -1)
  const before = clauseBefore.slice(0, clauseBefore.length - lead.length)
  const sided = RELATIVE.has(unit) && against === 'target' && cues.targetAlone.test(lead) && SIDED.test(before)
  return sided ? reading('change', 'target', SIDED_BELOW.test(before) ? -1 : 1) : null
}
const SIDED = /[超高多过低少不]/u
const SIDED_BELOW = /[低少不]/u

/** 占来电1720件的25%, 是去年同期2.1万亩的两倍: how much of the level just stated something is. What is done of a task is a degree of completion. */
function ratioOf(cues: RoleCues, { unit }: Quantity, { lead, clauseBefore, against }: RoleContext): RoleReading | null {
  if (unit !== '倍' && unit !== '%' && unit !== '‰') return null
  if (unit !== '倍' && cues.totalBefore.test(lead)) return reading('share')
  // 升至二季度的95.8%: what stands before 的 is when, no level.
  if (!OF_LEVEL.test(lead) || cues.levelBefore.test(clauseBefore)) return null
  if (cues.taskIn.test(clauseBefore) || cues.dueIn.test(clauseBefore)) return null
  if (cues.shareBefore.test(clauseBefore)) return unit === '倍' ? null : reading('share')
  return against !== null && against !== 'target' ? reading('change', against) : null
}
const OF_LEVEL = /^\p{Script=Han}{0,6}?的[约近]?$/u

/** 发布两项国家标准: so many standards are counted; 6个的设计要求 is what is asked for. */
const isCountOf = ({ unit }: Quantity, { after }: RoleContext): boolean => (unit === '项' || unit === '个') && !after.startsWith('的')

/** 距98%还有0.8个百分点: what is still ahead is asked for, unless it is named as another's level. */
function isAhead(cues: RoleCues, { unit }: Quantity, { lead, after }: RoleContext): boolean {
  if (unit === '个百分点' || !cues.distanceBefore.test(lead) || !cues.distanceAfter.test(after)) return false
  const named = lastBasis(cues, lead)
  return named === null || named.basis === 'target'
}

/** 优于减少5%的指标: what is asked for is a fall; 低于5%的指标 is none. */
function askedSign(cues: RoleCues, lead: string): 1 | -1 {
  const word = cues.levelBefore.test(lead) ? undefined : cues.moveBefore.exec(lead)?.[1]
  return word !== undefined && cues.down.has(word) && !cues.gapDown.test(lead) ? -1 : 1
}

/** 完成年度指标650份的109.5% */
const PART_OF_IT = /^的[0-9.]+%/u

/** 合格率低于95%的县（市）加抽30批次; 定检率未达100%扣1分: the level that decides what is done. */
function isThreshold(cues: RoleCues, { comparator }: Quantity, { after, planned }: RoleContext): boolean {
  if (comparator !== '<' && comparator !== '>') return false
  return cues.penaltyAfter.test(after) || (planned && CONDITION.test(after))
}
const CONDITION = /^的/u

/** 仅为上年的, 相当于去年同期的 */
const RATIO_TO = /^[，：]?(?:仅|只|约)?(?:为|是|相当于|有)[^，。；0-9]{1,10}(?:[0-9]{4}年)?[^，。；0-9]{0,4}的[约近]?$/u
/** 跟全疆28.8毫米的平均 */
const MEAN_OF = /^的平均(?![^，。；0-9]{0,4}率)/u
/** 约为头一家的, 相当于其余各家的 */
const TIMES_AS_MUCH = /(?:[为是]|相当于|达到?)[^，。；、0-9]{2,12}的[约近]?$/u
/** 是2015年的三倍 */
const TIMES_OF = /的$/u

/** 合格率最低，仅90.3%，与塔城市相差5.9个百分点: so far back it is said. */
const LOW_BACK = 60
const isLowest = (cues: RoleCues, words: string): boolean => cues.lowest.test(words) && !cues.highest.test(words)

/** 与目标相差1.2个百分点 is below it; 最高的与最低的相差1.2个百分点 is on no side. */
const isOneSided = (basis: Basis | null): boolean => basis === 'target' || basis === 'average'

const RELATIVE: ReadonlySet<string> = new Set(['%', '倍'])
/** A gap is a small part of its level. */
const GAP = 0.4
const TIME: ReadonlySet<string> = new Set(['分钟', '小时', '天', '个工作日', '日', '秒'])

/** 占投诉总量的62%; 近七成的投诉集中在服务领域; 收入不足三成来自委托检验. */
function isShare(
  cues: RoleCues,
  { chinese, step }: Quantity,
  { lead, bound, bare, after, sentenceBefore, clauseBefore, afterShare, counted }: RoleContext,
): boolean {
  const isTenth = chinese && step >= TENTH
  // 占44.2%，其次为购物（25.6%）和导游服务（11.6%）
  if (afterShare && LISTED_BESIDE.test(lead) && after.startsWith('）')) return true
  // 不满意件主要出在物业（41%）、供水（22%）
  if (after.startsWith('）') && cues.sharePlaces.test(sentenceBefore)) return true
  // 三成企业首次送检
  if (chinese && OPENS.test(lead) && NOUN.test(after)) return true
  // 独占一半，为50.0%
  if (afterShare && SAID_AGAIN.test(lead)) return true
  // 沙尘七成多, 才21处，不足四成: tenths are of a whole, unless a rate is named.
  if (
    isTenth &&
    !RATE_TOLD.test(sentenceBefore) &&
    !cues.rateNamed.test(clauseBefore) &&
    !cues.comparedBefore.test(lead) &&
    (bare ? counted : !ARRIVES.test(lead) && !cues.fromTail.test(lead))
  )
    return true
  // 有效商标中真正在用的不到四成
  // 60个摊位中签订承诺书的不足40%
  if ((chinese || counted) && AMONG.test(lead)) return true
  // 占规模以上工业的比重达到22%; 第二产业增加值比重为34.9%
  if (cues.shareNoun.test(lead + bound)) return true
  if (bare && cues.shareNamed.test(sentenceBefore)) return true
  // 优等品占比由62%提高到66%: the level before it moved.
  const part = cues.shareBefore.exec(lead + bound)?.[0]
  if (part !== undefined && (cues.fromTail.test(part) || (cues.comparedBefore.test(part) && lastBasis(cues, part) !== null))) return false
  if (part !== undefined) return !cues.levelBefore.test(lead) && !cues.completionBefore.test(lead) && !cues.dueIn.test(clauseBefore)
  return cues.shareAfter.test(after) || cues.shareList.test(sentenceBefore) || (bare && cues.partitiveAfter.test(after))
}

/** 成 counts in tenths. */
const TENTH = 10
/** 牛79.6%、骆驼不足六成: a rate in the same part of the sentence. */
const RATE_TOLD = /%[^；]*$/u
const ARRIVES = /[到至成为][约近了]?$/u
const SAID_AGAIN = /^(?:，?(?:也就是|就是|即|约?为|是|达)[约近]?|（)$/u
const LISTED_BESIDE = /^[）]?[，、；和及与]?\p{Script=Han}{1,14}（$/u
const AMONG = /[中里]，?[^，。；中里率]{0,12}的[^，。；率]{0,4}$/u
const OPENS = /^(?:[，；：]|其中|里头|里面|另外|[有近约但而又还另尚也])*$/u
const NOUN = /^(?!左右|以上|以下|上下|多[，。])\p{Script=Han}{2}/u

/** 高于91%, 超3%: the word is the quantity's own bound, already read as its comparator. */
function isOwnBound(quantity: Quantity, word: string): boolean {
  return quantity.comparator !== '=' && quantity.comparator !== '~' && (word.endsWith('于') || word === '超')
}

/** 力争, 确保 and the like govern what follows them until the sentence ends; a heading about what is to come governs all below it. */
function isGoverned(cues: RoleCues, { lead, sentenceBefore, clauseBefore, planned, foreseen, after }: RoleContext): boolean {
  if (cues.actual.test(clauseBefore) || cues.already.test(lead) || cues.baseAfter.test(after)) return false
  if (planned || foreseen) return true
  const asked = cues.targetVerb.exec(sentenceBefore.includes('为') ? sentenceBefore.replace(PURPOSE, '') : sentenceBefore)
  // 计划培训600人次，已完成420人次，完成率70%: what was done ends what was asked for.
  return asked !== null && !cues.actual.test(asked[0])
}

/** 为确保出行安全，对…进行了检查: what something was done for, and not what is asked of it. */
const PURPOSE = /(?<=^|[，；：])为了?[^，。；：]{2,40}，/gu

/** `bounded`: the level has a bound of its own (规定90%以上). */
function isAskedFor(cues: RoleCues, context: RoleContext, bounded: boolean): boolean {
  const { lead } = context
  if (cues.comparedBefore.test(lead) && (cues.requiredBefore.test(lead) || cues.completionBefore.test(lead))) return true
  if (cues.askedBefore.test(lead) || cues.askedAside.test(lead) || (bounded && cues.askingBefore.test(lead))) return true
  return (cues.targetNounBefore.test(lead) && !cues.enteredIn.test(lead)) || isGoverned(cues, context)
}

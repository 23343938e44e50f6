/**
 * How far an honour is won: obtained, pending, applied for, being created, planned, revoked, or not to be counted at all.
 *
 * The words of its clause decide, in this order: a denial; 创建单位 and the like behind the title; 撤销; 公示; a result behind the title or in the next
 * clause (申报…，已获批); a stage of applying (通过初评); else the verb nearest before the title, else the first behind it; without any, a list that the
 * title is the label of (国家AAA级旅游景区：甲景区、乙景区). 申报 is never 获得.
 * A county's own selections and meetings are no honours. Which words mean what stands in corpus/lexicon/cues/honours.yaml.
 */
import type { Span } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { AchievementStatus } from './achievement.ts'
import { createByAgentReader } from './by-agent.ts'
import { createVerbReader, REWARD } from './by-verb.ts'
import { COUNTED } from './counted.ts'
import { deniedOfAll, takenAway } from './denials.ts'
import { createEvidenceReader, type Surroundings } from './evidence.ts'
import { createFollowingReader } from './following.ts'
import { createGiverActReader } from './giver-acts.ts'
import type { Honour } from './honour.ts'
import { createIntentionReader } from './intention.ts'
import type { Item } from './items.ts'
import { labelOf, statusAbove } from './labels.ts'
import { isAbove, type LevelReader } from './level.ts'
import { createReviewFrame } from './review-frame.ts'
import { type Cue, createScan } from './scan.ts'
import { type StatusGroup as Group, says as is, statusOf } from './status.ts'
import { createTitleRowReader, type Told } from './title-rows.ts'
import type { TopicReader } from './topic.ts'

export interface Standing {
  readonly status: AchievementStatus
  /** The word that decided. */
  readonly verb: Span
  /** Where the subject's words end: at the first verb before the title, else at the title. */
  readonly subjectEnd: number
  readonly notes: readonly string[]
  /** Taken from behind the title or the next clause. */
  readonly indirect: boolean
  /** The verbs before the title in its clause. */
  readonly ahead: readonly Cue[]
  /** Listed without a verb. */
  readonly item: Item | null
  /** Whose it is, where the order of the words says so: a row that its title opens, or by whom it was won behind the title. */
  readonly told?: Told['holder']
  /** Who gives it, where the same order of words names them. */
  readonly by?: string
}

export type StandingReader = (around: Surroundings, index: number, before: Standing | null) => Standing | null

/** 、 and the like between two titles, or a comma with nothing else. */
const JOINED = /^[”’]?(?:奖项|[0-9]{0,3}[个项张件家处座])?(?:(?:、|和|与|及|以及|或|并|”“|“)[^，；]*|[，；](?:以及|和|及|同时)?“?)?$/u
/** 地理标志‹产品保护›申请 */
const LONGEST_KIND = 6
const LONGEST_WINNER = 8
const REASON = /^[因由][^，；]{1,24}$/u
const LABEL_ONLY = /^[\s（(0-9\p{No}一二三四五六七八九十）)、.．是—–\-•·●◆*【】]{0,8}$/u

/** Said not to be won, or of something else. */
const REFUSED = 'refused'

export function createStandingReader(lexicon: Lexicon, levels: LevelReader, topicOf: TopicReader): StandingReader {
  const passive = createScan(lexicon, ['honour-passive'])
  const about = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-about'))})$`, 'u')
  /** ‹依托›农业农村部批复的…创建项目，我市建成…: says by what means something else was done. */
  const leaning = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-leaning'))})`, 'u')
  const held = new RegExp(`^[”’]?(?:${wordPattern(cue(lexicon, 'honour-ground'))})`, 'u')
  /** 创建‹规划›已获批复: what has come of it is the document's. */
  const paper = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-paper'))})`, 'u')
  const unsent = new RegExp(
    `^(?:${wordPattern([...cue(lexicon, 'honour-not'), ...cue(lexicon, 'honour-negative')])})(?:${wordPattern(cue(lexicon, 'honour-applied'))})`,
    'u',
  )
  /** ‹到›“中国质量奖”获奖企业某集团‹参观学习› */
  const visitAhead = new RegExp(wordPattern(cue(lexicon, 'honour-visit-to')), 'u')
  const visitBehind = new RegExp(wordPattern(cue(lexicon, 'honour-visit')), 'u')
  const toward = new RegExp(`^[”’]?\\p{Script=Han}{0,2}(?:${wordPattern(cue(lexicon, 'honour-toward'))})`, 'u')
  const restored = new RegExp(`(?<![未没])(?:${wordPattern(cue(lexicon, 'honour-restored'))})`, 'u')
  const activity = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-not-after'))})`, 'u')
  /** ‹国家知识产权局公布›2020年度…优势企业名单，甲公司榜上有名 */
  const announced = new RegExp(
    `^[^，；：]{0,26}(?:${wordPattern([...cue(lexicon, 'honour-organ'), ...cue(lexicon, 'honour-level-social')])})\\p{Script=Han}{0,6}(?:${wordPattern(cue(lexicon, 'honour-announce'))})了?$`,
    'u',
  )
  const papers = new RegExp(`^的(?:${wordPattern(cue(lexicon, 'honour-papers'))})`, 'u')
  const following = createFollowingReader(lexicon)
  const reviewFrame = createReviewFrame(lexicon)
  const verbs = createVerbReader(lexicon, levels)
  const evidenceOf = createEvidenceReader(lexicon, levels)
  /** 某牧场新增…景区‹一块牌› */
  const plaque = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-plaque'))})`, 'u')
  const rowOf = createTitleRowReader(lexicon, levels)
  const byAgent = createByAgentReader(lexicon)
  const giverAct = createGiverActReader(lexicon, levels)
  /** 由‹AAA级›升格为…: what it was before. */
  const formerly = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-from'))})$`, 'u')
  const intention = createIntentionReader(lexicon)
  /** …候选名单，‹结果尚未公布›: says no more of it. */
  const outcome = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-outcome'))})`, 'u')
  /** 拟‹被认定为›: chosen, and not yet announced. */
  const givenSoon = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-pending-lead'))})$`, 'u')
  const giving = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-passive'))})?(?:${wordPattern(cue(lexicon, 'honour-give'))})`, 'u')
  const winner = new RegExp(`^[”’]?(?:${wordPattern(cue(lexicon, 'honour-winner'))})`, 'u')

  const settle = (around: Surroundings, index: number, before: Standing | null): Standing | typeof REFUSED | null => {
    const { text, outside } = around
    const honour = around.honours[index] as Honour
    const { note } = honour
    const { clause, clauseIndex, clauseEnd, previous, shared, lower, ahead, behind, near, nearest, first, listing } = evidenceOf(
      around,
      index,
    )
    const say = (status: AchievementStatus, verb: Span, indirect: boolean, ...notes: readonly string[]): Standing => ({
      status,
      verb,
      subjectEnd: first?.start ?? honour.start,
      notes,
      indirect,
      ahead,
      item: listing,
    })
    const of = (group: Group): Cue | undefined => ahead.find((found) => is(found, group)) ?? behind.find((found) => is(found, group))

    const told = rowOf(around, index, before) ?? byAgent(text, outside, honour, nearest)
    if (told) return told.status === null ? REFUSED : { ...say(told.status, told.verb, true), item: null, told: told.holder }
    const given = giverAct(text, clause, honour, lower)
    if (given && !of('honour-negative'))
      return {
        ...say(given.status, given.verb, false),
        item: null,
        by: given.giver,
        ...(given.holder ? { told: given.holder } : { subjectEnd: given.verb.start }),
      }
    const hung = nearest || honour.weak ? null : plaque.exec(text.slice(honour.tailEnd))
    if (hung && behind.length === 0) return say('obtained', { start: honour.tailEnd, end: honour.tailEnd + hung[0].length }, true)
    if (visitBehind.test(text.slice(honour.tailEnd, clauseEnd)) && visitAhead.test(text.slice(clause.start, honour.start))) return REFUSED
    if (/向[“‘]?$/u.test(text.slice(lower, honour.start)) && toward.test(text.slice(honour.tailEnd)))
      return { ...say('planned', honour, false), item: null }
    const denied = of('honour-negative') ?? (shared && !nearest ? deniedOfAll(around, index, clauseEnd) : undefined)
    const follow = shared ? null : following(around, clauseIndex, nearest === undefined)
    const gone =
      denied && (takenAway(behind, denied) ?? (follow?.status === 'revoked' && denied.start > honour.start ? follow.verb : undefined))
    if (gone && (!nearest || nearest === denied)) return say('revoked', gone, true)
    if (denied || note?.status === null) return REFUSED
    const reviewed = shared ? null : reviewFrame(around, honour)
    if (reviewed) return reviewed.status === null ? REFUSED : say(reviewed.status, reviewed.verb, true)
    if (formerly.test(text.slice(lower, honour.start))) return null
    // 在已取得‹…二级企业›基础上: held already.
    if (held.test(text.slice(honour.tailEnd)) && is(nearest, 'honour-obtained')) return say('obtained', nearest as Cue, false)
    // …牌子，因消防不过关被摘了下来: had, and lost.
    if (listing?.certain && follow?.status === 'revoked') return { ...say('revoked', follow.verb, true), item: null }
    if (listing?.certain && follow?.status !== 'applied') return say(listing.status, honour, false)
    // 拟申请…，材料‹尚未上报›: meant, and not denied.
    const isUnsent = follow?.status === null && unsent.test(text.slice(follow.verb.start)) && is(nearest, 'honour-applied')
    if (isUnsent) return say('planned', nearest as Cue, false)
    if (follow && follow.status === null) return REFUSED
    // 申报某奖的“甲”已过初评: said of what is applied for it.
    const applicant = is(nearest, 'honour-applied') && text.startsWith('的“', honour.tailEnd) ? statusOf(behind) : undefined
    if (applicant) return say(applicant, behind.at(-1) as Cue, true)
    // 完成申报…的‹材料›
    if (is(nearest, 'honour-applied') && papers.test(text.slice(honour.tailEnd))) return say('applied', nearest as Cue, false)
    if (attributive(text, honour, nearest)) return follow?.status === 'creating' ? say('creating', follow.verb, true) : REFUSED
    const won = winner.exec(text.slice(honour.tailEnd, honour.tailEnd + LONGEST_WINNER))?.[0]
    if (won) return say('obtained', { start: honour.tailEnd, end: honour.tailEnd + won.length }, true)
    const isAnnounced = honour.tailEnd > honour.end && announced.test(text.slice(lower, honour.start).replace(/[“‘]$/u, ''))
    const governed = !honour.plain || verbs.governs(text, honour, nearest) || isAnnounced
    const joined = inherited(text, lower, honour, previous, before)
    // 国家知识产权优势企业：甲公司、乙公司
    const opensList =
      /^(?:：|——)/u.test(text.slice(honour.tailEnd)) &&
      LABEL_ONLY.test(text.slice(Math.max(clause.start, labelOf(around.labels, honour.start)?.end ?? 0), honour.start))
    const isTopic = opensList ? !behind[0] : follow !== null && honour.start - lower <= 1
    if (!governed && !joined && !listing && !(isTopic && !honour.headless) && !isSaidOf(text, honour, behind[0])) return null
    // 通过“双认证”（10月16日现场评审）: by which stage it was won.
    const isStage = note?.status === 'applied' && is(nearest, 'honour-obtained') && governed
    if (note?.status && !note.given && !isStage && (nearest || listing || joined)) return say(note.status, note, true)
    const ofPaper = near !== undefined && is(near, 'honour-creating-after') && paper.test(text.slice(near.end))
    const result = ofPaper ? undefined : behind.find((found) => is(found, 'honour-obtained-after', 'honour-listed'))
    const stage = of('honour-applied-after')
    if (of('honour-revoked') && is(near, 'honour-creating-after') && ahead.some((found) => is(found, 'honour-revoked'))) return REFUSED
    // 申报…‹培育建设库›: the list is part of the title's own name, and asked for.
    const isAskedFor = near !== undefined && near.start < honour.end && is(nearest, 'honour-applied')
    if (near && is(near, 'honour-creating-after') && !isAskedFor && !result && !stage && follow?.status !== 'obtained') {
      if (!nearest && (about.test(text.slice(lower, honour.start).replace(/[“‘]$/u, '')) || leaning.test(text.slice(lower, honour.start))))
        return REFUSED
      if (is(nearest, 'honour-own-act') || activity.test(text.slice(near.end))) return REFUSED
      return say('creating', near, !nearest)
    }
    const revoked = of('honour-revoked')
    if (revoked && is(near, 'honour-applied-after', 'honour-creating-after')) return REFUSED
    // 被暂停，10月整改后恢复
    const isBack = revoked !== undefined && restored.test(/^[^；。]*/u.exec(text.slice(revoked.end))?.[0] ?? '')
    if (revoked && isBack) return say('obtained', revoked, true)
    if (revoked) return say('revoked', revoked, revoked.start > honour.start)
    const pending =
      of('honour-pending') ??
      (nearest && givenSoon.test(text.slice(lower, nearest.start)) && giving.test(nearest.word) ? nearest : undefined)
    const isOvertaken =
      follow?.status === 'applied' &&
      pending !== undefined &&
      pending.end <= follow.verb.start &&
      !outcome.test(text.slice(follow.verb.start))
    if (pending && !isOvertaken) return say('pending', pending, pending.start > honour.start)
    if (result) return say('obtained', result, true)
    const by = passive(text.slice(lower, honour.start)).at(-1)
    if (!nearest && !honour.plain && by && lower + by.end === honour.start)
      return { ...say('obtained', honour, true), subjectEnd: lower + by.start }
    const applications = behind.filter((found) => is(found, 'honour-applied'))
    if (applications.length > 1 && (applications[0] as Cue).start - honour.tailEnd <= LONGEST_KIND)
      return say('applied', applications.at(-1) as Cue, true)
    // 新疆名牌产品：某烧结砖因停产，称号被撤销: whose it is stands behind the colon.
    if (follow?.status) return { ...say(follow.status, opensList ? honour : follow.verb, true), ...(opensList && { item: null }) }
    if (stage) return say('applied', stage, true)
    const retained = behind.find((found) => is(found, 'honour-retained')) ?? (is(nearest, 'honour-retained') ? nearest : undefined)
    if (retained) return say('obtained', retained, false)
    if (nearest) {
      if (!governed) return joined
      const verdict = verbs.says(around, honour, nearest)
      return verdict === null ? REFUSED : say(verdict.status, nearest, false, ...verdict.notes)
    }
    const intended = ahead.findLast((found) => is(found, 'honour-planned'))
    if (intended && honour.start - intended.end <= 1) return { ...say('planned', intended, false), item: null }
    const after = behind[0]
    const isLabel = !after && opensList
    if (isLabel && !honour.weak && above(honour))
      return { ...say(saidOfRow(around, honour) ?? statusAbove(around.labels, honour.start) ?? 'obtained', honour, true), item: null }
    if (joined) return joined
    if (
      !after &&
      listing &&
      !honour.weak &&
      (above(honour) || note?.giver || isAbove(listing.label?.level ?? levels.in(text.slice(listing.lead.start, listing.lead.end))))
    )
      return say(listing.status, honour, false)
    if (honour.weak || honour.plain || !after || is(after, 'honour-own-act')) return null
    if (is(after, 'honour-applied', 'honour-ambiguous')) return say('applied', after, true)
    if (is(after, 'honour-creating', 'honour-creating-after')) return say('creating', after, true)
    if (is(after, 'honour-give') && text.slice(honour.end, after.start).length <= 2 && !REWARD.test(text.slice(after.end)))
      return around.issuedAbove || verbs.given(text.slice(clause.start, honour.start), honour) ? say('obtained', after, true) : null
    return null
  }

  const above = ({ award, title }: Pick<Honour, 'award' | 'title'>): boolean => isAbove(award?.level ?? levels.in(title))

  return (around, index, before) => {
    const honour = around.honours[index] as Honour
    const settled = settle(around, index, before)
    const told = settled === null ? topicOf(around, index) : null
    const standing = settled === REFUSED ? null : (settled ?? (told?.status ? bySubject(honour, told.status, told) : null))
    return standing && intention.isMeant(around, honour, standing, before) ? { ...standing, status: 'planned' } : standing
  }
}

/** Told of a title by the words of its item. */
function bySubject({ start }: Honour, status: AchievementStatus, { verb, holder }: Told): Standing {
  return { status, verb, subjectEnd: start, notes: [], indirect: true, ahead: [], item: null, told: holder }
}

/** Directly behind it; what was taken away, with the reason between: ‹因为卫生反弹›被取消. */
function isSaidOf(text: string, { tailEnd }: Honour, said: Cue | undefined): boolean {
  const between = text.slice(tailEnd, said?.start)
  return said !== undefined && (between.length <= 4 || (is(said, 'honour-revoked') && REASON.test(between)))
}

/** What the words behind a title, up to the next ；, say of it: 国家森林乡镇：郊区乡（创建期）. */
function saidOfRow({ text, cues }: Surroundings, { tailEnd }: Honour): AchievementStatus | undefined {
  const stop = text.slice(tailEnd).search(/[；。]/u)
  const end = stop < 0 ? text.length : tailEnd + stop
  return statusOf(cues.filter((found) => found.start >= tailEnd && found.end <= end)) ?? undefined
}

/** 争创政府质量奖的积极性: what is said is said of the noun behind. */
function attributive(text: string, honour: Honour, nearest: Cue | undefined): boolean {
  return text[honour.tailEnd] === '的' && !is(nearest, 'honour-obtained', 'honour-revoked')
}

/** 申报“红花杯”和“天山奖”: the second title shares the first one's verb. */
function inherited(text: string, lower: number, honour: Honour, previous: Honour | undefined, before: Standing | null): Standing | null {
  if (!previous || !before || before.item) return null
  const between = text.slice(previous.wholeEnd, honour.start)
  const nextCounted = COUNTED.test(between) && /^[，；]$/u.test(between.replace(COUNTED, '')) && COUNTED.test(text.slice(honour.tailEnd))
  if (nextCounted && !honour.weak) return before
  const joined = (lower === previous.wholeEnd || previous.note !== null) && JOINED.test(between) && between.length <= 12
  return joined ? before : null
}

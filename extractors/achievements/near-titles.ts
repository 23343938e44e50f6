/** What stands beside a title and decides where it ends: the name that it is part of, the title before it, whose it is. */
import type { Span } from '../document.ts'
import type { Anchor } from './anchors.ts'
import type { Honour } from './honour.ts'
import type { LevelReader } from './level.ts'
import type { Cue } from './scan.ts'
import { says } from './status.ts'

const LONGEST_LED = 6
const SHORTEST_QUOTED = 3
const SHORTEST_SUBJECT = 2

/**
 * 甲‹国家森林公园›正在创建…, 推荐‹新疆乙啤酒›申报…: words of a level that stand in the name of who goes on to the next title of the clause.
 */
export function isOfName(text: string, title: Honour, next: Honour | undefined, verbs: readonly Cue[], limits: readonly Cue[]): boolean {
  if (!title.plain || next === undefined || /[，；。]/u.test(text.slice(title.end, next.start))) return false
  const goesOn = verbs.filter(({ start, end }) => start >= title.end && end <= next.start)
  if (goesOn.length === 0) return false
  const verb = verbs.find(({ end }) => end === title.start)
  if (verb) return title.headless && says(verb, 'honour-applied') && goesOn.some((word) => says(word, 'honour-applied'))
  return /[\p{Script=Han}”]/u.test(text[title.start - 1] ?? '') && !limits.some(({ end }) => end === title.start)
}

/** …放心消费示范单位和‹示范街区›: what stands before 示范 is said of both. */
export function withLead(text: string, honour: Honour, before: Honour | undefined, levels: LevelReader): Honour {
  if (before === undefined || honour.title.length > LONGEST_LED || honour.award !== null || levels.in(honour.title) !== null) return honour
  if (!/^(?:称号)?(?:、|和|与|及|以及)$/u.test(text.slice(before.end, honour.start))) return honour
  const at = before.title.lastIndexOf(honour.title.slice(0, 2))
  return at > 1 ? { ...honour, title: `${before.title.slice(0, at)}${honour.title}`, led: true, bare: false } : honour
}

/** 申请‹“额敏红花”›地理标志: what is quoted before a catalogued title of its own is whose it is. */
export function withoutQuotedHolder(
  text: string,
  begun: { readonly start: number; readonly object: Span | null },
  { start, award }: Anchor,
): { readonly start: number; readonly object: Span | null } {
  const close = text[begun.start] === '“' ? text.indexOf('”', begun.start) : -1
  if (close < 0 || close >= start || close - begun.start < SHORTEST_QUOTED || !award?.level) return begun
  return { start: close + 1, object: { start: begun.start, end: close + 1 } }
}

/** 某镇入围‹“四好农村路”自治区示范乡镇›: what is quoted before the level is of the title where the clause says who before its verb. */
export function withQuotedLead(
  text: string,
  begun: { readonly start: number; readonly object: Span | null },
  { award }: Anchor,
  verb: Cue | null,
  clause: Span,
  putForward: ReadonlySet<string>,
): { readonly start: number; readonly object: Span | null } {
  const { object } = begun
  if (!object || !verb || award?.level || says(verb, 'honour-give') || putForward.has(verb.word) || object.end !== begun.start) return begun
  const isQuoted = /^“[^“”]+”$/u.test(text.slice(object.start, object.end))
  return isQuoted && verb.start - clause.start >= SHORTEST_SUBJECT ? { start: object.start, object: null } : begun
}

/** What the clause of a title says of it: the words of standing before and behind, the verb that governs it, or the list it stands in without one. */
import type { Span } from '../document.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { COUNTED } from './counted.ts'
import { lastOfList } from './denials.ts'
import type { Frame } from './frames.ts'
import type { Honour } from './honour.ts'
import { createItemReader, type Item } from './items.ts'
import type { Label } from './labels.ts'
import { LEVEL_GROUPS, type LevelReader } from './level.ts'
import { createPairReader } from './pairs.ts'
import { type Cue, createStripper } from './scan.ts'
import { says as is } from './status.ts'

export interface Surroundings {
  readonly text: string
  readonly clauses: readonly Span[]
  readonly cues: readonly Cue[]
  /** Those that are no part of a title. */
  readonly outside: readonly Cue[]
  readonly honours: readonly Honour[]
  /** 在某协会组织的评选中, without a title in them. */
  readonly frames: readonly Frame[]
  readonly labels: readonly Label[]
  /** A heading above says that honours follow. */
  readonly amongHonours: boolean
  /** The section is about the coming period. */
  readonly planned: boolean
  /** Its paragraph opens with a word that tells what happened (据悉, 此外): no plan, though a plan's heading stands above. */
  readonly reported: boolean
  readonly noted: boolean
  readonly inPlan: boolean
  /** The report's own; of a plan, the year that it is for. */
  readonly year: number | null
  /** The document is issued above the county: what it gives is obtained by those it names. */
  readonly issuedAbove: boolean
}

export interface Evidence {
  readonly clause: Span
  readonly clauseIndex: number
  /** Of the clause that the words about the title end in. */
  readonly clauseEnd: number
  /** The title before. */
  readonly previous: Honour | undefined
  /** Another title follows in the clause. */
  readonly shared: boolean
  /** Where what may be said of this title begins: at its clause, or behind the title before. */
  readonly lower: number
  readonly ahead: readonly Cue[]
  readonly behind: readonly Cue[]
  /** Directly behind the title. */
  readonly near: Cue | undefined
  /** The verb that governs the title. */
  readonly nearest: Cue | undefined
  /** Where the predicate begins. */
  readonly first: Cue | undefined
  readonly listing: Item | null
}

export function createEvidenceReader(lexicon: Lexicon, levels: LevelReader): (around: Surroundings, index: number) => Evidence {
  const stripFiller = createStripper(lexicon, ['honour-follow-filler', ...LEVEL_GROUPS])
  const itemOf = createItemReader(lexicon)
  const work = new Set(cue(lexicon, 'honour-creating-work'))
  const pairOf = createPairReader(lexicon, levels)

  const listed = (around: Surroundings, honour: Honour, previous: Honour | undefined, nearest: Cue | undefined): Item | null => {
    const { text, cues, outside, honours, labels, amongHonours } = around
    const asItem = { text, honour, previous, labels, amongHonours, taken: [...cues, ...honours] }
    if (nearest === undefined) return pairOf({ text, honour, honours, labels, outside }) ?? itemOf({ ...asItem, countedOnly: false })
    const isGiven = is(nearest, 'honour-own-act', 'honour-give') && COUNTED.test(text.slice(honour.tailEnd))
    return isGiven ? itemOf({ ...asItem, countedOnly: true }) : null
  }

  return (around, index) => {
    const { text, clauses, cues, outside, honours } = around
    const honour = honours[index] as Honour
    const { wholeEnd } = honour
    const clauseIndex = clauses.findIndex(({ start, end }) => start <= honour.start && honour.start < end)
    const clause = clauses[clauseIndex] as Span
    const [previous, next] = [honours[index - 1], honours[index + 1]]
    const clauseEnd = clauses.find(({ end }) => wholeEnd <= end)?.end ?? clause.end
    const shared = next !== undefined && next.start < clauseEnd
    const lower = Math.max(clause.start, previous?.wholeEnd ?? 0)
    const ahead = outside.filter(({ start, end }) => start >= lower && end <= honour.start)
    const behind = outside.filter(({ start, end }) => {
      if (start < honour.end || end > (shared ? next.start : clauseEnd)) return false
      return !shared || start - wholeEnd <= 2
    })
    const named = cues.find(({ end, groups }) => end === honour.end && groups.has('honour-creating-after'))
    const verbs = ahead.filter(
      (found) =>
        !is(found, 'honour-planned', 'honour-creating-after') ||
        is(found, 'honour-creating', 'honour-applied', 'honour-obtained', 'honour-listed'),
    )
    const nearest = askedFor(text, verbs)
    // 开展国家农业综合标准化示范市、全国信息惠民试点城市‹创建工作›: said behind the last of a list, of all of it.
    const last = lastOfList(text, honours, index)
    const ofAll =
      last === honour || nearest
        ? undefined
        : outside.find((found) => work.has(found.word) && found.start >= last.end && found.start <= last.wholeEnd + 1)
    const near =
      named ?? behind.find(({ start }) => start <= wholeEnd + 1 || stripFiller(text.slice(honour.tailEnd, start)) === '') ?? ofAll
    const relative = nearest ? text.lastIndexOf('的', nearest.start - 1) : -1
    const first = ahead.find((found) => !is(found, 'honour-planned') && found.start > relative)
    const listing = listed(around, honour, previous, nearest)
    return { clause, clauseIndex, clauseEnd, previous, shared, lower, ahead, behind, near, nearest, first, listing }
  }
}

/** 推荐评定, 申请认定; 争创自治区某局‹颁发的›“…”: what is asked for is not yet given. */
function askedFor(text: string, verbs: readonly Cue[]): Cue | undefined {
  const [asking, last] = [verbs.at(-2), verbs.at(-1)]
  if (!asking || !last || !is(last, 'honour-give')) return last
  const isRelative = text[last.end] === '的' && !/[，；。]/u.test(text.slice(asking.end, last.start))
  const isAsked = asking.end === last.start && is(asking, 'honour-applied')
  return isAsked || (isRelative && is(asking, 'honour-applied', 'honour-creating', 'honour-pending')) ? asking : last
}

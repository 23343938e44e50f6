/**
 * Clauses that say of another what the title before was said of, without naming it again.
 *
 *   “托里羊肉”取得农产品地理标志登记，‹“托里大蒜”正在申报中›
 *
 * Such a clause is a name and words of standing, and nothing else. That somebody has obtained it too says nothing of what (甲…，乙获批): only what is under
 * way is read so.
 */
import type { Span } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { AchievementStatus } from './achievement.ts'
import type { Honour } from './honour.ts'
import type { NameReader, Source } from './names.ts'
import { type Cue, createStripper } from './scan.ts'
import { statusOf } from './status.ts'

export interface Elliptic {
  readonly honour: Honour
  readonly holders: readonly string[]
  readonly status: AchievementStatus
  readonly span: Span
}

type EllipticReader = (source: Source, clauses: readonly Span[], cues: readonly Cue[], honours: readonly Honour[]) => Elliptic[]

const UNDER_WAY: ReadonlySet<AchievementStatus> = new Set(['applied', 'pending', 'creating'])
/** So many characters may stand behind the last word of standing (申报中). */
const LEFT = 1

export function createEllipticReader(lexicon: Lexicon, names: NameReader): EllipticReader {
  /** Who looks at an application is not who makes it. */
  const office = new RegExp(`(?:${wordPattern([...cue(lexicon, 'honour-organ'), ...cue(lexicon, 'honour-examiner')])})$`, 'u')
  const stripFiller = createStripper(lexicon, ['honour-follow-filler'])

  return (source, clauses, cues, honours) =>
    clauses.flatMap((clause): Elliptic[] => {
      const honour = honours.findLast(({ wholeEnd }) => wholeEnd <= clause.start)
      if (!honour || honours.some(({ start, end }) => start < clause.end && end > clause.start)) return []
      const said = cues.filter(({ start, end }) => start >= clause.start && end <= clause.end)
      const [first, last] = [said[0], said.at(-1)]
      const status = statusOf(said)
      if (!first || !last || !status || !UNDER_WAY.has(status)) return []
      const rest = source.masked.slice(last.end, clause.end).replace(/[，；。]$/u, '')
      if (stripFiller(rest).length > LEFT && !office.test(rest)) return []
      const found = names.in(source, { start: clause.start, end: first.start }).names
      return found.length > 0 && found.every((name) => names.isWellFormed(name) && !office.test(name))
        ? [{ honour, holders: found, status, span: { start: clause.start, end: last.end } }]
        : []
    })
}

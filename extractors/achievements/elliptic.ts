/**
 * Clauses that say of another what the title before was said of, without naming it again.
 *
 *   “托里羊肉”取得农产品地理标志登记，‹“托里大蒜”正在申报中›      甲化工获评…，‹同批还有乙糖业›
 *
 * Such a clause is a name and words of standing, and nothing else. That somebody has obtained it too says nothing of what (甲…，乙获批): only what is under
 * way is read so.
 */
import type { Span } from '../document.ts'
import { guardedPattern, wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { AchievementStatus } from './achievement.ts'
import type { Honour } from './honour.ts'
import type { NameReader, Source } from './names.ts'
import { type Cue, createStripper, misfires } from './scan.ts'
import { says, statusOf } from './status.ts'

export interface Elliptic {
  readonly honour: Honour
  readonly holders: readonly string[]
  readonly status: AchievementStatus
  readonly span: Span
}

type EllipticReader = (
  source: Source,
  clauses: readonly Span[],
  cues: readonly Cue[],
  honours: readonly Honour[],
  statuses: ReadonlyMap<Honour, AchievementStatus>,
) => Elliptic[]

const UNDER_WAY: ReadonlySet<AchievementStatus> = new Set(['applied', 'pending', 'creating', 'planned', 'revoked'])
/** So many characters may stand behind the last word of standing (申报中). */
const LEFT = 1

export function createEllipticReader(lexicon: Lexicon, names: NameReader): EllipticReader {
  /** Who looks at an application is not who makes it. */
  const halls = [...misfires(lexicon, 'honour-body-national'), ...misfires(lexicon, 'honour-body-provincial')]
  const office = new RegExp(`(?:${guardedPattern([...cue(lexicon, 'honour-organ'), ...cue(lexicon, 'honour-examiner')], halls)})$`, 'u')
  const stripFiller = createStripper(lexicon, ['honour-follow-filler'])
  const also = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-also'))})`, 'u')
  const denied = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-not'))})[^，。；]{0,3}$`, 'u')
  const isHolder = (source: Source) => (name: string) => (names.isWellFormed(name) || source.known(name)) && !office.test(name)

  /** 同批还有某公司: holds the honour before, as those named with it do. */
  const further = (source: Source, clause: Span, honour: Honour, status: AchievementStatus | undefined): Elliptic | null => {
    const lead = also.exec(source.masked.slice(clause.start, clause.end))
    if (!lead || status === undefined) return null
    const span = { start: clause.start + lead[0].length, end: clause.end }
    const { names: holders } = names.in(source, span)
    return holders.length > 0 && holders.every(isHolder(source)) ? { honour, holders, status, span } : null
  }

  return (source, clauses, cues, honours, statuses) =>
    clauses.flatMap((clause): Elliptic[] => {
      const honour = honours.findLast(({ wholeEnd }) => wholeEnd <= clause.start)
      if (!honour || honours.some(({ start, end }) => start < clause.end && end > clause.start)) return []
      const said = cues.filter(({ start, end }) => start >= clause.start && end <= clause.end)
      const [first, last] = [said[0], said.at(-1)]
      const more = first ? null : further(source, clause, honour, statuses.get(honour))
      if (!first || !last) return more ? [more] : []
      const status = said.some((word) => says(word, 'honour-planned')) ? 'planned' : statusOf(said)
      if (!status || !UNDER_WAY.has(status)) return []
      const rest = source.masked.slice(last.end, clause.end).replace(/[，；。]$/u, '')
      if (stripFiller(rest).length > LEFT && !office.test(rest)) return []
      if (denied.test(source.masked.slice(clause.start, first.start))) return []
      const found = names.in(source, { start: clause.start, end: first.start }).names
      const isOne = status === 'planned' ? names.isWellFormed : isHolder(source)
      return found.length > 0 && found.every(isOne)
        ? [{ honour, holders: found, status, span: { start: clause.start, end: last.end } }]
        : []
    })
}

/** What words of standing say when they stand alone: in a table's cell, in a bracket behind a title, in a label before a list. */
import type { AchievementStatus } from './achievement.ts'
import type { Cue } from './scan.ts'

/** Groups of corpus/lexicon/cues/honours.yaml that say how far an honour is won. */
export const STATUS_GROUPS = [
  'honour-obtained',
  'honour-obtained-after',
  'honour-retained',
  'honour-pending',
  'honour-applied',
  'honour-applied-after',
  'honour-ambiguous',
  'honour-creating',
  'honour-creating-after',
  'honour-planned',
  'honour-revoked',
  'honour-negative',
  'honour-own-act',
  'honour-give',
  'honour-held',
  'honour-listed',
  'honour-pass',
] as const

export type StatusGroup = (typeof STATUS_GROUPS)[number]

const MEANINGS: readonly (readonly [StatusGroup, AchievementStatus | null])[] = [
  ['honour-negative', null],
  ['honour-revoked', 'revoked'],
  ['honour-pending', 'pending'],
  ['honour-planned', 'planned'],
  ['honour-creating', 'creating'],
  ['honour-creating-after', 'creating'],
  ['honour-applied', 'applied'],
  ['honour-applied-after', 'applied'],
  ['honour-ambiguous', 'applied'],
]

const TRIED: readonly StatusGroup[] = ['honour-applied', 'honour-creating', 'honour-obtained', 'honour-obtained-after', 'honour-listed']
/** 拟于明年上半年申报 */
const LONGEST_MEANT = 8

/** The last word decides, of 景观质量评审通过 what was passed; null: nothing was won; undefined: no word says anything. */
export function statusOf(cues: readonly Cue[]): AchievementStatus | null | undefined {
  const last = cues.at(-1)
  if (!last) return undefined
  const passed = cues.at(-2)
  // 拟于2023年申报: meant.
  if (passed && isOnly(passed, 'honour-planned') && last.start - passed.end <= LONGEST_MEANT && says(last, ...TRIED)) return 'planned'
  const isPassed = last.groups.has('honour-pass') && passed?.end === last.start && says(passed, 'honour-applied-after', 'honour-retained')
  const found = isPassed ? (passed as Cue) : last
  return (MEANINGS.find(([group]) => found.groups.has(group)) ?? [null, 'obtained' as const])[1]
}

const isOnly = ({ groups }: Cue, group: StatusGroup): boolean => groups.has(group) && groups.size === 1

export const says = (found: Cue | undefined, ...groups: readonly StatusGroup[]): boolean =>
  groups.some((group) => found?.groups.has(group) ?? false)

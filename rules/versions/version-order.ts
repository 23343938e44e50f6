/**
 * Which of several versions of one report counts.
 *
 *   a file that the scheme names             counts before all others
 *   received on 25 October, on 12 October    the later one
 *   （终稿）, 最新版(1), no word, 初稿          in this order; of one kind the greater number: 最新版(2) before 最新版(1), 修改稿10 before 修改稿2, 第三次修改 before 第二次
 *
 * Where nothing tells them apart the last by name counts, and the reason says so.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { chineseNumeral } from '../../extractors/quantities/numeral.ts'
import { fileName } from './file-name.ts'

export interface Versioned {
  readonly file: string
  /** The day of receipt, where a register tells it. */
  readonly receivedAt: string | null
}

export type VersionReason = 'set' | 'received' | 'name' | 'none'

export interface VersionOrder {
  /** Negative where the first counts before the second. */
  readonly compare: (one: Versioned, other: Versioned) => number
  /** What tells two versions apart. */
  readonly reason: (one: Versioned, other: Versioned) => VersionReason
}

/** `set`: the files that the scheme names. */
export function createVersionOrder(lexicon: Lexicon, set: readonly string[]): VersionOrder {
  const words = (group: string): RegExp => new RegExp(wordPattern(cue(lexicon, group)), 'u')
  const [final, newer, draft] = [words('final-files'), words('newer-files'), words('draft-files')]
  const rank = (file: string): number => {
    const name = fileName(file)
    if (final.test(name)) return 3
    if (newer.test(name)) return 2
    return draft.test(name) ? 0 : 1
  }
  const any = wordPattern(['final-files', 'newer-files', 'draft-files'].flatMap((group) => cue(lexicon, group)))
  const numbered = new RegExp(
    `[（(]([0-9]{1,2})[）)]|[vV]([0-9]{1,2})(?![0-9])|(?:${any})([0-9]{1,2})(?![0-9])|第?([0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:稿|版|次修|次改)`,
    'u',
  )
  /** (2), （2）, V2, 修改稿2, 第2稿, 三稿, 第三次修改; 0 without. */
  const versionNumber = (file: string): number => {
    const [, ...told] = numbered.exec(fileName(file)) ?? []
    const written = told.find((each) => each !== undefined) ?? '0'
    return /^[0-9]/u.test(written) ? Number(written) : (chineseNumeral(written) ?? 0)
  }
  const measures: readonly (readonly [VersionReason, (one: Versioned, other: Versioned) => number])[] = [
    ['set', (one, other) => Number(set.includes(other.file)) - Number(set.includes(one.file))],
    ['received', (one, other) => (one.receivedAt === null || other.receivedAt === null ? 0 : order(other.receivedAt, one.receivedAt))],
    ['name', (one, other) => rank(other.file) - rank(one.file) || versionNumber(other.file) - versionNumber(one.file)],
  ]
  const reason: VersionOrder['reason'] = (one, other) => measures.find(([, measure]) => measure(one, other) !== 0)?.[0] ?? 'none'
  const compare: VersionOrder['compare'] = (one, other) => {
    for (const [, measure] of measures) {
      const told = measure(one, other)
      if (told !== 0) return told
    }
    return order(other.file, one.file)
  }
  return { compare, reason }
}

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

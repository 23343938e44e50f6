/**
 * What is masked before texts are compared, so that swapping it hides nothing (换数字不换文): numbers, times, places, names of firms and offices.
 *
 *   2020年第三季度，托里县抽查农资46批次   →   〈time〉，〈place〉抽查农资〈number〉批次
 *
 * A name reaches back from its last word (公司, 镇, 局) to the nearest mark, region or word that no name crosses; where there is none, it stays as it is.
 */

import type { Span } from '../../extractors/document.ts'
import { matchesOf } from '../../extractors/language/match-at.ts'
import { createWordFinder } from '../../extractors/language/word-finder.ts'
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { readPeriods } from '../../extractors/quantities/period.ts'
import { createRegionReader } from '../../extractors/quantities/region.ts'
import type { ChangedKind } from './copy.ts'

/** Private-use characters that stand for what is masked. */
export const maskCodes = { number: 0xe001, time: 0xe002, place: 0xe003, name: 0xe004 } as const

/** What each of them stands for. */
export const maskKinds: Readonly<Record<number, Exclude<ChangedKind, 'words'>>> = Object.fromEntries(
  (['number', 'time', 'place', 'name'] as const).map((kind) => [maskCodes[kind], kind]),
)

export interface Mask extends Span {
  readonly code: number
}

export type Masker = (folded: string) => Mask[]

/** The longest name, its last word left out. */
const LONGEST_NAME = 10
const LONGEST_LOCALITY = 6
const SHORTEST_NAME = 2
const NUMERAL = '[〇零一二两三四五六七八九十百千]'

export function createMasker(lexicon: Lexicon): Masker {
  const regionsOf = createRegionReader(lexicon)
  const units = wordPattern(lexicon.units.flatMap(({ unit, synonyms }) => [unit, ...synonyms]))
  const numbers = new RegExp(
    `百分之${NUMERAL}+(?:点${NUMERAL}+)?|[0-9]+(?:[.,，][0-9]+)*(?:万|亿)?[%‰]?|(?<!个)${NUMERAL}+(?:万|亿)?(?=${units}|是|要|月|日|年)`,
    'gu',
  )
  const names = createNameReader(lexicon, ['copying-firms', 'copying-offices'], LONGEST_NAME)
  const localities = createNameReader(lexicon, ['copying-localities'], LONGEST_LOCALITY)
  return (folded) => {
    const places = regionsOf(folded).map(({ span }): Mask => ({ start: span.start, end: span.end, code: maskCodes.place }))
    return firstOf([
      names(folded, places, maskCodes.name),
      localities(folded, places, maskCodes.place),
      places,
      readPeriods(folded, 2000).map(({ span }): Mask => ({ start: span.start, end: span.end, code: maskCodes.time })),
      matchesOf(numbers, folded).map(({ index, 0: { length } }): Mask => ({ start: index, end: index + length, code: maskCodes.number })),
    ])
  }
}

/** What overlaps gives way to what was read by the reader named before. */
function firstOf(lists: readonly (readonly Mask[])[]): Mask[] {
  let taken: Mask[] = []
  for (const list of lists) {
    const merged: Mask[] = []
    let at = 0
    for (const mask of list) {
      while ((taken[at]?.end ?? Number.POSITIVE_INFINITY) <= mask.start) merged.push(taken[at++] as Mask)
      if ((taken[at]?.start ?? Number.POSITIVE_INFINITY) >= mask.end && (merged.at(-1)?.end ?? 0) <= mask.start) merged.push(mask)
    }
    taken = [...merged, ...taken.slice(at)]
  }
  return taken
}

type NameReader = (folded: string, places: readonly Span[], code: number) => Mask[]

function createNameReader(lexicon: Lexicon, groups: readonly string[], longest: number): NameReader {
  const words = groups.flatMap((group) => cue(lexicon, group))
  const misfires = new Set(groups.flatMap((group) => lexicon.cues[`${group}:misfires`] ?? []))
  const finder = createWordFinder([...words, ...misfires])
  const borders = new Map<string, string[]>()
  for (const word of cue(lexicon, 'copying-name-borders')) {
    const last = word.at(-1) ?? ''
    borders.set(last, [...(borders.get(last) ?? []), word])
  }
  const isBorder = (text: string, at: number): boolean =>
    (borders.get(text[at - 1] ?? '') ?? []).some((word) => text.slice(Math.max(0, at - word.length), at) === word)
  return (text, places, code) => {
    const placeEnds = new Map(places.map(({ start, end }) => [end, start]))
    const found: Mask[] = []
    for (const { word, start: index, end } of finder.all(text)) {
      if (misfires.has(word)) continue
      const floor = Math.max(found.at(-1)?.end ?? 0, index - longest)
      let start = index
      while (start > floor && NAME_CHARACTER.test(text[start - 1] ?? '') && !isBorder(text, start) && !placeEnds.has(start)) start--
      const place = placeEnds.get(start)
      const stopped = place !== undefined || start === 0 || !NAME_CHARACTER.test(text[start - 1] ?? '') || isBorder(text, start)
      if (!stopped || (place === undefined && index - start < SHORTEST_NAME)) continue
      found.push({ start: place ?? start, end, code })
    }
    return found
  }
}

const NAME_CHARACTER = /[\p{Script=Han}A-Za-z]/u

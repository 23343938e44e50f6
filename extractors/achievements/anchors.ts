/**
 * What a title is known by: a name of the catalogue, a word that titles end with (…示范县), whatever is called so (“中国红花之乡”称号). Found in the
 * text without its quotation marks and short brackets, so that 全国绿色食品原料（小麦）标准化生产基地 and 自治区“专精特新”中小企业 are found by their names.
 */

import type { Span } from '../document.ts'
import { matchesOf } from '../language/match-at.ts'
import { createWordFinder } from '../language/word-finder.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { type Award, cue, type Lexicon } from '../lexicon.ts'
import { type Cue, misfires } from './scan.ts'

export interface Anchor extends Span {
  readonly award: Award | null
  /** The name or word that was found. */
  readonly word: string
  readonly weak: boolean
  /** Goes on to the noun behind: 表现优秀的‹调解委员会›. */
  readonly open: boolean
}

export const LONGEST_TITLE = 60
const LONGEST_GAP = 14

export function createAnchorReader(lexicon: Lexicon): (text: string) => Anchor[] {
  const weak = new Set(cue(lexicon, 'honour-weak'))
  const open = new Set(cue(lexicon, 'honour-descriptor'))
  const awards = new Map<string, Award>()
  for (const award of lexicon.awards) for (const name of [award.name, ...award.aliases]) awards.set(compact(name).text, award)
  const passed = new Set(misfires(lexicon, 'honour-suffix'))
  const finder = createWordFinder([...awards.keys(), ...cue(lexicon, 'honour-suffix'), ...open, ...weak, ...passed])
  const called = new RegExp(wordPattern(cue(lexicon, 'honour-called')), 'gu')
  /** ‹取消›称号: whose title it was stands before. */
  const lost = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-revoked'))})[了其该]{0,2}$`, 'u')
  return (text) => {
    const short = compact(text)
    const anchors: Anchor[] = []
    for (const { word, start: from, end: until } of finder.all(short.text)) {
      if (passed.has(word)) continue
      const end = (short.map[until - 1] as number) + 1
      const start = short.map[from] as number
      anchors.push({ start, end, word, award: awards.get(word) ?? null, weak: weak.has(word), open: open.has(word) })
    }
    for (const { index } of matchesOf(called, text))
      if (/[^等及和与，。；、：！？（）\s]/u.test(text[index - 1] ?? '，') && !lost.test(text.slice(0, index)))
        anchors.push(calledAnchor(text, index))
    return anchors.sort((a, b) => a.start - b.start || b.end - a.end)
  }
}

/** 荣获“中国红花之乡”称号: whatever is called so is a title, directly behind its verb. */
function calledAnchor(text: string, tail: number): Anchor {
  const quoted = text[tail - 1] === '”' ? text.lastIndexOf('“', tail - 1) : -1
  const start = quoted >= 0 && tail - quoted <= LONGEST_TITLE ? quoted + 1 : Math.max(0, tail - 2)
  return { start, end: quoted >= 0 ? tail - 1 : tail, word: '', award: null, weak: true, open: false }
}

/** Without quotation marks and without brackets of up to eight characters; `map` leads back. */
function compact(text: string): { text: string; map: readonly number[] } {
  const map: number[] = []
  let short = ''
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string
    if ('“”‘’"『』「」'.includes(character)) continue
    if (character === '（') {
      const close = text.indexOf('）', at)
      if (close > at && close - at <= 9) {
        at = close
        continue
      }
    }
    short += character
    map.push(at)
  }
  return { text: short, map }
}

/** Anchors that belong to one title: little between them, and nothing that ends a title. */
export function chains(text: string, anchors: readonly Anchor[], limits: readonly Cue[]): Anchor[][] {
  const result: Anchor[][] = []
  for (const anchor of anchors) {
    const current = result.at(-1)
    const before = current?.at(-1)
    const gap = before ? text.slice(before.end, anchor.start) : ''
    const joined =
      before !== undefined &&
      gap.length <= LONGEST_GAP &&
      !/[，。；、：！？\n\t]|——|”“|（[^）]*$|）$/u.test(gap) &&
      !limits.some(({ start, end }) => start >= before.end && end <= anchor.start)
    if (joined) current?.push(anchor)
    else result.push([anchor])
  }
  return result
}

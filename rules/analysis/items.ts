/**
 * The points that a section makes: what stands behind 一是, 二是, （一）, 1. up to the next of them, else what stands between full stops
 * and semicolons. The words that only introduce points
 * (“下一步将做好以下工作：”) are none.
 */

import { type Document, foldedSpan } from '../../extractors/document.ts'
import { matchesOf } from '../../extractors/language/match-at.ts'
import type { Mood } from './mood.ts'
import { type ClauseView, type JudgedValue, type SentenceView, viewPart } from './sentence-view.ts'

/** The shapes of numbering before a point, at a block's beginning or after a full stop, colon or semicolon. */
const LABEL =
  /(?<=^|[。；：，])(?:[一二三四五六七八九十]{1,2}[是要]|第[一二三四五六七八九十]{1,2}，|其[一二三四五六]|（[一二三四五六七八九十]{1,2}）|（?[0-9]{1,2}(?:）|[、．]|\.(?![0-9]))|[①-⑳])/gu

export function itemsOf(document: Document, sentences: readonly SentenceView[], values: readonly JudgedValue[]): SentenceView[] {
  const blocks = new Map<number, SentenceView[]>()
  for (const sentence of sentences) {
    const block = blocks.get(sentence.block)
    if (block) block.push(sentence)
    else blocks.set(sentence.block, [sentence])
  }
  return [...blocks.values()].flatMap((block) => pointsOf(document, block, values))
}

function pointsOf(document: Document, sentences: readonly SentenceView[], values: readonly JudgedValue[]): SentenceView[] {
  const first = sentences[0]
  const last = sentences.at(-1)
  if (!first || !last) return []
  const { start } = first.folded
  const { end } = last.folded
  const labels = matchesOf(LABEL, document.folded.text.slice(start, end)).map(({ index }) => start + index)
  if (labels.length === 0)
    return sentences.flatMap((sentence) => splitAtSemicolons(document, sentence, values)).filter(({ words }) => !words.endsWith('：'))
  return labels.map((at, index) => viewPart(document, foldedSpan(at, labels[index + 1] ?? end), first, values))
}

function splitAtSemicolons(document: Document, sentence: SentenceView, values: readonly JudgedValue[]): SentenceView[] {
  if (!sentence.words.includes('；')) return [sentence]
  const items: SentenceView[] = []
  let { start } = sentence.folded
  for (const part of sentence.words.split(/(?<=；)/u)) {
    items.push(viewPart(document, foldedSpan(start, start + part.length), sentence, values))
    start += part.length
  }
  return items
}

/** 管理方式粗放，今后要加强引导: what a point says before it turns to what is to come; nothing where it has no such turn, but is to come. */
export function beforePlan(document: Document, item: SentenceView, values: readonly JudgedValue[], { isToCome }: Mood): SentenceView[] {
  if (!isToCome(item)) return [item]
  const told = item.clauses.slice(0, Math.max(0, item.clauses.findIndex(isToCome)))
  if (told.length === 0) return []
  const length = told.reduce((sum, { words }) => sum + words.length, 0)
  return [viewPart(document, foldedSpan(item.folded.start, item.folded.start + length), item, values)]
}

/** Without what is to come (9月底前对沉陷段开挖换填，分层压实), to the end of its point. */
export function untilPlan(clauses: readonly ClauseView[], { isMeant, isToCome }: Mood): ClauseView[] {
  let isPast = true
  return clauses.filter((clause) => {
    isPast = isPast && !(isMeant(clause) || (isToCome(clause) && /[0-9]/u.test(clause.words)))
    const isKept = isPast
    if (clause.words.endsWith('；')) isPast = true
    return isKept
  })
}

/** 油坊没有烘干机…；毛油压出来又不做碱炼…: what stands between semicolons. */
export function clausePoints(clauses: readonly ClauseView[]): ClauseView[][] {
  const points: ClauseView[][] = [[]]
  for (const clause of clauses) {
    points.at(-1)?.push(clause)
    if (clause.words.endsWith('；')) points.push([])
  }
  return points
}

/** Where the paragraph of the sentence at `place` begins. */
export function paragraphStart(sentences: readonly SentenceView[], place: number): number {
  let start = place
  while (start > 0 && sentences[start - 1]?.block === sentences[place]?.block) start--
  return start
}

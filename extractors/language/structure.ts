/**
 * Sections, sentences and clauses of a document, as places in its folded text.
 *
 * A section begins at a heading, or at a paragraph that begins with an official label (the heading then runs into the text:
 * "（一）加强领导。一是…", "1. 乌苏市：一是…"). A sentence ends at 。！？ or with its block; a clause at ，；： too. Table cells are sentences of their own.
 * What runs on without an end, as no writer's sentence does, is cut at a mark: reading a sentence grows with the square of its length.
 */
import { type Block, type Document, type FoldedSpan, foldedSpan, toFolded } from '../document.ts'
import { officialLabel } from './headings.ts'

export interface Section {
  /** 0 is the whole document (its title); 1 to 4 follow the official numbering. */
  readonly level: number
  /** The heading's words, its label included, in the folded text. */
  readonly heading: FoldedSpan
  readonly title: string
  readonly parent: number
}

export interface Sentence {
  readonly span: FoldedSpan
  readonly block: number
  readonly section: number
  readonly clauses: readonly FoldedSpan[]
}

export interface Structure {
  /** The first is the document itself. */
  readonly sections: readonly Section[]
  /** In order of position; headings included, page headers and footers left out. */
  readonly sentences: readonly Sentence[]
  /** Section of each block. */
  readonly sectionOfBlock: readonly number[]
}

const SENTENCE_END = '。！？!?\n'
const CLAUSE_END = '，；：'
const CLOSERS = '”’」』）》"'
/** A run-in heading is not longer than this; a longer first sentence is text. */
const RUN_IN_HEADING = 60
const LONGEST_SENTENCE = 1500
const INNER_MARKS = '，；：、'

export function structure(document: Document): Structure {
  const { folded, blocks } = document
  const sections: Section[] = [{ level: 0, heading: foldedSpan(0, 0), title: '', parent: -1 }]
  const sentences: Sentence[] = []
  const sectionOfBlock: number[] = []
  let current = 0
  blocks.forEach((block, index) => {
    const span = toFolded(folded, block.span)
    if (block.kind === 'header' || block.kind === 'footer') {
      sectionOfBlock.push(0)
      return
    }
    const heading = sectionHeading(block, folded.text, span) ?? plainHeading(block, document.text, span)
    if (heading) {
      let parent = current
      while ((sections[parent] as Section).level >= heading.level && parent > 0) parent = (sections[parent] as Section).parent
      current = sections.push({ ...heading, title: folded.text.slice(heading.heading.start, heading.heading.end), parent }) - 1
    }
    sectionOfBlock.push(current)
    for (const sentence of splitSentences(folded.text, span))
      sentences.push({ span: sentence, block: index, section: current, clauses: splitClauses(folded.text, sentence) })
  })
  return { sections, sentences, sectionOfBlock }
}

/** The headings above a section, nearest first, the section's own included. */
export function headingsAbove({ sections }: Structure, section: number): readonly Section[] {
  const above: Section[] = []
  for (let at = section; at > 0; at = (sections[at] as Section).parent) above.push(sections[at] as Section)
  return above
}

function sectionHeading(block: Block, text: string, span: FoldedSpan): Pick<Section, 'level' | 'heading'> | null {
  if (block.kind === 'heading' && block.level !== undefined && block.level > 0) return { level: block.level, heading: span }
  if (block.kind !== 'paragraph' && block.kind !== 'list-item') return null
  const label = officialLabel(text.slice(span.start, Math.min(span.end, span.start + 16)))
  if (!label) return null
  const head = text.slice(span.start, Math.min(span.end, span.start + RUN_IN_HEADING))
  const stop = head.search(/[。：；！？]/u)
  if (stop < 0 && head.length === RUN_IN_HEADING) return null
  return { level: label.level, heading: foldedSpan(span.start, span.start + (stop < 0 ? head.length : stop)) }
}

/** 4 对策, 4.1 专项核查: a number that only a blank parts from a few words, alone in its paragraph. */
function plainHeading(block: Block, text: string, span: FoldedSpan): Pick<Section, 'level' | 'heading'> | null {
  if (block.kind !== 'paragraph' || block.span.end - block.span.start > LONGEST_PLAIN) return null
  const label = PLAIN_HEADING.exec(text.slice(block.span.start, block.span.end))?.[1]
  return label === undefined ? null : { level: label.split('.').length, heading: span }
}

const LONGEST_PLAIN = 24
const PLAIN_HEADING = /^\s*([0-9]{1,2}(?:\.[0-9]{1,2}){0,2})[ \t\u3000]+[\p{Script=Han}“][^。；：！？，0-9|]{1,16}$/u

export function splitSentences(text: string, span: FoldedSpan): FoldedSpan[] {
  const sentences: FoldedSpan[] = []
  let start = span.start
  let mark = start
  for (let at = span.start; at < span.end; at++) {
    if (INNER_MARKS.includes(text[at] as string)) mark = at + 1
    if (at - start >= LONGEST_SENTENCE) {
      const cut = mark > start ? mark : at
      if (cut > start) sentences.push(foldedSpan(start, cut))
      start = cut
    }
    if (!SENTENCE_END.includes(text[at] as string)) continue
    let end = at + 1
    while (end < span.end && CLOSERS.includes(text[end] as string)) end++
    if (end > start) sentences.push(foldedSpan(start, end))
    start = end
    at = end - 1
  }
  if (start < span.end) sentences.push(foldedSpan(start, span.end))
  return sentences
}

export function splitClauses(text: string, span: FoldedSpan): FoldedSpan[] {
  const clauses: FoldedSpan[] = []
  let start = span.start
  let depth = 0
  for (let at = span.start; at < span.end; at++) {
    const character = text[at] as string
    if (character === '（') depth++
    else if (character === '）') depth = Math.max(0, depth - 1)
    else if (depth === 0 && CLAUSE_END.includes(character)) {
      clauses.push(foldedSpan(start, at + 1))
      start = at + 1
    }
  }
  if (start < span.end) clauses.push(foldedSpan(start, span.end))
  return clauses
}

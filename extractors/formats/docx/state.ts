/** What is known while one part is read: where text goes at the moment, and what was met so far. */
import type { BlockKind } from '../../document.ts'
import { tooMuchText } from '../codes.ts'
import { inScript, type Script } from '../scripts.ts'
import { type Fields, hidesText, isPageNumber } from './fields.ts'
import { closeFlow, closeParagraph, endCell, type Flow, openFlow } from './flow.ts'
import type { Numbering } from './numbering.ts'
import type { Styles } from './styles.ts'
import type { Draft } from './table.ts'
import type { Attributes } from './xml.ts'

/** What was met over all parts of one document. */
export interface Findings {
  characters: number
  blocks: number
  tables: number
  revisions: number
  hidden: number
  /** Numbers of lists in a format that is not known, shown in plain digits. */
  unnumbered: number
  struck: number
  pictures: number
  charts: number
  objects: number
  foreignParts: number
  titlePage: boolean
  readonly notes: { readonly kind: 'footnote' | 'endnote'; readonly id: string }[]
  readonly margins: { readonly kind: 'header' | 'footer'; readonly type: string; readonly relationship: string }[]
}

export interface StoryContext {
  readonly styles: Styles
  readonly numbering: Numbering
  readonly findings: Findings
  /** The limit of characters, and of paragraphs and cells. */
  readonly most: number
  /** The words of the diagram that a relationship of this part names; null where there are none to be had. */
  readonly diagram: (relationship: string) => readonly string[] | null
  /** The blocks of the page of HTML that a relationship of this part puts in; null where it puts in something else. */
  readonly chunk: (relationship: string) => readonly Draft[] | null
}

interface Level {
  readonly flow: Flow
  readonly fields: Fields
  readonly noteId: string | null
}

export interface State {
  readonly kind: BlockKind
  readonly context: StoryContext
  readonly findings: Findings
  readonly notes: Map<string, readonly Draft[]>
  /** Outermost first: cells and text boxes within each other. */
  readonly levels: Level[]
  flow: Flow
  fields: Fields
  properties: 'paragraph' | 'row' | null
  hidden: boolean
  struck: boolean
  script: Script | null
  /** Of the formula that is open: raised and lowered parts within each other. */
  readonly formulaScripts: Script[]
  readonly alternativeTaken: boolean[]
  objectDepth: number
  preservesBlanks: boolean
  /** The text of the element that is open, where it is one that holds text. */
  collecting: { text: string; readonly exact: boolean } | null
}

/** What an element does when it begins; "skip" leaves out all that it holds. */
export type Opener = (state: State, attributes: Attributes, value: string | undefined) => 'skip' | undefined
export type Closer = (state: State) => void

/** What is left of 第 3 页 共 8 页 or — 3 — without its numbers. */
const PAGE_NUMBER_FRAME = /^[\s\p{P}\p{S}第页共頁]*$/u

export function newFindings(): Findings {
  const counts = {
    characters: 0,
    blocks: 0,
    tables: 0,
    revisions: 0,
    hidden: 0,
    unnumbered: 0,
    struck: 0,
    pictures: 0,
    charts: 0,
    objects: 0,
    foreignParts: 0,
  }
  return { ...counts, titlePage: false, notes: [], margins: [] }
}

export function newState(kind: BlockKind, context: StoryContext): State {
  const flow = openFlow()
  const fields: Fields = []
  return {
    kind,
    context,
    findings: context.findings,
    notes: new Map(),
    levels: [{ flow, fields, noteId: null }],
    flow,
    fields,
    properties: null,
    hidden: false,
    struck: false,
    script: null,
    formulaScripts: [],
    alternativeTaken: [],
    objectDepth: 0,
    preservesBlanks: false,
    collecting: null,
  }
}

export function countBlock({ findings, context }: State): void {
  findings.blocks++
  if (findings.blocks > context.most) throw tooMuchText({ characters: context.most })
}

export function append(state: State, text: string): void {
  const { paragraph } = state.flow
  if (text === '' || paragraph === null || hidesText(state.fields)) return
  if (state.hidden) {
    state.findings.hidden += text.length
    return
  }
  if (state.struck) {
    state.findings.struck += text.length
    return
  }
  if (isMargin(state) && isPageNumber(state.fields)) return
  if (paragraph.breakPending && paragraph.text !== '') paragraph.text += '\n'
  paragraph.breakPending = false
  paragraph.text += inScript(text, state.formulaScripts.at(-1) ?? state.script)
}

/** Words that stand on the page beside the paragraph they hang on: a diagram's, WordArt. */
export function addBox(state: State, text: string): void {
  if (text.trim() === '') return
  if (state.hidden) {
    state.findings.hidden += text.length
    return
  }
  countBlock(state)
  state.findings.characters += text.length
  const { flow } = state
  ;(flow.paragraph?.boxes ?? flow.blocks).push({ kind: state.kind, text, origin: {} })
}

function isMargin({ kind }: State): boolean {
  return kind === 'header' || kind === 'footer'
}

export function endParagraph(state: State): void {
  const { flow, findings } = state
  if (flow.paragraph?.pageNumber && isMargin(state) && PAGE_NUMBER_FRAME.test(flow.paragraph.text)) flow.paragraph.text = ''
  findings.characters += flow.paragraph?.text.length ?? 0
  if (findings.characters > state.context.most) throw tooMuchText({ characters: state.context.most })
  closeParagraph(flow, state.kind, state.context.numbering)
  state.fields.length = 0
  state.properties = null
}

export function enterFlow(state: State, flow: Flow, noteId: string | null = null): void {
  state.flow = flow
  state.fields = []
  state.properties = null
  state.levels.push({ flow, fields: state.fields, noteId })
}

export function leaveFlow(state: State): void {
  if (state.levels.length < 2) return
  const inner = state.levels.pop()
  const outer = state.levels.at(-1)
  if (inner === undefined || outer === undefined) return
  closeFlow(inner.flow, state.kind, state.context.numbering)
  state.flow = outer.flow
  state.fields = outer.fields
  state.properties = null
  state.hidden = false
  state.struck = false
  state.script = null
  if (inner.noteId !== null) state.notes.set(inner.noteId, inner.flow.blocks)
  else if (inner.flow.cell !== null) endCell(outer.flow, inner.flow)
  else (outer.flow.paragraph?.boxes ?? outer.flow.blocks).push(...inner.flow.blocks)
}

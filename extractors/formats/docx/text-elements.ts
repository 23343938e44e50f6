/** Paragraphs, runs and what stands in them: text, breaks, fields, symbols, tracked changes, notes, text boxes, pictures. */

import { symbolCharacter } from '../symbols.ts'
import { fieldClosers, fieldOpeners } from './field-elements.ts'
import { openFlow, openParagraph, type Paragraph } from './flow.ts'
import { runClosers, runOpeners } from './run-properties.ts'
import { addBox, append, type Closer, countBlock, endParagraph, enterFlow, leaveFlow, type Opener, type State } from './state.ts'
import { outlineLevel } from './styles.ts'
import { type Attributes, integer, isOn } from './xml.ts'

const SEPARATORS = new Set(['separator', 'continuationSeparator', 'continuationNotice'])

const appending =
  (text: string): Opener =>
  (state) => {
    append(state, text)
    return undefined
  }

const counting =
  (what: 'revisions' | 'charts'): Opener =>
  (state) => {
    state.findings[what]++
    return undefined
  }

const ofParagraph =
  (change: (paragraph: Paragraph, state: State, value: string | undefined) => void): Opener =>
  (state, _, value) => {
    if (state.properties === 'paragraph' && state.flow.paragraph !== null) change(state.flow.paragraph, state, value)
    return undefined
  }

const margin =
  (kind: 'header' | 'footer'): Opener =>
  (state, attributes) => {
    state.findings.margins.push({ kind, type: attributes['w:type'] ?? 'default', relationship: attributes['r:id'] ?? '' })
    return undefined
  }

const reference =
  (kind: 'footnote' | 'endnote'): Opener =>
  (state, attributes) => {
    if (!state.hidden) state.findings.notes.push({ kind, id: attributes['w:id'] ?? '' })
    return undefined
  }

const document: Opener = (state, attributes) => {
  state.preservesBlanks = attributes['xml:space'] === 'preserve'
  return undefined
}

const beginParagraph: Opener = (state) => {
  endParagraph(state)
  countBlock(state)
  state.flow.paragraph = openParagraph(state.context.styles.find(undefined))
  return undefined
}

const beginParagraphProperties: Opener = (state) => {
  state.properties = 'paragraph'
  return undefined
}

/** The first letter of a paragraph, set large in a frame of its own. */
const frame: Opener = (state, attributes) => {
  if (state.properties === 'paragraph' && state.flow.paragraph !== null)
    state.flow.paragraph.dropCap = (attributes['w:dropCap'] ?? 'none') !== 'none'
  return undefined
}

const text: Opener = (state, attributes) => {
  state.collecting = { text: '', exact: state.preservesBlanks || attributes['xml:space'] === 'preserve' }
  return undefined
}

/** Line breaks of the XML are blanks; blanks at the ends count only where the file says so. */
const endText: Closer = (state) => {
  const { text: collected, exact } = state.collecting ?? { text: '', exact: true }
  state.collecting = null
  const blank = /[\n\t]/u.test(collected) ? collected.replace(/[\n\t]/gu, ' ') : collected
  append(state, exact ? blank : trimBlanks(blank))
}

/** XML's own blank only: an ideographic space at the start is the writer's indent. */
function trimBlanks(value: string): string {
  let start = 0
  let end = value.length
  while (value[start] === ' ') start++
  while (end > start && value[end - 1] === ' ') end--
  return value.slice(start, end)
}

const tab: Opener = (state) => {
  if (state.properties === null) append(state, '\t')
  return undefined
}

const lineBreak: Opener = (state, attributes) => {
  const type = attributes['w:type']
  if (type !== 'page' && type !== 'column') append(state, '\n')
  else if (state.flow.paragraph !== null) state.flow.paragraph.breakPending = true
  return undefined
}

const symbol: Opener = (state, attributes) => {
  append(state, symbolCharacter(attributes['w:font'] ?? '', Number.parseInt(attributes['w:char'] ?? '0', 16) || 0))
  return undefined
}

/** Within properties the mark or the row is deleted, elsewhere the content. */
const removed: Opener = (state) => {
  state.findings.revisions++
  if (state.properties === null) return 'skip'
  if (state.properties === 'paragraph' && state.flow.paragraph !== null) state.flow.paragraph.markRemoved = true
  if (state.properties === 'row' && state.flow.table?.row != null) state.flow.table.row.removed = true
  return undefined
}

const note: Opener = (state, attributes) => {
  if (state.kind !== 'note') return undefined
  if (SEPARATORS.has(attributes['w:type'] ?? '')) return 'skip'
  enterFlow(state, openFlow(), attributes['w:id'] ?? '')
  return undefined
}

const textBox: Opener = (state) => {
  enterFlow(state, openFlow())
  return undefined
}

const alternatives: Opener = (state) => {
  state.alternativeTaken.push(false)
  return undefined
}

const alternative: Opener = (state) => {
  const last = state.alternativeTaken.length - 1
  if (state.alternativeTaken[last] === true) return 'skip'
  if (last >= 0) state.alternativeTaken[last] = true
  return undefined
}

const chunk: Opener = (state, attributes) => {
  const blocks = state.context.chunk(attributes['r:id'] ?? '')
  if (blocks === null) {
    state.findings.foreignParts++
    return undefined
  }
  const tables = state.findings.tables
  for (const block of blocks) {
    countBlock(state)
    state.findings.characters += block.text.length
    if (block.cell !== undefined) {
      block.cell.table += tables
      state.findings.tables = Math.max(state.findings.tables, block.cell.table)
    }
    state.flow.blocks.push(block)
  }
  return undefined
}

const diagram: Opener = (state, attributes) => {
  const texts = state.context.diagram(attributes['r:dm'] ?? '')
  if (texts === null || texts.length === 0) state.findings.charts++
  else for (const words of texts) addBox(state, words)
  return undefined
}

/** WordArt of earlier versions of Word, watermarks too. */
const textPath: Opener = (state, attributes) => {
  addBox(state, (attributes['string'] ?? '').replaceAll('\r\n', '\n'))
  return undefined
}

/** The picture that stands for an embedded object is none. */
const picture: Opener = (state) => {
  if (state.objectDepth === 0 && state.kind === 'paragraph') state.findings.pictures++
  return undefined
}

const embeddedObject: Opener = (state) => {
  state.findings.objects++
  state.objectDepth++
  return undefined
}

const titlePage: Opener = (state, attributes: Attributes) => {
  if (isOn(attributes)) state.findings.titlePage = true
  return undefined
}

const endParagraphProperties: Closer = (state) => {
  state.properties = null
}

export const textOpeners: readonly (readonly [string, Opener])[] = [
  ['w:document', document],
  ['w:p', beginParagraph],
  ['w:pPr', beginParagraphProperties],
  [
    'w:pStyle',
    ofParagraph((paragraph, state, value) => {
      paragraph.style = state.context.styles.find(value)
    }),
  ],
  [
    'w:outlineLvl',
    ofParagraph((paragraph, _, value) => {
      paragraph.outline = outlineLevel(integer(value) ?? -1)
    }),
  ],
  [
    'w:numId',
    ofParagraph((paragraph, _, value) => {
      paragraph.numId = integer(value)
    }),
  ],
  [
    'w:ilvl',
    ofParagraph((paragraph, _, value) => {
      paragraph.numLevel = integer(value)
    }),
  ],
  ...runOpeners,
  ['w:framePr', frame],
  ['w:t', text],
  ['m:t', text],
  ['m:den', appending('/')],
  ...fieldOpeners,
  ['w:tab', tab],
  ['w:ptab', appending('\t')],
  ['w:br', lineBreak],
  ['w:cr', appending('\n')],
  ['w:noBreakHyphen', appending('\u2011')],
  ['w:sym', symbol],
  ['w:ins', counting('revisions')],
  ['w:moveTo', counting('revisions')],
  ['w:del', removed],
  ['w:moveFrom', removed],
  ['w:footnoteReference', reference('footnote')],
  ['w:endnoteReference', reference('endnote')],
  ['w:footnote', note],
  ['w:endnote', note],
  ['w:txbxContent', textBox],
  ['mc:AlternateContent', alternatives],
  ['mc:Choice', alternative],
  ['mc:Fallback', alternative],
  ['w:object', embeddedObject],
  ['a:blip', picture],
  ['v:imagedata', picture],
  ['c:chart', counting('charts')],
  ['dgm:relIds', diagram],
  ['v:textpath', textPath],
  ['w:altChunk', chunk],
  ['w:titlePg', titlePage],
  ['w:headerReference', margin('header')],
  ['w:footerReference', margin('footer')],
]

export const textClosers: readonly (readonly [string, Closer])[] = [
  ...runClosers,
  ['w:p', endParagraph],
  ['w:pPr', endParagraphProperties],
  ['w:t', endText],
  ['m:t', endText],
  ...fieldClosers,
  ['w:footnote', leaveFlow],
  ['w:endnote', leaveFlow],
  ['w:txbxContent', leaveFlow],
  ['mc:AlternateContent', (state) => void state.alternativeTaken.pop()],
  ['w:object', (state) => void state.objectDepth--],
]

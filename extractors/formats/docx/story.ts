/**
 * One part that holds text (the body, a header, the footnotes) read from its XML into blocks: what the reader of the printed page would read.
 *
 * Tracked changes are read as accepted, hidden text is left out, of alternative contents the first is taken. What was left out is counted in
 * `Findings`, from which the reader makes its notices. Elements are those of ECMA-376 part 1, 17.
 */
import type { BlockKind } from '../../document.ts'
import { closeFlow } from './flow.ts'
import { type Closer, leaveFlow, newState, type Opener, type StoryContext } from './state.ts'
import type { Draft } from './table.ts'
import { tableClosers, tableOpeners } from './table-elements.ts'
import { textClosers, textOpeners } from './text-elements.ts'
import { walkXml } from './xml.ts'

export interface Story {
  readonly blocks: readonly Draft[]
  /** Of a part that holds notes: the blocks of each, by id. */
  readonly notes: ReadonlyMap<string, readonly Draft[]>
  readonly wellFormed: boolean
}

const leaveOut: Opener = () => 'skip'
/** Earlier formatting, settings of controls and tables, readings above characters. */
const LEFT_OUT = [
  ...[
    'w:pPrChange',
    'w:rPrChange',
    'w:tblPrChange',
    'w:tblGridChange',
    'w:tblPrExChange',
    'w:trPrChange',
    'w:tcPrChange',
    'w:sectPrChange',
  ],
  ...['w:numberingChange', 'w:sdtPr', 'w:sdtEndPr', 'w:tblPr', 'w:tblGrid', 'w:rt', 'm:ctrlPr', 'w:delText', 'w:delInstrText'],
]
const OPENERS: ReadonlyMap<string, Opener> = new Map([
  ...textOpeners,
  ...tableOpeners,
  ...LEFT_OUT.map((name): [string, Opener] => [name, leaveOut]),
])
const CLOSERS: ReadonlyMap<string, Closer> = new Map([...textClosers, ...tableClosers])

/** `kind` is that of the part's plain paragraphs: paragraph, header, footer or note. */
export function readStory(bytes: Uint8Array, kind: BlockKind, context: StoryContext): Story {
  const state = newState(kind, context)
  const wellFormed = walkXml(bytes, {
    open(name, attributes) {
      return OPENERS.get(name)?.(state, attributes, attributes['w:val'])
    },
    text(text) {
      if (state.collecting !== null) state.collecting.text += text
    },
    close(name) {
      CLOSERS.get(name)?.(state)
    },
  })
  while (state.levels.length > 1) leaveFlow(state)
  closeFlow(state.flow, kind, context.numbering)
  return { blocks: state.flow.blocks, notes: state.notes, wellFormed }
}

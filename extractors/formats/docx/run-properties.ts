/** What a run says of its text: hidden, struck through, raised or lowered. Its style says it first, its own properties overrule that. */
import type { Script } from '../scripts.ts'
import type { Opener, State } from './state.ts'
import type { Style } from './styles.ts'
import { isOn } from './xml.ts'

const SCRIPTS: Readonly<Record<string, Script>> = { superscript: 'raised', subscript: 'lowered' }

/** null where the text stands on the line. */
export const scriptOf = (value: string | undefined): Script | null => SCRIPTS[value ?? ''] ?? null

const beginRun: Opener = (state) => {
  const style = state.flow.paragraph?.style
  state.hidden = style?.hidden ?? false
  state.struck = style?.struck ?? false
  state.script = style?.script ?? null
  return undefined
}

const runStyle: Opener = (state, _, value) => {
  if (state.properties === null) follow(state, state.context.styles.find(value))
  return undefined
}

function follow(state: State, { hidden, struck, script }: Style): void {
  if (hidden) state.hidden = true
  if (struck) state.struck = true
  if (script !== null) state.script = script
}

const vanish: Opener = (state, attributes) => {
  if (state.properties === null) state.hidden = isOn(attributes)
  else if (state.properties === 'paragraph' && state.flow.paragraph !== null) state.flow.paragraph.markHidden = isOn(attributes)
  return undefined
}

const strike: Opener = (state, attributes) => {
  if (state.properties === null) state.struck = isOn(attributes)
  return undefined
}

const verticalAlignment: Opener = (state, _, value) => {
  if (state.properties === null) state.script = scriptOf(value)
  return undefined
}

/** Of a formula: its runs begin within. */
const formulaScript =
  (script: Script): Opener =>
  (state) => {
    state.formulaScripts.push(script)
    return undefined
  }

export const runOpeners: readonly (readonly [string, Opener])[] = [
  ['w:r', beginRun],
  ['w:rStyle', runStyle],
  ['w:vanish', vanish],
  ['w:strike', strike],
  ['w:dstrike', strike],
  ['w:vertAlign', verticalAlignment],
  ['m:sup', formulaScript('raised')],
  ['m:sub', formulaScript('lowered')],
]

export const runClosers: readonly (readonly [string, (state: State) => void])[] = [
  ['m:sup', (state) => void state.formulaScripts.pop()],
  ['m:sub', (state) => void state.formulaScripts.pop()],
]

/** The elements of fields: their marks, instructions, and the data of form fields. */
import { addInstruction, beginField, beginResult, endField, isPageNumber, openSimpleField } from './fields.ts'
import { append, type Closer, type Opener, type State } from './state.ts'
import { integer, isOn } from './xml.ts'

const instruction: Opener = (state) => {
  state.collecting = { text: '', exact: true }
  return undefined
}

const endInstruction: Closer = (state) => {
  addInstruction(state.fields, state.collecting?.text ?? '')
  state.collecting = null
}

const fieldMark: Opener = (state, attributes) => {
  notePageNumber(state)
  const type = attributes['w:fldCharType']
  const length = state.flow.paragraph?.text.length ?? 0
  if (type === 'begin') beginField(state.fields)
  else if (type === 'separate') beginResult(state.fields, length)
  else if (type === 'end') show(state, endField(state.fields, length))
  return undefined
}

function show(state: State, text: string | null): void {
  if (text === null) state.findings.objects++
  else append(state, text)
}

const simpleField: Opener = (state, attributes) => {
  openSimpleField(state.fields, attributes['w:instr'] ?? '')
  notePageNumber(state)
  return undefined
}

function notePageNumber({ flow, fields }: State): void {
  if (flow.paragraph !== null && isPageNumber(fields)) flow.paragraph.pageNumber = true
}

const listEntry: Opener = (state, _, value) => {
  state.fields.at(-1)?.entries.push(value ?? '')
  return undefined
}

/** The entry of a list that is chosen, counted from nought. */
const choice: Opener = (state, _, value) => {
  const field = state.fields.at(-1)
  if (field !== undefined) field.chosen = integer(value) ?? 0
  return undefined
}

/** What a list or a box holds before anyone fills it in; `w:result` and `w:checked` come after it. */
const preset: Opener = (state, attributes, value) => {
  const field = state.fields.at(-1)
  if (field === undefined) return undefined
  field.chosen = integer(value) ?? 0
  field.ticked = isOn(attributes)
  return undefined
}

const ticked: Opener = (state, attributes) => {
  const field = state.fields.at(-1)
  if (field !== undefined) field.ticked = isOn(attributes)
  return undefined
}

export const fieldOpeners: readonly (readonly [string, Opener])[] = [
  ['w:instrText', instruction],
  ['w:fldChar', fieldMark],
  ['w:fldSimple', simpleField],
  ['w:listEntry', listEntry],
  ['w:result', choice],
  ['w:default', preset],
  ['w:checked', ticked],
]

export const fieldClosers: readonly (readonly [string, Closer])[] = [
  ['w:instrText', endInstruction],
  ['w:fldSimple', (state) => void state.fields.pop()],
]

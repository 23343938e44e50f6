/** Every code that the program can give stands in the office's list, and the list names no code that the program cannot give. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { lossAmong, notice } from '../../../extractors/formats/codes.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? sources(path) : /\.tsx?$/u.test(entry.name) ? [path] : []
  })
}

const inSource = new Set(
  ['extractors', 'rules', 'reports', 'pipeline']
    .flatMap((room) => sources(join(root, room)))
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/(?<![A-Z_])[EW]_[A-Z][A-Z0-9_]*/gu)].map(([code]) => code)),
)
const listed = [...readFileSync(join(root, 'docs/formats-and-notices.md'), 'utf8').matchAll(/^\| `([EW]_[A-Z0-9_]+)`/gmu)].map(
  (match) => match[1] ?? '',
)

test('each code is explained once', () => {
  expect([...inSource].filter((code) => !listed.includes(code))).toEqual([])
  expect(listed.filter((code, index) => listed.indexOf(code) !== index)).toEqual([])
})

test('each code explained can occur', () => {
  expect(listed.filter((code) => !inSource.has(code))).toEqual([])
})

test('what is said of an incomplete reading is what it lost, not what was noticed first', () => {
  const notices = [notice('W_HIDDEN_ROWS'), notice('W_PICTURE'), notice('W_FORMULA_NOT_CALCULATED')]
  expect(lossAmong(notices)?.code).toBe('W_FORMULA_NOT_CALCULATED')
  expect(lossAmong(notices.slice(0, 2))?.code).toBe('W_PICTURE')
  expect(lossAmong(notices.slice(0, 1))).toBeUndefined()
})

test('every code of the office’s list that is marked as a loss is one', () => {
  const marked = [...readFileSync(join(root, 'docs/formats-and-notices.md'), 'utf8').matchAll(/^\| `(W_[A-Z0-9_]+)`（缺）/gmu)]
  for (const [, code = ''] of marked)
    if (code !== 'W_INCOMPLETE') expect(lossAmong([{ code: code as `W_${string}`, message: '' }])?.code).toBe(code)
})

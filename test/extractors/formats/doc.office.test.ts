/** Word 97–2003 files as LibreOffice writes and reads them, against the reader. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readDoc } from '../../../extractors/formats/doc/read-doc.ts'
import { defaultLimits } from '../../../extractors/formats/reading.ts'
import { reportDocx } from '../../support/office/report-docx.ts'
import { convert } from '../../support/office/soffice.ts'

/** LibreOffice shows revisions and hidden text in its text export; both are left out here. */
const NOT_SHOWN = ['合格116批次，', '隐藏字']

/** Text alone: numbers of lists stand with a blank and an indent in LibreOffice's export, notes with their mark. */
const bare = (text: string): string => NOT_SHOWN.reduce((rest, words) => rest.replaceAll(words, ''), text).replace(/[\s\ufeff]/gu, '')

test('body text, labels and cells are those of LibreOffice, in its order', async () => {
  const doc = convert(await reportDocx(), 'docx', 'doc')[0] ?? new Uint8Array()
  const exported = bare(new TextDecoder().decode(convert(doc, 'doc', 'txt:Text:UTF8')[0]))
    .replace('隐藏字1', '')
    .replace('97.5%。1', '97.5%。')
  const { blocks } = readDoc(doc, defaultLimits)
  const body = blocks.filter(({ kind }) => kind !== 'header' && kind !== 'footer' && kind !== 'note')
  expect(bare(body.map(({ label, text }) => `${label ?? ''}${text}`).join(''))).toBe(
    exported.slice(0, exported.lastIndexOf('特此报告。') + 5),
  )
})

const folder = fileURLToPath(new URL('../../../corpus/samples', import.meta.url))
const samples = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(?:doc|wps)$/u.test(path))

test.each(samples)('the sample %s gives the text that LibreOffice gives', (path) => {
  const bytes = new Uint8Array(readFileSync(`${folder}/${path}`))
  const exported = bare(new TextDecoder().decode(convert(bytes, 'doc', 'txt:Text:UTF8')[0]))
  const { blocks } = readDoc(bytes, defaultLimits)
  const missing = blocks.filter(({ kind, text }) => kind !== 'header' && kind !== 'footer' && !exported.includes(bare(text)))
  expect(missing.map(({ text }) => text)).toEqual([])
})

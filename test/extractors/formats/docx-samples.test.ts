/** The packed samples: the same text as was written, and the same as mammoth finds. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { readDocx } from '../../../extractors/formats/docx/read-docx.ts'
import { defaultLimits } from '../../../extractors/formats/reading.ts'
import { type Part, parseSample, plainText, type Sample } from '../../support/packing/sample.ts'
import { officialFonts, packWord } from '../../support/packing/word.ts'

const SOURCE = 'test/support/samples'
const samples = readdirSync(SOURCE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(join(SOURCE, name)).map((file) => join(SOURCE, name, file)))
  .filter((path) => path.endsWith('.md'))
  .map((path) => parseSample(path, readFileSync(path, 'utf8')))
  .filter(({ format }) => format === 'docx')

const pieces = (text: string): string[] => text.split(/[\n\t]+/u).filter((piece) => piece.trim() !== '')

describe.each(samples.map((sample): [string, Sample] => [sample.source, sample]))('%s', (_, sample) => {
  test('every piece of its text is read, in order, and nothing else', async () => {
    const { blocks } = readDocx(await packWord(sample, officialFonts), defaultLimits)
    expect(blocks.flatMap(({ text }) => pieces(text))).toEqual(pieces(plainText(sample)))
  })

  test('headings have the levels that were given them, and the numbers that Word counts', async () => {
    const { blocks } = readDocx(await packWord(sample, officialFonts), defaultLimits)
    const found = blocks.filter(({ kind }) => kind === 'heading').map(({ level, label = '', text }) => `${level} ${label}${text}`)
    expect(found).toEqual(expectedHeadings(sample))
  })

  test('mammoth finds the same body', async () => {
    const bytes = await packWord(sample, officialFonts)
    const body = readDocx(bytes, defaultLimits).blocks.filter(({ kind }) => kind !== 'header' && kind !== 'footer' && kind !== 'note')
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    expect(body.flatMap(({ text }) => pieces(text))).toEqual(pieces(value))
  })
})

test.each(
  samples
    .filter(({ settings }) => settings['archive'] === undefined && settings['corrupt'] === undefined)
    .map((sample) => [sample.out, sample] as const),
)('corpus/samples/%s says what its source says (else: npm run pack-samples)', (out, sample) => {
  const { blocks } = readDocx(new Uint8Array(readFileSync(join('corpus/samples', out))), defaultLimits)
  expect(blocks.flatMap(({ text }) => pieces(text))).toEqual(pieces(plainText(sample)))
})

const DIGITS = [...'一二三四五六七八九十']

function expectedHeadings({ parts, settings }: Sample): string[] {
  const counts = [0, 0, 0]
  return parts.flatMap((part: Part): string[] => {
    if (part.kind === 'title') return [`0 ${part.text}`]
    if (part.kind !== 'heading') return []
    if (settings['numbering'] !== 'auto') return [`${part.level} ${part.text}`]
    const number = (counts[part.level - 1] ?? 0) + 1
    counts.splice(part.level - 1, 3, number, ...[0, 0, 0].slice(part.level))
    const label = [`${DIGITS[number - 1]}、`, `（${DIGITS[number - 1]}）`, `${number}.`][part.level - 1]
    return [`${part.level} ${label}${part.text}`]
  })
}

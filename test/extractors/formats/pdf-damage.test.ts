/** A PDF damaged on its way: what pdfjs passes over without a word is no complete reading. The files are whole ones with a few bytes changed. */
import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { Rejection } from '../../../extractors/formats/reading.ts'
import { random } from '../../support/office/mutate.ts'
import { text, writePdf } from '../../support/pdf/pdf-writer.ts'
import { read, textsOf } from '../../support/pdf/read.ts'

const WORDS = '抽检食品一百批次，全部合格。'
const small = writePdf([{ content: text(70, 700, 12, WORDS) }, { content: text(70, 700, 12, '二、存在的问题') }])
const fixture = new Uint8Array(readFileSync(new URL('../../fixtures/pdf/plain.pdf', import.meta.url)))

const isIncomplete = async (bytes: Uint8Array): Promise<boolean> => {
  try {
    return (await read(bytes)).incomplete
  } catch (error) {
    if (error instanceof Rejection) return true
    throw error
  }
}

function inserted(bytes: Uint8Array, at: number, more: Uint8Array): Uint8Array {
  const longer = new Uint8Array(bytes.length + more.length)
  longer.set(bytes.subarray(0, at))
  longer.set(more, at)
  longer.set(bytes.subarray(at), at + more.length)
  return longer
}

const replaced = (bytes: Uint8Array, words: string, by: string): Uint8Array => {
  const at = Buffer.from(bytes).indexOf(words, 0, 'latin1')
  expect(at).toBeGreaterThan(0)
  const copy = bytes.slice()
  copy.set(Buffer.from(by, 'latin1'), at)
  return copy
}

describe('a PDF with bytes that do not belong to it', () => {
  it.each([
    ['written by hand', small],
    ['of LibreOffice', fixture],
  ])('%s: is complete when whole, and incomplete wherever bytes came in or went missing', async (_, whole) => {
    expect(await isIncomplete(whole)).toBe(false)
    const next = random(20)
    const table = Buffer.from(whole).lastIndexOf('xref\n0 ', undefined, 'latin1')
    for (let turn = 0; turn < 12; turn++) {
      const [at, count] = [20 + Math.floor(next() * (table - 20)), 1 + Math.floor(next() * 20)]
      const junk = Uint8Array.from({ length: count }, () => Math.floor(next() * 256))
      expect(await isIncomplete(inserted(whole, at, junk)), `${count} bytes more at ${at}`).toBe(true)
      expect(await isIncomplete(Buffer.concat([whole.subarray(0, at), whole.subarray(at + count)])), `${count} fewer at ${at}`).toBe(true)
    }
  })

  it.each([
    ['the beginning of an object', '9 0 obj', '9 0 0bj'],
    ['the end of an object', 'endobj\n11 0', 'endabj\n11 0'],
    ['the end of a stream', 'endstream', 'endstxeam'],
    ['a stretch of a dictionary, blanked', '/Contents 9 0 R', '\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0'],
  ])('%s', async (_, words, by) => {
    expect(await isIncomplete(replaced(small, words, by))).toBe(true)
  })

  it('is whole where a mail system set words before it, which shifts all alike', async () => {
    const lead = Buffer.from('X-Mail: forwarded\r\n\r\n', 'latin1')
    const reading = await read(inserted(small, 0, lead))
    expect(reading.incomplete).toBe(false)
    expect(textsOf(reading, 'heading', 'paragraph')[0]).toBe(WORDS)
  })
})

/** ASCII85 as its specification writes it. */
function ascii85(bytes: Uint8Array): string {
  let out = ''
  for (let at = 0; at < bytes.length; at += 4) {
    const group = [0, 1, 2, 3].map((byte) => bytes[at + byte] ?? 0)
    let value = group.reduce((sum, byte) => sum * 256 + byte, 0)
    const digits = Array.from({ length: 5 }, () => {
      const digit = value % 85
      value = Math.floor(value / 85)
      return String.fromCharCode(33 + digit)
    })
      .reverse()
      .join('')
    out += value === 0 && digits === '!!!!!' && at + 4 <= bytes.length ? 'z' : digits.slice(0, 1 + Math.min(4, bytes.length - at))
  }
  return `${out}~>`
}

describe('compressed text that was made printable', () => {
  const content = deflateSync(
    Buffer.from(Array.from({ length: 30 }, (_, at) => text(70, 700 - at * 20, 12, `${WORDS}${at}`)).join('\n'), 'latin1'),
  )
  it.each([
    ['ASCII85Decode', ascii85(content), (all: string) => all.replace(all.slice(200, 203), all.slice(200, 203) === '"""' ? '###' : '"""')],
    [
      'ASCIIHexDecode',
      `${content.toString('hex')}>`,
      (all: string) => `${all.slice(0, 400)}${all.slice(400, 404) === '0000' ? '1111' : '0000'}${all.slice(404)}`,
    ],
  ])('%s: a changed character is seen', async (filter, printed, change) => {
    const written = (body: string): Uint8Array => writePdf([{ content: body, dictionary: `/Filter [ /${filter} /FlateDecode ]` }])
    const whole = await read(written(printed))
    expect(whole.incomplete).toBe(false)
    expect(textsOf(whole, 'heading', 'paragraph').join('')).toContain(WORDS)
    expect(await isIncomplete(written(change(printed)))).toBe(true)
  })
})

/** ZIP containers packed by fflate. */
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { defaultLimits } from '../../../extractors/formats/reading.ts'
import { openZip } from '../../../extractors/formats/zip.ts'

const text = '工业产品监督抽查合格率97.5%。'.repeat(3000)
const packed = zipSync({ 'word/document.xml': strToU8(text), '乌苏市/说明.txt': [strToU8('说明'), { level: 0 }] })

function code(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    return (error as { code: string }).code
  }
  return 'none'
}

/** Changes the 32-bit number at `offset` of the first central directory header. */
function withDirectoryField(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  const copy = bytes.slice()
  const at = copy.findIndex((byte, index) => byte === 0x50 && copy[index + 1] === 0x4b && copy[index + 2] === 1 && copy[index + 3] === 2)
  new DataView(copy.buffer).setUint32(at + offset, value, true)
  return copy
}

test('entries are listed by name and read back byte for byte, deflated and stored', () => {
  const zip = openZip(packed, defaultLimits)
  expect(zip.entries.map(({ name, utf8 }) => [name, utf8])).toEqual([
    ['word/document.xml', false],
    ['乌苏市/说明.txt', true],
  ])
  expect(zip.entries.map((entry) => new TextDecoder().decode(zip.read(entry)))).toEqual([text, '说明'])
})

test('an archive behind other bytes and before a comment is found', () => {
  const shifted = new Uint8Array([...strToU8('#!/bin/sh\n'), ...packed])
  const zip = openZip(shifted, defaultLimits)
  expect(zip.entries.map((entry) => zip.read(entry).length)).toEqual([strToU8(text).length, 6])
})

test('an unmarked name that is no UTF-8 is read as GB 18030, and its bytes are kept', () => {
  const copy = packed.slice()
  const gbk = [0xce, 0xda, 0xcb, 0xd5] // 乌苏
  const [entry] = openZip(rename(copy, gbk), defaultLimits).entries
  expect([entry?.name.slice(0, 2), entry?.utf8, [...(entry?.nameBytes.subarray(0, 4) ?? [])]]).toEqual(['乌苏', false, gbk])
})

function rename(bytes: Uint8Array, name: readonly number[]): Uint8Array {
  const at = bytes.findIndex((byte, index) => byte === 0x50 && bytes[index + 1] === 0x4b && bytes[index + 2] === 1)
  bytes.set(name, at + 46)
  return bytes
}

test('more than the limit is refused by the declared size, before anything is inflated', () => {
  expect(code(() => openZip(packed, { ...defaultLimits, inflatedBytes: 1000 }))).toBe('E_TOO_LARGE')
  expect(code(() => openZip(packed, { ...defaultLimits, archiveEntries: 1 }))).toBe('E_TOO_MANY_ENTRIES')
})

test('an entry that holds more than it declares is refused by what it inflates to', () => {
  const zip = openZip(withDirectoryField(packed, 24, 100), defaultLimits)
  expect(zip.entries.slice(0, 1).map((entry) => code(() => zip.read(entry)))).toEqual(['E_CORRUPT'])
})

test('reading one entry again and again ends at the limit', () => {
  const zip = openZip(packed, { ...defaultLimits, inflatedBytes: strToU8(text).length * 1.5 })
  const [entry] = zip.entries
  expect(code(() => [1, 2].map(() => entry && zip.read(entry)))).toBe('E_TOO_LARGE')
})

test('a changed byte is found by the checksum', () => {
  const zip = openZip(withDirectoryField(packed, 16, 1), defaultLimits)
  expect(zip.entries.slice(0, 1).map((entry) => code(() => zip.read(entry)))).toEqual(['E_CORRUPT'])
})

test('encrypted entries are listed and refused when read', () => {
  const zip = openZip(withDirectoryField(packed, 8, 0x0008_0001), defaultLimits)
  expect(zip.entries.slice(0, 1).map((entry) => [entry.encrypted, code(() => zip.read(entry))])).toEqual([[true, 'E_ENCRYPTED']])
})

test('no archive and half an archive are refused', () => {
  for (const bytes of [new Uint8Array(), strToU8('PK'), packed.subarray(0, packed.length - 40), new Uint8Array(100)]) {
    expect(code(() => openZip(bytes, defaultLimits))).toBe('E_CORRUPT')
  }
})

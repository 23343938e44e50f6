/** Files that are strange, damaged or hostile: always a reading or a rejection. */
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readDocx } from '../../../extractors/formats/docx/read-docx.ts'
import { defaultLimits, type Limits, type Reading, Rejection } from '../../../extractors/formats/reading.ts'
import { line, numbered, p, r, t, wordXml } from '../../support/packing/word-xml.ts'

function outcome(bytes: Uint8Array, limits: Limits = defaultLimits): Reading | string {
  try {
    return readDocx(bytes, limits)
  } catch (error) {
    if (error instanceof Rejection) return error.code
    throw error
  }
}

const texts = (read: Reading | string): string[] => (typeof read === 'string' ? [read] : read.blocks.map(({ text }) => text))

function withMain(change: (xml: string) => string, body = line('甲') + line('乙')): Uint8Array {
  const parts = unzipSync(wordXml({ body }))
  const name = 'word/document.xml'
  return zipSync({ ...parts, [name]: strToU8(change(new TextDecoder().decode(parts[name]))) })
}

test('strict documents, other prefixes and a default namespace are read alike', () => {
  const strict = withMain((xml) =>
    xml.replace('http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main'),
  )
  const prefixed = withMain((xml) => xml.replaceAll('<w:', '<ns0:').replaceAll('</w:', '</ns0:').replace('xmlns:w=', 'xmlns:ns0='))
  const bare = withMain((xml) => xml.replaceAll('<w:', '<').replaceAll('</w:', '</').replace('xmlns:w=', 'xmlns='))
  for (const bytes of [strict, prefixed, bare]) expect(texts(outcome(bytes))).toEqual(['甲', '乙'])
})

test('a part in UTF-16 is read', () => {
  const parts = unzipSync(wordXml({ body: line('合格率97.5%') }))
  const xml = new TextDecoder().decode(parts['word/document.xml']).replace('encoding="UTF-8"', 'encoding="UTF-16"')
  const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(xml, 'utf16le')])
  expect(texts(outcome(zipSync({ ...parts, 'word/document.xml': utf16 })))).toEqual(['合格率97.5%'])
})

test('a body that breaks off is read up to there, and said to be incomplete', () => {
  const read = outcome(withMain((xml) => xml.slice(0, xml.indexOf('乙') + 1)))
  expect(texts(read)).toEqual(['甲'])
  expect(read).toMatchObject({ incomplete: true, notices: [{ code: 'W_TRUNCATED' }] })
})

test('a body without anything to read and a package without a body are rejected', () => {
  expect(outcome(withMain(() => 'no xml at all'))).toBe('E_CORRUPT')
  expect(outcome(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }))).toBe('E_CORRUPT')
})

test('a missing or damaged part is named, and the rest is read', () => {
  const bytes = wordXml({ body: numbered('甲', 1), numbering: '<w:num w:numId="1">', styles: '' })
  const missing = Object.fromEntries(Object.entries(unzipSync(bytes)).filter(([name]) => name !== 'word/styles.xml'))
  const read = outcome(zipSync(missing))
  expect(texts(read)).toEqual(['甲'])
  expect(read).toMatchObject({ incomplete: true })
  expect(typeof read === 'string' ? [] : read.notices.map(({ message }) => message.slice(0, 7))).toEqual([
    '文档的样式部分',
    '文档的自动编号',
  ])
})

test('without relationships the parts are found under their usual names', () => {
  const bytes = wordXml({
    body: line('甲', '<w:pStyle w:val="x"/>'),
    styles: '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="heading 2"/></w:style>',
  })
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('.rels'))
  expect(outcome(zipSync(Object.fromEntries(parts)))).toMatchObject({ blocks: [{ kind: 'heading', level: 2, text: '甲' }] })
})

test('entities are not expanded', () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
  const read = outcome(withMain((xml) => xml.replace('?>', `?>${bomb}`).replace('甲', '&b;&c;')))
  expect(texts(read)).toEqual(['&b;&c;', '乙'])
})

test('deep nesting ends the reading, not the program', () => {
  const deep = `${line('甲')}${'<w:tbl><w:tr><w:tc>'.repeat(20_000)}`
  expect(outcome(wordXml({ body: deep }))).toMatchObject({ incomplete: true, blocks: [{ text: '甲' }] })
})

test('more text, paragraphs or cells than the limit are refused', () => {
  const limits = { ...defaultLimits, characters: 100 }
  expect(outcome(wordXml({ body: line('字'.repeat(101)) }), limits)).toBe('E_TOO_LARGE')
  expect(outcome(wordXml({ body: '<w:p/>'.repeat(101) }), limits)).toBe('E_TOO_LARGE')
  expect(outcome(wordXml({ body: `<w:tbl><w:tr>${'<w:tc/>'.repeat(101)}</w:tr></w:tbl>` }), limits)).toBe('E_TOO_LARGE')
  expect(outcome(wordXml({ body: line('字'.repeat(100_000)) }), { ...defaultLimits, inflatedBytes: 10_000 })).toBe('E_TOO_LARGE')
})

test('whatever bytes are cut off or flipped, a reading or a rejection comes out', () => {
  const box = `<mc:AlternateContent><mc:Choice><w:txbxContent>${line('框')}</w:txbxContent></mc:Choice></mc:AlternateContent>`
  const rows = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc></w:tr>'.repeat(3)
  const body =
    numbered('甲', 1) +
    p(`${r(t('乙') + box)}<w:fldSimple w:instr="PAGE"/>`) +
    `<w:tbl>${rows}</w:tbl>` +
    line('丙', '<w:pStyle w:val="h"/>')
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
  const whole = wordXml({ body, numbering, styles: '<w:style w:styleId="h"><w:basedOn w:val="h"/></w:style>', comments: '<w:comment/>' })
  const random = seeded(20201231)
  for (let round = 0; round < 400; round++) {
    const bytes = round % 4 === 0 ? whole.slice(0, random(whole.length)) : whole.slice()
    for (let flips = random(4); flips > 0 && bytes.length > 0; flips--) bytes[random(bytes.length)] = random(256)
    outcome(bytes)
  }
  for (let round = 0; round < 400; round++) {
    outcome(withMain((xml) => garble(xml, random), body))
  }
})

function garble(xml: string, random: (below: number) => number): string {
  const at = random(xml.length)
  const length = random(40)
  const moved = xml.slice(at, at + length)
  const rest = xml.slice(0, at) + xml.slice(at + length)
  const to = random(rest.length)
  return rest.slice(0, to) + moved + rest.slice(to)
}

/** Numbers that are the same in every run (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}

test('bytes before the container, and backslashes in its names, lose nothing', async () => {
  const bytes = wordXml({ body: line('合格率97.5%'), styles: '' })
  const renamed = zipSync(Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name.replaceAll('/', '\\'), part])))
  for (const given of [Buffer.concat([Buffer.from('X-Mail: 1\r\n\r\n'), bytes]), renamed]) {
    const { blocks, incomplete, notices } = readDocx(given, defaultLimits)
    expect([blocks.map(({ text }) => text), incomplete, notices]).toEqual([['合格率97.5%'], false, []])
  }
})

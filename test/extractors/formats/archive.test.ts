import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { listArchive } from '../../../extractors/formats/archive.ts'
import { defaultLimits, type Limits } from '../../../extractors/formats/reading.ts'
import { rejectionCode } from '../../support/office/rejection-code.ts'
import { gbk, unicodePath, type ZipSource, zipBytes } from '../../support/office/zip-bytes.ts'

const list = (sources: readonly ZipSource[], limits: Partial<Limits> = {}) =>
  listArchive(zipBytes(sources), { ...defaultLimits, ...limits })
const paths = (sources: readonly ZipSource[]) => list(sources).files.map(({ path }) => path)
const file = (name: string | Uint8Array, more: Partial<ZipSource> = {}): ZipSource => ({ name, content: '合格率97.5%', ...more })

describe('names', () => {
  test.each([
    ['GBK without a mark', file(gbk('乌苏市/分析报告.txt')), '乌苏市/分析报告.txt'],
    ['GBK that is valid UTF-8 by chance', file(gbk('前缀.txt')), '前缀.txt'],
    ['GBK of rare characters', file(gbk('鄯善.txt')), '鄯善.txt'],
    ['UTF-8 of rare characters without a mark', file('䴙䴘鄯.txt'), '䴙䴘鄯.txt'],
    ['UTF-8 with a mark', file('乌苏市/分析报告.txt', { flags: 0x800 }), '乌苏市/分析报告.txt'],
    ['GBK under the mark of UTF-8', file(gbk('乌苏市/分析报告.txt'), { flags: 0x800 }), '乌苏市/分析报告.txt'],
    ['UTF-8 without a mark', file('乌苏市/分析报告.txt'), '乌苏市/分析报告.txt'],
    ['a unicode path field', file(gbk('报告.txt'), { extra: unicodePath(gbk('报告.txt'), '報告①.txt') }), '報告①.txt'],
    ['backslashes of Windows', file('乌苏市\\报告.txt'), '乌苏市/报告.txt'],
    ['a step upwards', file('../../etc/报告.txt'), 'etc/报告.txt'],
    ['an absolute path', file('/etc/报告.txt'), 'etc/报告.txt'],
    ['a drive', file('C:\\材料\\报告.txt'), '材料/报告.txt'],
    ['a control character', file('报告\u0000.txt'), '报告_.txt'],
  ])('%s', (_, source, path) => {
    expect(paths([source])).toEqual([path])
  })

  test('a path that was put right is said', () => {
    expect(list([file('../报告.txt'), file('好/报告.txt')]).notices).toEqual([
      { code: 'W_ENTRY_PATH', message: expect.stringContaining('报告.txt：') },
    ])
  })

  test('names in Big5 are read as such and said to be a guess, as long as all are', () => {
    const big5 = Uint8Array.from([0xa6, 0xab, 0xa8, 0xbd, 0xbf, 0xa4, 0x2f, 0xb3, 0xf8, 0xa7, 0x69, 0x2e, 0x74, 0x78, 0x74])
    expect(paths([file(big5)])).toEqual(['托里縣/報告.txt'])
    expect(list([file(big5)]).notices.map(({ code }) => code)).toEqual(['W_ENTRY_NAME'])
    expect(paths([file(gbk('托里县/鄯善.txt')), file(gbk('乌苏市报告.txt'))])).toEqual(['托里县/鄯善.txt', '乌苏市报告.txt'])
    expect(list([file(gbk('前缀.txt')), file('é报告.txt')]).notices).toEqual([])
  })

  test('two entries of one name are both kept', () => {
    expect(paths([file('a/报告.txt'), file('a/报告.txt'), file('a/说明')])).toEqual(['a/报告.txt', 'a/报告(2).txt', 'a/说明'])
  })
})

test('an archive without a file is refused as empty, within another too', async () => {
  expect(await rejectionCode(() => list([]))).toBe('E_EMPTY')
  expect(await rejectionCode(() => list([file('材料/')]))).toBe('E_EMPTY')
  const { unread } = list([file('报告.txt'), file('空.zip', { content: zipBytes([file('材料/')]) })])
  expect(unread.map(({ path, code }) => [path, code])).toEqual([['空.zip', 'E_EMPTY']])
})

test('what systems leave behind is ignored and reported, folders are not', () => {
  const { files, unread } = list([
    file('材料/'),
    file('材料/.DS_Store'),
    file('__MACOSX/材料/._报告.txt'),
    file('Thumbs.db'),
    file('~$报告.docx'),
    file('材料/报告.txt'),
  ])
  expect(files.map(({ path }) => path)).toEqual(['材料/报告.txt'])
  expect(unread.map(({ path, code }) => [path, code])).toEqual([
    ['材料/.DS_Store', null],
    ['__MACOSX/材料/._报告.txt', null],
    ['Thumbs.db', null],
    ['~$报告.docx', null],
  ])
})

test('an entry that cannot be read does not stop the others', () => {
  const { files, unread } = list([file('加密.docx', { flags: 1 }), file('坏.txt', { size: 99 }), file('好.txt')])
  expect(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)])).toContainEqual(['好.txt', '合格率97.5%'])
  expect(unread.find(({ path }) => path === '加密.docx')?.code).toBe('E_ENCRYPTED')
})

describe('archives within archives', () => {
  const nested = (depth: number): Uint8Array =>
    depth === 0
      ? new TextEncoder().encode('合格')
      : zipBytes([{ name: depth === 1 ? '报告.txt' : `${depth - 1}.zip`, content: nested(depth - 1) }])

  test('are opened, and their files named after them', () => {
    expect(listArchive(nested(3), defaultLimits).files.map(({ path }) => path)).toEqual(['2.zip!/1.zip!/报告.txt'])
  })
  test('are opened to the allowed depth only', () => {
    expect(listArchive(nested(6), { ...defaultLimits, archiveDepth: 2 }).unread).toEqual([
      { path: '5.zip!/4.zip', code: 'E_ARCHIVE_TOO_DEEP', message: expect.stringContaining('请解压') },
    ])
  })
  test('share one bound of entries and of size', () => {
    const many = zipBytes(Array.from({ length: 8 }, (_, index) => file(`${index}.txt`)))
    const outer = [1, 2, 3].map((number): ZipSource => ({ name: `${number}.zip`, content: many }))
    expect(list(outer, { archiveEntries: 20 }).unread.map(({ code }) => code)).toEqual(['E_TOO_MANY_ENTRIES'])
    expect(list(outer, { inflatedBytes: 3 * many.length + 200 }).unread.map(({ code }) => code)).toContain('E_TOO_LARGE')
  })
})

test('a bomb costs nothing', async () => {
  const bomb = zipSync({ '大.txt': new Uint8Array(40_000_000) })
  expect(await rejectionCode(() => listArchive(bomb, { ...defaultLimits, inflatedBytes: 1_000_000 }))).toBe('E_TOO_LARGE')
})

test('a .docx inside is a file, not an archive', () => {
  const docx = zipSync({ '[Content_Types].xml': new Uint8Array(4), 'word/document.xml': new Uint8Array(4) })
  expect(list([{ name: '报告.docx', content: docx }]).files.map(({ path }) => path)).toEqual(['报告.docx'])
})

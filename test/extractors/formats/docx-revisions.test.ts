/** Tracked changes are read as accepted. */
import { expect, test } from 'vitest'
import { readDocx } from '../../../extractors/formats/docx/read-docx.ts'
import { defaultLimits } from '../../../extractors/formats/reading.ts'
import { line, p, r, t, wordXml } from '../../support/packing/word-xml.ts'

const reading = (body: string) => readDocx(wordXml({ body }), defaultLimits)
const texts = (body: string): string[] => reading(body).blocks.map(({ text }) => text)
const inserted = (text: string) => `<w:ins w:id="1">${r(t(text))}</w:ins>`
const deleted = (text: string) => `<w:del w:id="2">${r(`<w:delText>${text}</w:delText>`)}</w:del>`
const markDeleted = '<w:rPr><w:del w:id="3"/></w:rPr>'

test('insertions stay and deletions go, with a notice that counts them', () => {
  const body = p(r(t('合格率')) + deleted('96.5%') + inserted('97.5%') + r(t('。')))
  expect(texts(body)).toEqual(['合格率97.5%。'])
  expect(reading(body).notices).toEqual([{ code: 'W_TRACKED_CHANGES', message: '含修订痕迹2处，已按接受全部修订后的文字读取' }])
  expect(reading(line('无修订')).notices).toEqual([])
})

test('moved text stands where it was moved to', () => {
  expect(
    texts(
      p(`<w:moveFrom w:id="1">${r(t('移动'))}</w:moveFrom>${r(t('甲'))}`) + p(`${r(t('乙'))}<w:moveTo w:id="2">${r(t('移动'))}</w:moveTo>`),
    ),
  ).toEqual(['甲', '乙移动'])
})

test('a deleted paragraph mark joins two paragraphs, a deleted paragraph is gone', () => {
  expect(texts(line('前半', markDeleted) + line('后半'))).toEqual(['前半后半'])
  expect(texts(line('甲') + p(deleted('全删'), markDeleted) + line('乙'))).toEqual(['甲', '乙'])
  expect(texts(line('末段', markDeleted))).toEqual(['末段'])
})

test('earlier formatting is not taken for the present one', () => {
  const body = line('正文', '<w:pPrChange w:id="1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>')
  expect(reading(body).blocks.map(({ kind }) => kind)).toEqual(['paragraph'])
})

test('a run whose hidden formatting was taken away is read', () => {
  expect(texts(p(r(t('可见'), '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')))).toEqual(['可见'])
})

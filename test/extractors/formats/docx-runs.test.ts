/** What the look of a run means for its text, and what forms and fields show: written in raw XML. */
import { expect, test } from 'vitest'
import { readDocx } from '../../../extractors/formats/docx/read-docx.ts'
import { defaultLimits } from '../../../extractors/formats/reading.ts'
import { line, p, r, t, type WordXml, wordXml } from '../../support/packing/word-xml.ts'

const read = (source: WordXml) => readDocx(wordXml(source), defaultLimits)
const texts = (body: string, styles?: string): string[] =>
  read(styles === undefined ? { body } : { body, styles }).blocks.map(({ text }) => text)
const notices = (body: string) => read({ body }).notices.map(({ code, message }) => `${code} ${message}`)
const run = (properties: string, text: string): string => r(`<w:rPr>${properties}</w:rPr>${t(text)}`)
const raised = (text: string): string => run('<w:vertAlign w:val="superscript"/>', text)
const lowered = (text: string): string => run('<w:vertAlign w:val="subscript"/>', text)
const field = (data: string, instruction: string, result = ''): string =>
  `${r(`<w:fldChar w:fldCharType="begin">${data}</w:fldChar>`)}${r(`<w:instrText>${instruction}</w:instrText>`)}${result}${r('<w:fldChar w:fldCharType="end"/>')}`

test('raised and lowered digits keep their height', () => {
  expect(texts(p(r(t('达到10')) + raised('5') + r(t('CFU/g，3×10')) + raised('-4') + r(t('吨，300m')) + raised('2')))).toEqual([
    '达到10⁵CFU/g，3×10⁻⁴吨，300m²',
  ])
  expect(texts(p(r(t('PM')) + lowered('2.5') + r(t('、CO')) + lowered('2') + r(t('和x')) + raised('n')))).toEqual(['PM₂.₅、CO₂和xⁿ'])
})

test('what has no raised form stays as it is', () => {
  expect(texts(p(r(t('120')) + raised('[2]') + r(t('批次')) + raised('①') + r(t('，4')) + raised('th')))).toEqual(['120[2]批次①，4th'])
})

test('the height may come from a style, and a run may overrule it', () => {
  const styles = '<w:style w:type="character" w:styleId="Up"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
  const up = '<w:rStyle w:val="Up"/>'
  expect(texts(p(r(t('m')) + run(up, '3') + run(`${up}<w:vertAlign w:val="baseline"/>`, '4')), styles)).toEqual(['m³4'])
})

test('the exponent of a formula is raised', () => {
  const part = (name: string, text: string): string => `<m:${name}><m:r><m:t>${text}</m:t></m:r></m:${name}>`
  expect(texts(p(`<m:oMath><m:sSup>${part('e', '10')}${part('sup', '6')}</m:sSup></m:oMath>${r(t('个'))}`))).toEqual(['10⁶个'])
})

test('struck-through text is left out, and said', () => {
  const body = p(
    r(t('由')) +
      run('<w:strike/>', '88%') +
      run('<w:dstrike/>', '8') +
      run('<w:strike w:val="0"/>', '90%') +
      r(`<w:rPr><w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange></w:rPr>${t('提高到95%')}`),
  )
  expect(texts(body)).toEqual(['由90%提高到95%'])
  expect(notices(body)).toEqual(['W_STRUCK_THROUGH 4 字：含加删除线的文字，视为已删去，未计入正文'])
})

test('a list shows the entry that is chosen, a box whether it is ticked', () => {
  const list = (more: string): string =>
    `<w:ffData><w:ddList>${more}<w:listEntry w:val="95%"/><w:listEntry w:val="97%"/></w:ddList></w:ffData>`
  const box = (more: string): string => `<w:ffData><w:checkBox><w:sizeAuto/>${more}</w:checkBox></w:ffData>`
  expect(texts(p(r(t('为')) + field(list('<w:result w:val="1"/>'), ' FORMDROPDOWN ') + r(t('。'))))).toEqual(['为97%。'])
  expect(texts(p(r(t('为')) + field(list(''), 'FORMDROPDOWN', r('<w:fldChar w:fldCharType="separate"/>'))))).toEqual(['为95%'])
  expect(
    texts(
      p(
        field(box('<w:default w:val="0"/><w:checked/>'), 'FORMCHECKBOX') +
          r(t('是')) +
          field(box('<w:default w:val="0"/>'), 'FORMCHECKBOX') +
          r(t('否')),
      ),
    ),
  ).toEqual(['☑是☐否'])
})

test('what is chosen in a content control is read, its other entries are not', () => {
  const control = `<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:value="甲"/><w:listItem w:value="乙"/></w:dropDownList></w:sdtPr><w:sdtContent>${r(t('乙'))}</w:sdtContent></w:sdt>`
  expect(texts(p(control))).toEqual(['乙'])
})

test('an equation field is read where it is a number in a circle or a fraction, and said where it is more', () => {
  expect(texts(p(field('', 'eq \\o\\ac(○,25)') + r(t('后')) + field('', 'EQ \\f(117,120)')))).toEqual(['㉕后117/120'])
  expect(texts(p(r(t('前')) + field('', 'eq \\o\\ac(△,甲)')))).toEqual(['前甲'])
  expect(notices(p(r(t('前')) + field('', 'eq \\r(3,x)')))).toEqual(['W_EMBEDDED_OBJECT 含嵌入对象，其内容未读取'])
})

test('a drop cap belongs to the paragraph behind it', () => {
  expect(texts(p(r(t('食')), '<w:framePr w:dropCap="drop" w:lines="2"/>') + line('品抽检合格率98.2%。') + line('下段'))).toEqual([
    '食品抽检合格率98.2%。',
    '下段',
  ])
  expect(texts(p(r(t('框')), '<w:framePr w:w="100"/>') + line('下段'))).toEqual(['框', '下段'])
})

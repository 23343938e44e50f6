import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readExamples, unmark } from '../../support/examples.ts'
import { textDocument, valuesOf } from '../../support/text-document.ts'

const Expected = z.strictObject({
  indicator: z.string().nullable().optional(),
  role: z.string().optional(),
  value: z.number(),
  unit: z.string().optional(),
  comparator: z.string().optional(),
  basis: z.string().nullable().optional(),
  county: z.string().optional(),
  name: z.string().optional(),
  period: z.string().optional(),
  /** The whole's indicator that the value is a part of. */
  of: z.string().optional(),
  /** True where the value shares its quote with the one before. */
  same: z.boolean().default(false),
})
const Row = z.union([
  z.strictObject({ title: z.string().optional(), text: z.string(), values: z.array(Expected) }),
  z.strictObject({ nothing: z.array(z.string()) }),
])
const rows = z.array(Row).parse(readExamples('value'))
const TITLE = '乌苏市2020年第三季度质量状况分析报告'

function read(text: string, title = TITLE) {
  const document = textDocument(`${title}\n${text}`, '材料/报告.txt')
  const from = document.text.indexOf('\n') + 1
  const { values, numbers } = valuesOf(document)
  return { values: values.filter(({ evidence }) => evidence.start >= from), numbers, from, document }
}

describe('a statement of a value gives its indicator, role, unit, comparator, basis, county and period', () => {
  for (const row of rows)
    if ('text' in row)
      it(row.text, () => {
        const { text, marks } = unmark(row.text)
        const { values, from } = read(text, row.title)
        let mark = -1
        const expected = row.values.map(({ same, ...fields }) => ({ fields, place: marks[same ? mark : ++mark] }))
        expect(values.map(({ evidence }) => evidence.quote)).toEqual(expected.map(({ place }) => text.slice(place?.start, place?.end)))
        for (const [index, { fields, place }] of expected.entries()) {
          const { of, ...plain } = fields
          expect(values[index]).toMatchObject(plain)
          expect(values[index]?.evidence.start).toBe(from + (place?.start ?? Number.NaN))
          if (of) expect(values[index]?.breakdown?.of).toBe(of)
        }
      })
})

describe('what only looks like a value gives none', () => {
  for (const row of rows)
    if ('nothing' in row)
      for (const text of row.nothing)
        it(text, () => {
          expect(read(text).values.map(({ evidence }) => evidence.quote)).toEqual([])
        })
})

describe('what is found does not hang on what does not matter', () => {
  const texts = rows.flatMap((row) => ('text' in row && !row.title ? [unmark(row.text).text] : []))
  const shape = (text: string, title?: string) =>
    read(text, title).values.map(({ indicator, role, value, unit, comparator, basis }) => ({
      indicator,
      role,
      value,
      unit,
      comparator,
      basis,
    }))
  const widened = (text: string): string => text.replace(/[0-9%.]/gu, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))

  for (const text of texts) {
    it(`full-width digits change nothing: ${text}`, () => expect(shape(widened(text))).toEqual(shape(text)))
    it(`blanks around digits change nothing: ${text}`, () => expect(shape(text.replace(/([0-9.]+)/gu, ' $1 '))).toEqual(shape(text)))
    it(`another county's name changes nothing: ${text}`, () =>
      expect(shape(text.replace('托里县', '裕民县'), TITLE.replace('乌苏市', '额敏县'))).toEqual(shape(text)))
  }

  it('力争 before a sentence turns every actual into a target', () => {
    const text = '食品监督抽检合格率达到98%以上，药品抽检合格率达到99%。'
    expect(shape(text).map(({ role }) => role)).toEqual(['actual', 'actual'])
    expect(shape(`力争${text}`).map(({ role }) => role)).toEqual(['target', 'target'])
  })
})

it('a number that nothing explains is counted and placed', () => {
  const { numbers, document } = read('综合得分排序结果3456号样本之外另有8217，合格率97.5%。')
  expect(numbers.unexplained.map(({ start, end }) => document.text.slice(start, end))).toEqual(['8217'])
})

/** Every row of docs/annotation.md's tables is what the program reads. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { unmark } from '../support/examples.ts'
import { textDocument, valuesOf } from '../support/text-document.ts'

const TITLE = '乌苏市2020年第三季度质量状况分析报告'
const READING =
  /^(?<role>actual|target|reference|change|share|rank) (?<comparator>=|>=|<=|>|<|~) (?<value>-?[0-9]+(?:\.[0-9]+)?)(?:\.\.(?<upper>[0-9.]+))? (?<unit>\S+)(?: (?<basis>yoy|qoq|previous|target|peer|average|base-year))? (?<indicator>\S+)$/u

const guide = readFileSync(new URL('../../docs/annotation.md', import.meta.url), 'utf8')
const rows = [...guide.matchAll(/^\| (?:〔(?<title>[^〕]+)〕)?(?<text>[^|]*‹[^|]*) \| (?<reading>[^|]+) \| [^|]+ \|$/gmu)].map(
  ({ groups }) => ({
    title: groups?.['title'] ?? TITLE,
    text: groups?.['text'] ?? '',
    reading: groups?.['reading'] ?? '',
  }),
)

it('the guide has at least 60 rows, each with one place', () => {
  expect(rows.length).toBeGreaterThanOrEqual(60)
  for (const { text } of rows) expect(unmark(text).marks).toHaveLength(1)
})

describe('a row of the annotation guide is what is read', () => {
  for (const { title, text, reading } of rows)
    it(`${text} → ${reading}`, () => {
      const plain = unmark(text)
      const document = textDocument(`${title}\n${plain.text}`, '材料/报告.txt')
      const from = document.text.length - plain.text.length
      const mark = { start: from + (plain.marks[0]?.start ?? 0), end: from + (plain.marks[0]?.end ?? 0) }
      const { values, numbers } = valuesOf(document)
      const here = values.filter(({ evidence }) => evidence.start < mark.end && mark.start < evidence.end)
      const wanted = READING.exec(reading)?.groups
      if (!wanted) {
        expect(here.map(({ evidence }) => evidence.quote)).toEqual([])
        if (reading === 'nothing') return
        const [, name] = /^structural (\S+)$/u.exec(reading) ?? []
        const classes = numbers.structural.filter(({ start, end }) => start < mark.end && mark.start < end).map((place) => place.class)
        expect(classes).toContain(name)
        return
      }
      const [first] = here
      expect(first?.evidence.quote).toBe(document.text.slice(mark.start, mark.end))
      expect(first).toMatchObject({
        role: wanted['role'],
        comparator: wanted['comparator'],
        value: Number(wanted['value']),
        unit: wanted['unit'],
        indicator: wanted['indicator'] === 'null' ? null : wanted['indicator'],
        ...(wanted['upper'] ? { upper: Number(wanted['upper']) } : {}),
        ...(wanted['basis'] ? { basis: wanted['basis'] } : {}),
      })
    })
})

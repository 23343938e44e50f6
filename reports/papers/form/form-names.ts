/** What the forms are called: 反馈表/沙湾县-2020-Q3.docx, 沙湾县-2020.docx and .xlsx, 各县（市）-2020.docx and .xlsx. A short id follows where two counties bear one name. */
import type { Scores } from '../../../rules/scoring/score.ts'
import { fileNamePart } from '../paper-file.ts'

const FOLDER = '反馈表'
const ALL = '各县（市）'

export interface FormNames {
  readonly counties: readonly { readonly period: (period: string) => string; readonly workbook: string }[]
  readonly all: string
  readonly allWorkbook: string
}

export function formNames({ scheme, counties }: Scores): FormNames {
  const plain = counties.map(({ county }) => fileNamePart(county))
  return {
    counties: counties.map(({ id }, index) => {
      const name = plain[index] ?? ''
      const isAlone = plain.filter((other) => other === name).length === 1
      const own = `${FOLDER}/${name}${isAlone ? '' : `-${id.slice(0, 6)}`}`
      return { period: (period) => `${own}-${fileNamePart(period)}.docx`, workbook: `${own}-${scheme.year}.xlsx` }
    }),
    all: `${FOLDER}/${ALL}-${scheme.year}.docx`,
    allWorkbook: `${FOLDER}/${ALL}-${scheme.year}.xlsx`,
  }
}

/** Every file of the forms of a scoring. */
export function formFiles(scores: Scores): string[] {
  const { counties, all, allWorkbook } = formNames(scores)
  const periods = [...scores.scheme.quarters.map(({ period }) => period), String(scores.scheme.year)]
  return [...counties.flatMap(({ period, workbook }) => [...periods.map(period), workbook]), all, allWorkbook]
}

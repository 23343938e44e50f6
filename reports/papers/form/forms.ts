/** The forms of a scoring, each a file of 反馈表/: a county's quarters and year in print, its workbook, and both of all counties. */
import type { Scores } from '../../../rules/scoring/score.ts'
import type { PaperFile } from '../paper-file.ts'
import { type NamedPaper, paperFiles, type RenderPapers, renderHere } from '../render-papers.ts'
import { allForm } from './all-form.ts'
import { formNames } from './form-names.ts'
import { allWorkbook, countyWorkbook } from './form-workbook.ts'
import { quarterForm } from './quarter-form.ts'
import { type FormSettings, formSpeech, printedScores } from './speech.ts'
import { yearForm } from './year-form.ts'

export async function forms(given: Scores, settings: FormSettings, render: RenderPapers = renderHere): Promise<PaperFile[]> {
  const scores = printedScores(given)
  const speech = formSpeech(scores, settings)
  const names = formNames(scores)
  const counties = scores.counties.flatMap((county, index) => {
    const own = names.counties[index]
    return own === undefined ? [] : [{ county, own }]
  })
  const printed = counties.flatMap(({ county, own }): NamedPaper[] => [
    ...county.quarters.map((quarter) => ({ name: own.period(quarter.period), paper: quarterForm(county, quarter, speech) })),
    { name: own.period(String(scores.scheme.year)), paper: yearForm(county, speech) },
  ])
  const workbooks = [
    { name: names.allWorkbook, paper: allWorkbook(scores, speech) },
    ...counties.map(({ county, own }) => ({ name: own.workbook, paper: countyWorkbook(county, speech) })),
  ]
  return paperFiles([{ name: names.all, paper: allForm(scores, speech) }, ...printed, ...workbooks], render)
}

/** The forms of a scoring, each a file of 反馈表/: a county's quarters and year in print, its workbook, and both of all counties. */
import type { Scores } from '../../../rules/scoring/score.ts'
import { renderForms } from '../docx/render-forms.ts'
import type { FormPaper } from '../paper.ts'
import type { PaperFile } from '../paper-file.ts'
import { allForm } from './all-form.ts'
import { formNames } from './form-names.ts'
import { allWorkbook, countyWorkbook } from './form-workbook.ts'
import { quarterForm } from './quarter-form.ts'
import { type FormSettings, formSpeech, printedScores } from './speech.ts'
import { yearForm } from './year-form.ts'

export async function forms(given: Scores, settings: FormSettings): Promise<PaperFile[]> {
  const scores = printedScores(given)
  const speech = formSpeech(scores, settings)
  const names = formNames(scores)
  const printed: { readonly name: string; readonly paper: FormPaper }[] = [{ name: names.all, paper: allForm(scores, speech) }]
  const files: PaperFile[] = [{ name: names.allWorkbook, content: await allWorkbook(scores, speech) }]
  for (const [index, county] of scores.counties.entries()) {
    const own = names.counties[index]
    if (own === undefined) continue
    for (const quarter of county.quarters) printed.push({ name: own.period(quarter.period), paper: quarterForm(county, quarter, speech) })
    printed.push({ name: own.period(String(scores.scheme.year)), paper: yearForm(county, speech) })
    files.push({ name: own.workbook, content: await countyWorkbook(county, speech) })
  }
  const rendered = await renderForms(printed.map(({ paper }) => paper))
  return [...printed.map(({ name }, index) => ({ name, content: rendered[index] ?? new Uint8Array() })), ...files]
}

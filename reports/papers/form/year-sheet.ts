/** 年度: a county's quarters one below the other, what they add to the year, extra points, and the year's score and grade. */

import type { CountyScore, Figure, ScoredQuarter } from '../../../rules/scoring/score.ts'
import { periodWords, pointsWords, yearScore } from '../../wording.ts'
import { type Cell, number, strong, styledCell, text } from '../../workbook/cell.ts'
import type { BookSheet } from '../paper.ts'
import { boundWords, countySpeech, reachedWords } from './parts.ts'
import { extraPoints, yearReckoned } from './reckoning-words.ts'
import { type FormSpeech, isOpen } from './speech.ts'
import { gradeWordsOf } from './year-words.ts'

export function yearSheet(county: CountyScore, general: FormSpeech): BookSheet {
  const speech = countySpeech(county, general)
  const { wording } = speech
  const { columns: words } = wording
  const extra = extraPoints(county)
  const { score } = county
  const row = (name: string, ...cells: Cell[]): Cell[] => [
    strong(name),
    ...cells,
    ...Array.from({ length: 8 - cells.length }, () => text(null)),
  ]
  const skip = text(null)
  return {
    name: wording.sheets.year,
    columns: [
      { title: words.period, width: 18 },
      { title: words.weight, width: 10 },
      { title: words.score, width: 10 },
      { title: words.low, width: 10 },
      { title: words.high, width: 10 },
      { title: words.weighted, width: 10 },
      { title: words.running, width: 10 },
      { title: words.open, width: 8 },
      { title: words.remark, width: 60 },
    ],
    rows: [
      ...county.quarters.map((quarter) => row(periodWords(quarter.period), ...quarterCells(quarter, speech))),
      ...(extra === null
        ? []
        : [
            row(
              words.extra,
              skip,
              skip,
              points(extra.low),
              points(extra.high),
              points(extra.provisional),
              skip,
              number(county.yearly.filter(isOpen).length),
              text(yearReckoned(county, speech).join('\n')),
            ),
          ]),
      row(
        wording.yearTotal,
        skip,
        yearCell(county, speech),
        bound(score.low, speech),
        bound(score.high, speech),
        skip,
        skip,
        number(county.review.length),
        text(county.warnings.join('\n')),
      ),
      row(words.grade, skip, skip, skip, skip, skip, skip, skip, text(gradeWordsOf(county, speech))),
    ],
  }
}

function quarterCells(quarter: ScoredQuarter, speech: FormSpeech): Cell[] {
  const { weight, state, low, high, weighted, running, items } = quarter
  const isMissing = state === 'missing'
  return [
    text(`${weight}%`),
    isMissing ? styledCell('bad', speech.wording.missingCell) : reached(quarter, speech),
    bound(low, speech),
    bound(high, speech),
    isMissing ? text(null) : reached(weighted, speech),
    reached(running, speech),
    number(items.filter(isOpen).length),
  ]
}

/** As the printed form has it. */
export function yearCell(county: CountyScore, { scheme }: FormSpeech): Cell {
  const shown = yearScore(county, scheme)
  return Number.isNaN(Number(shown)) ? text(shown) : number(Number(shown))
}

/** A score, or what adds up to one, as the printed form has it. */
export const reached = (figure: Figure, speech: FormSpeech): Cell => number(Number(reachedWords(figure, speech)))
export const bound = (decimal: string, speech: FormSpeech): Cell => number(Number(boundWords(decimal, speech)))

/** The exact decimals stand in scores.jsonl. */
const points = (decimal: string): Cell => number(Number(pointsWords(decimal)))

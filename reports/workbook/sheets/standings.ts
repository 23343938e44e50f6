/** 季度和等级: what a person may decide beside the items — a quarter's score, whether a veto's event befell, the grade — each with what the program made of it. */
import type { CountyScore, Scores } from '../../../rules/scoring/score.ts'
import { answerWords, periodWords } from '../../wording.ts'
import { type Cell, points, strong, styledCell, text } from '../cell.ts'
import type { SheetContent } from '../sheet.ts'
import { type ReviewField, reviewCells, reviewColumns } from './review-columns.ts'

const FIELDS: readonly ReviewField[] = ['value']
/** Parts of the ids by which decisions about vetoes and grades are known again. */
export const vetoPart = '否决'
export const gradePart = '等级'

/** What may be written of a veto. */
export const vetoWritten = '核实后，复核值填“发生”或“未发生”'

export const vetoId = (county: string, year: number, veto: string): string => `${county}/${year}/${vetoPart}/${veto}`

export const standingsSheet = ({ scheme, counties }: Scores): SheetContent => ({
  name: '季度和等级',
  frozenColumns: 3,
  columns: [
    { title: '县市', width: 16 },
    { title: '期间', width: 16 },
    { title: '事项', width: 30 },
    { title: '程序结果', width: 14 },
    { title: '最低', width: 8 },
    { title: '最高', width: 8 },
    { title: '说明', width: 56 },
    { title: '填写办法', width: 40 },
    ...reviewColumns(FIELDS),
  ],
  rows: counties.flatMap((county) => [
    ...quarterRows(county),
    ...county.vetoes.map(({ veto, name, answer, words }) =>
      row(county, String(scheme.year), name, [styledCell(answer === 'unknown' ? 'doubt' : 'good', VETO[answer]), text(null), text(null)], {
        words,
        how: vetoWritten,
        id: vetoId(county.county, scheme.year, veto),
      }),
    ),
    row(county, String(scheme.year), '等级', [text(county.grade ?? '暂不定级'), text(null), text(null)], {
      words: county.gradeWords,
      how: `综合评议改定的填 ${scheme.bands.map(({ grade }) => grade).join('、')} 之一`,
      id: `${county.county}/${scheme.year}/${gradePart}`,
    }),
  ]),
})

const VETO = { yes: '发生', no: '未发生', unknown: answerWords.unknown } as const

const quarterRows = (county: CountyScore): Cell[][] =>
  county.quarters.map(({ period, state, shown, low, high }) =>
    row(county, period, '季度得分', [state === 'missing' ? styledCell('doubt', '缺报') : points(shown), points(low), points(high)], {
      words: state === 'missing' ? '没有收到材料' : '',
      how: '已公布的得分，或缺报季度由办公室评定的得分',
      id: `${county.county}/${period}`,
    }),
  )

function row(
  { county }: CountyScore,
  period: string,
  subject: string,
  result: readonly Cell[],
  { words, how, id }: { readonly words: string; readonly how: string; readonly id: string },
): Cell[] {
  return [strong(county), text(periodWords(period)), text(subject), ...result, text(words), text(how), ...reviewCells(FIELDS, id)]
}

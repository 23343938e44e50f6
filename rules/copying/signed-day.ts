/** The day under which a document is signed (成文日期): a line of its own under the title or at the end. */
import type { Document } from '../../extractors/document.ts'
import { foldText } from '../../extractors/language/fold.ts'

/** A line that holds a day and nothing else. */
export const DAY_LINE =
  /^[（(]?([0-9]{4}|[二〇○零一三四五六七八九]{4})年([0-9]{1,2}|[一二三四五六七八九十]{1,3})月([0-9]{1,2}|[一二三四五六七八九十]{1,3})日[）)]?$/u
const LINES_AT_HEAD = 6
const LINES_AT_END = 6
const DIGITS = '〇一二三四五六七八九'

/** As 2020-10-16, or null. The end speaks before the head. */
export function signedDay({ text, blocks }: Pick<Document, 'text' | 'blocks'>): string | null {
  const lines = blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'list-item' || kind === 'heading')
  for (const { span } of [...lines.slice(-LINES_AT_END).reverse(), ...lines.slice(0, LINES_AT_HEAD)]) {
    if (span.end - span.start > 30) continue
    const [, year, month, day] = DAY_LINE.exec(foldText(text.slice(span.start, span.end))) ?? []
    if (year && month && day)
      return [year, month, day]
        .map(number)
        .map((each) => String(each).padStart(2, '0'))
        .join('-')
  }
  return null
}

/** 2020, 二〇二〇, 十, 二十三. */
function number(written: string): number {
  if (/^[0-9]/u.test(written)) return Number(written)
  if (!written.includes('十')) return Number([...written].map((each) => DIGITS.indexOf(/[○零]/u.test(each) ? '〇' : each)).join(''))
  const [tens = '', ones = ''] = written.split('十')
  return (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones))
}

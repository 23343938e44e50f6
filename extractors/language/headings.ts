/**
 * The official numbering of headings (GB/T 9704-2012: 一、 / （一） / 1. / （1）), in any width and with or without blanks.
 *
 *   一、总体情况            level 1
 *   （一）工业产品  (一)…   level 2
 *   1. 建材  1、建材        level 3
 *   （1）水泥  ⑴           level 4
 */
export interface OfficialLabel {
  readonly level: 1 | 2 | 3 | 4
  /** Length of the label as written, blanks after it included. */
  readonly length: number
}

const LABELS: readonly (readonly [RegExp, OfficialLabel['level']])[] = [
  [/^[一二三四五六七八九十百]{1,4}\s?[、．.]\s*/u, 1],
  [/^[壹贰叁肆伍陆柒捌玖拾]{1,2}[、．.\s]\s*/u, 1],
  [/^【\s?[一二三四五六七八九十]{1,3}\s?】\s*/u, 1],
  [/^第[一二三四五六七八九十百]{1,4}(?:部分|章)[、：:\s]?\s*/u, 1],
  [/^[（(]\s?[一二三四五六七八九十百]{1,4}\s?[）)]\s*[、．.]?\s*/u, 2],
  [/^[0-9０-９]{1,2}\s?(?:[、．]|\.(?![0-9０-９]))\s*/u, 3],
  [/^[（(]\s?[0-9０-９]{1,2}\s?[）)]\s*/u, 4],
]

/** What a label begins with; most texts do not, and are passed over at once. */
const BEGINS = '【壹贰叁肆伍陆柒捌玖拾一二三四五六七八九十百第（(0123456789０１２３４５６７８９'

/** The official label that a text begins with, or null. Says nothing about whether the whole text is a heading. */
export function officialLabel(text: string): OfficialLabel | null {
  const head = text.slice(0, 16)
  const blanks = head.length - head.trimStart().length
  if (blanks === head.length || !BEGINS.includes(head[blanks] as string)) return null
  for (const [pattern, level] of LABELS) {
    const match = pattern.exec(head.slice(blanks))
    if (match) return { level, length: blanks + match[0].length }
  }
  return null
}

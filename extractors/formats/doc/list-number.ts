/** A list's number as the binary format asks for it: its codes ([MS-OSHARED] 2.2.1.3, MSONFC) under the names of .docx, which writes them. */
import { listLabel } from '../list-label.ts'

const NAMES: ReadonlyMap<number, string> = new Map([
  [1, 'upperRoman'],
  [2, 'lowerRoman'],
  [3, 'upperLetter'],
  [4, 'lowerLetter'],
  [10, 'ideographDigital'],
  [11, 'chineseCountingThousand'],
  [14, 'decimalFullWidth'],
  [18, 'decimalEnclosedCircle'],
  [19, 'decimalEnclosedFullstop'],
  [20, 'decimalEnclosedParen'],
  [22, 'decimalZero'],
  [30, 'ideographTraditional'],
  [31, 'ideographZodiac'],
  [33, 'chineseCountingThousand'],
  [34, 'chineseLegalSimplified'],
  [35, 'ideographDigital'],
  [36, 'ideographDigital'],
  [37, 'chineseCountingThousand'],
  [38, 'chineseLegalSimplified'],
  [39, 'chineseCountingThousand'],
  [255, 'none'],
])

/** `format`: a code of MSONFC; one that is not known is written in plain digits. */
export const formatListNumber = (number: number, format: number): string => listLabel(number, NAMES.get(format) ?? 'decimal')

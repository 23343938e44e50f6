/** What the scheme settles about the letters to counties: their day, how long a county has, and whether another county is named. */
import { z } from 'zod'

const date = z.string('应为日期').regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u, '日期写作 2020-10-15，并加引号')

export const LetterSettings = z.strictObject({
  /** The day that the letters bear; without it the office fills it in. */
  date: date.exactOptional(),
  documentNumber: z.string('应为发文字号').min(1).exactOptional(),
  /** Days to mend a report, from the letter's day. A submission's own `amendBy` comes before it. */
  days: z.int('应为天数').positive('应为天数').default(10),
  nameOtherCounties: z.boolean('应为 true 或 false').default(false),
  /** Files that count whatever their names and days say, where several versions of one report came in. */
  counted: z.array(z.string('应为文件路径').min(1)).default([]),
})

export type LetterSettings = Readonly<z.output<typeof LetterSettings>>

/** The kinds of fields that the records of the contract are made of. */
import { z } from 'zod'

export const text = z.string()
export const name = z.string().min(1)
export const count = z.int().nonnegative()
export const share = z.number().min(0).max(1)
export const id = name.meta({ description: 'Made of the file, the county, the role or kind and the place: stays when the program changes' })
export const county = name
  .nullable()
  .meta({ description: 'The county’s official name in the period, 各县（市）, 塔城地区, 自治区 or 全国' })

/** 2020, 2020-Q3, 2020-H1, 2020-09, or a range of months 2020-01/2020-09. */
export const period = z
  .string()
  .regex(/^\d{4}(?:-(?:Q[1-4]|H[12]|\d{2}(?:\/\d{4}-\d{2})?))?$/u)
  .nullable()

export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u)

/** A list of words that a later version may lengthen: any word is read, the known ones are typed. */
export const openWords = <Word extends string>(description: string) => z.string().min(1).meta({ description }) as unknown as z.ZodType<Word>

export const span = z.strictObject({ start: count, end: count }).refine(({ start, end }) => end >= start, '终点应不在起点之前')

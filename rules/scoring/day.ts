/** A day as schemes and decisions write it: 2020-10-15, and in the calendar. */
import { z } from 'zod'

export const Day = z
  .string('应为日期')
  .regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u, '日期写作 2020-10-15，并加引号')
  .refine(isDay, '日历上没有这一天')

function isDay(written: string): boolean {
  const date = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written)
}

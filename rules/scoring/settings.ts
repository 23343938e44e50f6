/** What a scheme decides about the arithmetic of scores. Every setting has a default here, and the ones in force are written into the result. */
import { z } from 'zod'
import { Reference, referenceWords, Service, Source } from './operand.ts'

const Rounding = z.strictObject({
  decimals: z.int().min(0).max(6).default(2),
  mode: z.enum(['half-up', 'half-even', 'down'], '应为 half-up、half-even、down 之一').default('half-up'),
})
export type Rounding = z.output<typeof Rounding>

const cap = z.number('应为数字或 null').nullable()

export const Settings = z.strictObject({
  /** How scores are shown; grades are told from the unrounded ones. */
  rounding: Rounding.prefault({}),
  /** Equal scores: share a place and leave the next free, or share it and go on; `breakBy` lists quarters (Q3) that decide before. */
  ties: z
    .strictObject({
      method: z.enum(['shared', 'dense'], '应为 shared、dense 之一').default('shared'),
      breakBy: z.array(z.enum(['Q1', 'Q2', 'Q3', 'Q4'])).default([]),
    })
    .prefault({}),
  /** A quarter without any submission: left open, nought, or the others counted for the whole. */
  missingQuarter: z.enum(['provisional', 'zero', 'reweight'], '应为 provisional、zero、reweight 之一').default('provisional'),
  /** Bonus points count in each quarter before the weighting, or once a year after it. */
  bonus: z.enum(['before', 'after'], '应为 before、after 之一').default('after'),
  caps: z.strictObject({ quarter: cap.default(100), annual: cap.default(100), bonus: cap.default(null) }).prefault({}),
  /** What stands for an item that is 待核 in the provisional score. */
  provisional: z.enum(['lowest', 'highest', 'middle', 'settled'], '应为 lowest、highest、middle、settled 之一').default('settled'),
  /** By how many percent 约 and 左右 may be off. */
  approximate: z.number().min(0).max(100).default(5),
  /** A value read with less confidence is 待核. */
  trust: z.number().min(0).max(1).default(0.7),
  /** A value whose own figures do not bear it out (checks.jsonl, error) is 待核. */
  doubtContradicted: z.boolean().default(true),
  /** Values of equal standing that differ: 待核, or the first, or the worse for the county. */
  conflict: z.enum(['review', 'first'], '应为 review、first 之一').default('review'),
  /** How near to a boundary a score is pointed out. */
  nearBoundary: z.number().min(0).default(0.5),
  /** A quarter whose settled items have less than this percent of its points is pointed out. */
  fewSettled: z.number().min(0).max(100).default(50),
  /** Which values serve a quarter, by period and by source, the best first; and where the level of last year or of the quarter before is looked for. */
  take: z
    .strictObject({
      periods: z.array(Service).min(1).default(['own', 'cumulative']),
      sources: z.array(Source).min(1).default(['text', 'table', 'data', 'summary', 'other']),
      references: z.array(Reference).min(1).default(['earlier', 'stated']),
    })
    .prefault({}),
})
export type Settings = z.output<typeof Settings>

const MISSING = { provisional: '按缺项列示，得分为暂定，暂不排名', zero: '按0分计', reweight: '按已有季度的权重折算' } as const
const PROVISIONAL = {
  lowest: '按最低可能得分',
  highest: '按最高可能得分',
  middle: '按最低与最高的中间值',
  settled: '按同一季度已核定项目的得分率推算',
} as const
const MODES = { 'half-up': '四舍五入', 'half-even': '四舍六入五成双（GB/T 8170）', down: '舍去' } as const

/** The settings in force as sentences, for every product that shows a score. */
export function settingsWords(settings: Settings): string[] {
  const { rounding, ties, caps } = settings
  const limit = (name: string, value: number | null): string => (value === null ? `${name}不封顶` : `${name}封顶 ${value} 分`)
  return [
    `得分按十进制精确计算，只在显示时修约一次：保留 ${rounding.decimals} 位小数，${MODES[rounding.mode]}；等级按未修约的得分确定`,
    `并列：${ties.method === 'shared' ? '名次相同，其后名次空缺' : '名次相同，其后名次顺延'}${ties.breakBy.length > 0 ? `；先依次比较 ${ties.breakBy.join('、')} 得分` : ''}`,
    '名次按得分排列：因否决事项降等的县（市）仍占其名次，等级限前几名的，不递补',
    `缺报季度：${MISSING[settings.missingQuarter]}`,
    `加分：${settings.bonus === 'after' ? '折算后计入年度得分' : '折算前计入季度得分'}，${limit('加分合计', caps.bonus)}；${limit('季度', caps.quarter)}，${limit('年度', caps.annual)}`,
    `待核项目的暂定得分：读到的数值可疑的按所读数值，其余${PROVISIONAL[settings.provisional]}`,
    `季度中已核定项目的分值不到 ${settings.fewSettled}% 的，提醒暂定得分依据的分值`,
    `“约、左右”按上下 ${settings.approximate}% 理解；可信度低于 ${settings.trust} 的数值待核${settings.doubtContradicted ? '；核对有误的数值待核' : ''}`,
    `同一来源有不同数值时：${settings.conflict === 'review' ? '待核' : '取第一处'}`,
    `与上年同期、上一期比较的项目：对照数依次取自${settings.take.references.map((each) => referenceWords[each]).join('、')}，两处不一致的一并列出；本期用累计数的，对照数也用累计数`,
    '不涉及的项目：方案没有写明怎样计的，该项不计，同一季度其余各项按比例折算为满分',
    '同一期收到几份材料时：是否按时以最早收到的一份为准，其余列出；评判不一的待核',
  ]
}

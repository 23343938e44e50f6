/** What the number of a cell is about: the indicator that row, column, both together, or the caption with a generic head name; a row for a part gives the part's. */
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { readPeriods } from '../quantities/period.ts'
import type { Subject } from './draft.ts'
import type { SentenceKit } from './sentence-context.ts'
import { createTotalOf } from './table-total.ts'
import { IN_BRACKETS } from './table-units.ts'
import { agrees } from './units.ts'
import type { Role } from './value.ts'

export interface CellHeaders {
  /** The row's labels, without those of a total. */
  readonly labels: readonly string[]
  /** The row of a total: what its column counts of all the rows is what none of them is about. */
  readonly isTotal: boolean
  readonly column: string
  /** The headers of the columns to the left that a bare 合格率 goes on about, nearest first. */
  readonly lefts: readonly string[]
  /** What stands alone in the row above. */
  readonly above: string
  /** The caption, then the headings above it. */
  readonly headings: readonly string[]
  /** In the lexicon's writing. */
  readonly unit: string
  readonly role: Role
  /** For the row of a total, the labels of the other rows. */
  readonly parts: readonly string[]
}

export type CellSubject = (headers: CellHeaders) => Subject

export const LONGEST_NAME = 40

export function createCellSubject(lexicon: Lexicon, kit: SentenceKit): CellSubject {
  const result = new RegExp(wordPattern(cue(lexicon, 'sampling-results')), 'u')
  const side = new RegExp(
    `^(?:${wordPattern(['base-yoy', 'base-qoq', 'base-average', 'table-reference', 'table-previous', 'table-average', 'table-neutral'].flatMap((group) => cue(lexicon, group)))})+$`,
    'u',
  )
  /** 三季度, 乌苏市, 全地区平均, 上年同期: whose and when, and nothing of what. */
  const saysNoThing = (text: string): boolean => {
    const rest = withoutPlaces(
      text,
      [...kit.regionsIn(text), ...readPeriods(text, 2000)].map(({ span }) => span),
    )
    return rest === '' || side.test(rest)
  }

  const totalOf = createTotalOf(lexicon, kit.resolve)

  return ({ labels, isTotal, column, lefts, above, headings, unit, role, parts }) => {
    const row = labels.join('')
    const plainColumn = column.replace(IN_BRACKETS, '')
    const isPlain = (words: string): boolean =>
      words === '' || kit.regionsIn(words).length > 0 || readPeriods(words, 2000).length > 0 || kit.ownName(words, '', '').bare
    const nameless: Subject = {
      indicator: null,
      // 年度考核得分 over rows of counties and columns of quarters: neither says of what.
      name: (saysNoThing(row) && saysNoThing(plainColumn)
        ? captionName(headings[0] ?? '') || `${row}${plainColumn}`
        : `${row}${plainColumn}`
      ).slice(0, LONGEST_NAME),
      breakdown: null,
      span: null,
      how: 'table',
      rate: unit === '%',
      notes: [],
    }
    if (role === 'share') return nameless
    const fits = (text: string, across = text.length): Subject | null => {
      const mention = kit.mentionsOf(text).at(-1)
      // 建设工程质量监督机构 over 考核评分: one name, wrapped, if it is named across the two.
      if (mention && across < text.length && (mention.span.start >= across || mention.span.end <= across)) return null
      if (!mention?.indicator || !(unit === '' || agrees(mention.indicator, unit, role))) return null
      // 合格数 of 工业产品监督抽查: a result of the sampling is none of its batches.
      if (mention.indicator.kind === 'count' && result.test(row + column)) return null
      return { ...nameless, indicator: mention.indicator, name: mention.indicator.name }
    }
    const ofRow = (above === '' ? null : fits(above + row, above.length)) ?? fits(row)
    const ofColumn = ofRow === null ? fits(column) : null
    const direct = ofRow ?? ofColumn ?? fits(row + column) ?? (unit === '' || unit === '%' ? null : fits(plainColumn + unit))
    const saysWhole = isPlain(row)
    // 各县（市）工业产品监督抽查合格率: where row and column only say whose and when, the caption says what.
    const ofCaption = direct === null && saysNoThing(row) && saysNoThing(plainColumn) ? fits(headings[0] ?? '') : null
    if (ofCaption !== null) return { ...ofCaption, notes: ['指标由表题或标题判断'] }
    if (direct)
      return ofColumn !== null && !saysWhole ? { ...nameless, breakdown: { of: direct.indicator?.id ?? '', product: row } } : direct
    // 平均到场, 监督覆盖率 in a row or a column: told by likeness, if the caption and the headings speak of it.
    const likened = (): Subject => {
      if (isTotal) return nameless
      const found = (saysWhole ? [plainColumn] : [row + plainColumn, ...(plainColumn === '' ? [row] : [])])
        .map((words) => kit.liken(words, unit || (/率$/u.test(words) ? '%' : ''), role, [row + column, ...headings]))
        .find((indicator) => indicator !== null)
      return found ? { ...nameless, indicator: found, name: found.name, how: 'likeness', notes: ['指标由表题或标题判断'] } : nameless
    }
    const generic = [column, row, plainColumn + unit].map((text) => kit.mentionsOf(text).at(-1)?.generic).find((found) => found)
    if (!generic) return likened()
    const total = parts.length > 0 ? totalOf(generic, column, parts, headings) : undefined
    if (total === null) return nameless
    if (total) return unit === '' || agrees(total, unit, role) ? { ...nameless, indicator: total, name: total.name } : nameless
    const { indicator, breakdown, near } = kit.resolve(generic, row + column, generic.rate ? [...lefts, ...headings] : headings)
    if (!indicator) return breakdown ? { ...nameless, breakdown } : likened()
    // 投诉办结率（%）: a row that is nothing but the term's own label.
    const own = kit.mentionsOf(row).at(-1)
    const isLabel = own?.generic === generic && kit.qualifierOf(row.slice(0, own.span.start)) === null
    const isOfRow = isLabel || (near && kit.resolve(generic, row, []).indicator !== null)
    if (!saysWhole && !isOfRow) return { ...nameless, breakdown: { of: indicator.id, product: row } }
    return unit === '' || agrees(indicator, unit, role)
      ? { ...nameless, indicator, name: indicator.name, notes: near ? [] : ['指标由表题或标题判断'] }
      : nameless
  }
}

/** 附表1 2022年度考核得分（分）: without its number and its unit. */
const captionName = (caption: string): string => caption.replace(IN_BRACKETS, '').replace(CAPTION_NUMBER, '')
const CAPTION_NUMBER = /^附?[表件][0-9一二三四五六七八九十]{0,3}(?:[-—.．][0-9]{1,2})?[：: 　]*/u

/** What is left of a text without the places named in it. */
function withoutPlaces(text: string, places: readonly { readonly start: number; readonly end: number }[]): string {
  let rest = ''
  let from = 0
  for (const { start, end } of [...places].sort((a, b) => a.start - b.start)) {
    if (start > from) rest += text.slice(from, start)
    from = Math.max(from, end)
  }
  return (rest + text.slice(from)).replace(/[\s，、（）()]/gu, '')
}

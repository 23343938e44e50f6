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
  readonly column: string
  /** The caption, then the headings above it. */
  readonly headings: readonly string[]
  /** In the lexicon's writing. */
  readonly unit: string
  readonly role: Role
  /** For the row of a total, the labels of the other rows. */
  readonly parts: readonly string[]
}

export type CellSubject = (headers: CellHeaders) => Subject

const LONGEST_NAME = 40

export function createCellSubject(lexicon: Lexicon, kit: SentenceKit): CellSubject {
  const result = new RegExp(wordPattern(cue(lexicon, 'sampling-results')), 'u')

  const totalOf = createTotalOf(lexicon, kit.resolve)

  return ({ labels, column, headings, unit, role, parts }) => {
    const row = labels.join('')
    const plainColumn = column.replace(IN_BRACKETS, '')
    const isPlain = (words: string): boolean =>
      words === '' || kit.regionsIn(words).length > 0 || readPeriods(words, 2000).length > 0 || kit.ownName(words, '', '').bare
    const nameless: Subject = {
      indicator: null,
      name: (`${row}${plainColumn}` || (headings[0] ?? '')).slice(0, LONGEST_NAME),
      breakdown: null,
      span: null,
      how: 'table',
      rate: unit === '%',
      notes: [],
    }
    if (role === 'share') return nameless
    const fits = (text: string): Subject | null => {
      const mention = kit.mentionsOf(text).at(-1)
      if (!mention?.indicator || !(unit === '' || agrees(mention.indicator, unit, role))) return null
      // 合格数 of 工业产品监督抽查: a result of the sampling is none of its batches.
      if (mention.indicator.kind === 'count' && result.test(row + column)) return null
      return { ...nameless, indicator: mention.indicator, name: mention.indicator.name }
    }
    const ofRow = fits(row)
    const ofColumn = ofRow === null ? fits(column) : null
    const direct = ofRow ?? ofColumn ?? fits(row + column) ?? (unit === '' || unit === '%' ? null : fits(plainColumn + unit))
    const saysWhole = isPlain(row)
    if (direct)
      return ofColumn !== null && !saysWhole ? { ...nameless, breakdown: { of: direct.indicator?.id ?? '', product: row } } : direct
    // 表3 各县（市）工业产品抽查合格率 above counties and quarters: the caption says what all is of.
    const ofCaption = (): Subject | null => {
      const caption = headings[0] ?? ''
      if (caption.length > LONGEST_NAME) return null
      const named = kit.mentionsOf(caption)
      const [only] = named
      const indicator = only?.indicator ?? (only?.generic ? kit.resolve(only.generic, caption, headings.slice(1)).indicator : null)
      const fits = named.length === 1 && indicator && (unit === '' || agrees(indicator, unit, role))
      return fits ? { ...nameless, indicator, name: indicator.name, notes: ['指标由表题判断'] } : null
    }
    // 平均到场, 监督覆盖率 in a row or a column: told by likeness, if the caption and the headings speak of it.
    const likened = (): Subject => {
      const found = (saysWhole ? [plainColumn] : [row + plainColumn, ...(plainColumn === '' ? [row] : [])])
        .map((words) => kit.liken(words, unit || (/率$/u.test(words) ? '%' : ''), role, [row + column, ...headings]))
        .find((indicator) => indicator !== null)
      return found ? { ...nameless, indicator: found, name: found.name, how: 'likeness', notes: ['指标由表题或标题判断'] } : nameless
    }
    const generic = [column, row, plainColumn + unit].map((text) => kit.mentionsOf(text).at(-1)?.generic).find((found) => found)
    if (!generic) return (saysWhole && isPlain(plainColumn) ? ofCaption() : null) ?? likened()
    const total = parts.length > 0 ? totalOf(generic, column, parts) : undefined
    if (total === null) return nameless
    if (total) return unit === '' || agrees(total, unit, role) ? { ...nameless, indicator: total, name: total.name } : nameless
    const { indicator, breakdown, near } = kit.resolve(generic, row + column, headings)
    if (!indicator) return breakdown ? { ...nameless, breakdown } : likened()
    const isOfRow = near && kit.resolve(generic, row, []).indicator !== null
    if (!saysWhole && !isOfRow) return { ...nameless, breakdown: { of: indicator.id, product: row } }
    return unit === '' || agrees(indicator, unit, role)
      ? { ...nameless, indicator, name: indicator.name, notes: near ? [] : ['指标由表题或标题判断'] }
      : nameless
  }
}

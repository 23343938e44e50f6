/**
 * Chronicles: a report that goes through its period month by month (一、一月：…  二、二月：…) or stretch by stretch. What stands under such a heading, or in
 * a paragraph that opens with the month, is of that month. A single month in a text says when one thing happened, and makes no chronicle.
 */
import { type Document, toFolded } from '../document.ts'
import { officialLabel } from '../language/headings.ts'
import type { Structure } from '../language/structure.ts'
import { firstMonth, lastMonth, type Period, readPeriods, yearOf } from '../quantities/period.ts'

/** The stretch of the document's period that each block is about; null where it is about the whole. */
export type Chronicle = (block: number) => Period | null

const HEAD = 12
const STAGES = 2

export function chronicleOf({ blocks, folded }: Document, { sections, sectionOfBlock }: Structure, period: Period | null): Chronicle {
  if (period === null) return () => null
  const ofSection: (Period | null)[] = []
  for (const { title, parent } of sections) ofSection.push(stageOf(title, period) ?? ofSection[parent] ?? null)
  const ofBlock = blocks.map(({ kind, span, cell }) => {
    if (cell || (kind !== 'paragraph' && kind !== 'list-item')) return null
    const { start, end } = toFolded(folded, span)
    return stageOf(folded.text.slice(start, Math.min(end, start + 2 * HEAD)), period)
  })
  const stages = new Set([...ofSection, ...ofBlock].filter((stage) => stage !== null))
  return stages.size < STAGES ? () => null : (block) => ofBlock[block] ?? ofSection[sectionOfBlock[block] ?? 0] ?? null
}

/** The part of the period that words open with, as a label: 一月：, 4月份，, 二季度。 */
function stageOf(words: string, period: Period): Period | null {
  const label = officialLabel(words)?.length ?? 0
  const [mention] = readPeriods(words.slice(label, label + HEAD), yearOf(period))
  if (!mention || mention.span.start > 1 || mention.period.length <= 4) return null
  const after = words.slice(label + mention.span.end)
  if (!/^(?:[，：:。、】）\s]|$)/u.test(after)) return null
  const isPart = firstMonth(mention.period) >= firstMonth(period) && lastMonth(mention.period) <= lastMonth(period)
  return isPart && mention.period !== period ? mention.period : null
}

/**
 * The counts of the quarters add up to that of the year, the half-year and the first three quarters.
 *
 * Only what is counted anew each quarter and adds up (批次, 件, 起), only exact figures, and only where every part has its own report. Quarters that
 * already count from the year's beginning (the last is the total) are left alone. A warning: the year may count what no quarter reported.
 */
import type { Lexicon } from '../../../extractors/lexicon.ts'
import { periodWords } from '../../../extractors/quantities/period-words.ts'
import { isExact } from '../agree.ts'
import { makeUps } from '../make-ups.ts'
import { type CrossFinding, elsewhere } from './compared-document.ts'
import { addsUp, type Stated, type StatedThings } from './stated.ts'

export function* quarters(things: StatedThings, lexicon: Lexicon): Iterable<CrossFinding> {
  const actual = (key: string): Stated | undefined => things.at(key).find(({ value }) => value.role === 'actual' && isExact(value))
  const told = new Set<string>()
  for (const key of things.keys()) {
    const [owner, period, thing, part, unit] = JSON.parse(key) as [string, string, string, unknown, string]
    if (!addsUp(unit, lexicon)) continue
    const year = period.slice(0, 4)
    const sameThing = JSON.stringify([owner, year, thing, part, unit])
    if (told.has(sameThing)) continue
    told.add(sameThing)
    const at = (other: string): Stated | undefined => actual(JSON.stringify([owner, other, thing, part, unit]))
    for (const { whole, parts } of makeUps(year)) {
      const total = at(whole)
      const found = total?.source.document.submitted ? parts.map(at) : []
      if (total === undefined || found.length === 0 || !found.every((each) => each !== undefined)) continue
      const slip = compare(total, found)
      if (slip) {
        yield slip
        break
      }
    }
  }
}

/** The quarters of one table are the matter of its own arithmetic. */
const tableOf = ({ file, evidence }: Stated['value']): string | null =>
  evidence.cell === undefined ? null : `${file} ${evidence.cell.split('!')[0] ?? ''}`

function compare(total: Stated, parts: readonly Stated[]): CrossFinding | null {
  const added = parts.reduce((all, { value }) => all + value.value, 0)
  const isCumulative = parts.every(({ value }, index) => index === 0 || value.value >= (parts[index - 1]?.value.value ?? 0))
  const last = parts.at(-1)?.value.value ?? 0
  if (added === total.value.value || (isCumulative && last >= total.value.value)) return null
  if (parts.every(({ value }) => tableOf(value) !== null && tableOf(value) === tableOf(total.value))) return null
  if (parts.some((part) => part.all.length > 1 && part.all.some((value) => value.value !== part.value.value))) return null
  const { value, source } = total
  return {
    file: source.document.file,
    kind: 'cross-document',
    severity: 'warning',
    claimed: value.value,
    recomputed: added,
    evidence: [
      value.evidence,
      ...parts.map((part) => (part.source === source ? part.value.evidence : elsewhere(part.source.document.file, part.value.evidence))),
    ],
    message: `${periodWords(value.period)}${value.name}写作“${value.evidence.quote}”，各期所报（${parts.map((part) => part.value.evidence.quote).join('、')}）相加为${added}${value.unit}，请核对`,
  }
}

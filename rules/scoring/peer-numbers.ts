/**
 * What every county has of a thing that is ranked or averaged: what a reviewer entered, else what its documents say, else all that it can be. A county to
 * which the item does not apply has no place and takes none from the others; where that is not known, it may have one.
 */
import { holdsTrue } from './condition.ts'
import type { CountyFeed } from './county-feed.ts'
import { createScope } from './county-scope.ts'
import { type Interval, meet, type Truth } from './interval.ts'
import { domainOf, type Office, type PeerReader } from './office.ts'
import type { PeerNumber } from './peers.ts'
import { enteredInterval, entryOf } from './read/entered.ts'
import { standingOf } from './read/take-number.ts'
import type { Item } from './scheme-items.ts'
import { newTrace } from './trace.ts'

export const peerNumbers: PeerReader = (office, operand, period, item) => {
  const domain = domainOf(office, operand)
  const within = (number: Interval | null): Interval => (number === null ? domain : (meet(number, domain) ?? number))
  return [...office.counties.values()].flatMap((county): PeerNumber[] => {
    const entries = office.entriesOf(county.id, period, item.id)
    if (entries.some(({ applies }) => applies === false)) return []
    const entry = entryOf(entries, operand)
    const entered = entry === null ? null : enteredInterval(entry, office.scheme.settings.approximate)
    const out = ruledOut(office, county, period, item)
    if (entered !== null) return [{ county: county.id, read: entered, doubted: null, mayBeOut: out === 'yes' }]
    const { read, doubted, doubtful } = standingOf({ office, county, period }, operand)
    if (out === 'yes' && read === null) return []
    const mayBeOut = out === 'yes' || (out === 'unknown' && read === null)
    return [{ county: county.id, read: within(read), doubted: doubted ? within(doubtful) : null, mayBeOut }]
  })
}

/** Whether the county's documents say that the item does not apply to it. */
function ruledOut(office: Office, county: CountyFeed, period: string, item: Item): Truth {
  const condition = item.notApplicable?.if
  if (condition === undefined) return 'no'
  const entries = office.entriesOf(county.id, period, item.id)
  return holdsTrue(condition, createScope({ office, county, period, item, points: 0, trace: newTrace(), entries }, true))
}

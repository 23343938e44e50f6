/**
 * The documents of a county state one thing in one way: text, table, data sheet and year-end summary; what a report gives for an earlier period is
 * what that period's own report gave, and what it gives for another county or the prefecture is what that one's own report gives.
 *
 * One value is taken as the base, the one that most documents state, of equals the one of the period's own report; each document that cannot be
 * reconciled with it (agree.ts) is told so. The time grows with the number of values: things are found by key, and each is held against one base.
 */
import { periodWords } from '../../../extractors/quantities/period-words.ts'
import { fileName } from '../../versions/file-name.ts'
import { type Agreement, agreement, isExact } from '../agree.ts'
import { type CrossFinding, elsewhere } from './compared-document.ts'
import type { Stated, StatedThings } from './stated.ts'

/** So many documents beside the first are quoted for the base. */
const WITNESSES = 3

export function* crossDocument(things: StatedThings): Iterable<CrossFinding> {
  for (const key of things.keys()) {
    const stated = things.isShared(key) ? things.at(key) : []
    const [owner] = JSON.parse(key) as [string]
    const base = baseOf(stated.filter(({ source }) => source.county === owner))
    if (stated.length < 2 || base === undefined) continue
    const witnesses = stated.filter((each) => each !== base && agreement(each.value, base.value) === 'same').slice(0, WITNESSES - 1)
    for (const each of stated) {
      if (each === base) continue
      const found = agreement(each.value, base.value)
      if ((found === 'apart' || found === 'close') && !isSaidByTheWay(each, base)) yield finding(each, [base, ...witnesses], found)
    }
  }
}

/** The figure that most documents of its owner give; of equals, the one of the period's own report, then the first. */
function baseOf(stated: readonly Stated[]): Stated | undefined {
  const counts = new Map<number, number>()
  for (const { value } of stated) if (isExact(value)) counts.set(value.value, (counts.get(value.value) ?? 0) + 1)
  const weight = ({ value, source }: Stated): number =>
    (isExact(value) ? (counts.get(value.value) ?? 0) * 4 : 0) + (value.role === 'actual' ? 2 : 0) + (source.period === value.period ? 1 : 0)
  return stated.reduce<Stated | undefined>((best, each) => (best === undefined || weight(each) > weight(best) ? each : best), undefined)
}

/** One of the two says elsewhere what the other says: what was compared may be a part. */
const isSaidByTheWay = (one: Stated, other: Stated): boolean =>
  one.all.some((value) => agreement(value, other.value) === 'same') || other.all.some((value) => agreement(value, one.value) === 'same')

function finding(one: Stated, bases: readonly Stated[], found: Agreement): CrossFinding {
  const [base] = bases as [Stated]
  // The later document, and the one that looks back, makes the claim.
  const [claim, others] = isClaim(one, base) ? [one, bases] : [base, [one]]
  const [other] = others as [Stated]
  const { value, source } = claim
  const isOther = source.county !== base.source.county
  const when = `${isOther ? (value.county ?? '') : ''}${periodWords(value.period)}`
  const said = value.role === 'reference' ? `提到的${when}${value.name}` : `${when}${value.name}`
  return {
    file: source.document.file,
    kind: 'cross-document',
    severity: found === 'apart' && isExact(value) && isExact(other.value) ? 'error' : 'warning',
    claimed: value.value,
    recomputed: other.value.value,
    evidence: [value.evidence, ...others.map((each) => elsewhere(each.source.document.file, each.value.evidence))],
    message: `${said}，本文件写作“${value.evidence.quote}”，《${fileName(other.source.document.file)}》写作“${other.value.evidence.quote}”${found === 'close' ? '，可能是取舍尾数不同' : ''}，请核对以哪个为准`,
  }
}

function isClaim(one: Stated, base: Stated): boolean {
  if (!one.source.document.submitted || !base.source.document.submitted) return one.source.document.submitted
  if (one.value.role !== base.value.role) return one.value.role === 'reference'
  return true
}

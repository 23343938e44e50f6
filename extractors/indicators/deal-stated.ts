/** Lists that go on about what the sentence has stated: …，分别比上季度提升0.5和1.1个百分点. */
import type { Quantity } from '../quantities/quantity.ts'
import { lastBasis } from './cues.ts'
import { type Dealt, LEANING, type ListsOf, type Stated } from './dealt.ts'
import type { Subject, ValueDraft } from './draft.ts'
import { unitInRun } from './in-run.ts'
import { listItems, type Run } from './lists.ts'
import type { SentenceContext, SentenceKit } from './sentence-context.ts'
import { isRate } from './subject-kit.ts'
import { agrees } from './units.ts'
import type { Basis, Role } from './value.ts'

/** 没有达标的还有额敏县和托里县，分别差0.1和0.7个百分点: as many counties end the clause before. */
function countiesBefore(kit: SentenceKit, words: string, count: number): string[] | null {
  const clause = words.replace(/，$/u, '')
  const items = listItems(clause.slice(Math.max(clause.lastIndexOf('，'), clause.lastIndexOf('；')) + 1))
  const found = items.map(({ text }) => kit.regionsIn(text).filter(({ kind }) => kind === 'county'))
  return items.length === count && found.every((each) => each.length === 1) ? found.map((each) => each[0]?.region ?? '') : null
}

/** A为99.7%，B为99.5%，分别比上季度提升0.5和1.1个百分点: what was just stated, in its order. */
export function ofStated(
  kit: SentenceKit,
  context: SentenceContext,
  { before, from, items, count, index }: ListsOf,
  run: Run,
  role: Role,
  { levels: own, moved, ran, sides }: Stated,
): Dealt | null {
  // 受理328件，办结321件。同比分别增长12.3%、11.8%: a list at a sentence's head goes on about the sentence before.
  const levels = own.length === 0 && from === 0 ? context.lastLevels : own
  if (!kit.ownName(before.slice(from), '', '').bare) return null
  const item = items?.[index]
  if (LEANING.has(role)) {
    const named = countiesBefore(kit, before.slice(0, from), count)
    // 与额敏县的81.5%、裕民县的79.3%相比，分别低4.6个和2.4个百分点: whom it is compared with is not whose it is.
    const thanOwn = kit.regionsIn(context.text.slice(run.behind, run.quantities[0]?.span.start)).some(({ kind }) => kind === 'self')
    if (named && role === 'change' && context.county !== null && !named.includes(context.county) && !thanOwn)
      return { subject: levels.at(-1) ?? null, basis: 'peer' }
    if (named) return { subject: levels.at(-1) ?? null, region: named[index] ?? null }
  }
  const against = LEANING.has(role) && levels.length > 0 ? ownBaselines(kit, context.text, run) : null
  if (against) return { subject: levels.at(-1) ?? null, basis: against[index] ?? null }
  // 94.4%；二季度90.9%，去年三季度93.3%，分别上浮3.5个、1.1个百分点: against each of the sides just told.
  const side = role === 'change' && sides.length === count ? sides[index] : null
  if (side && levels.length > 0) return { subject: { ...(levels.at(-1) ?? side.subject), how: 'inherited' }, basis: side.basis }
  const again = ran.length === count ? goneOnAbout(ran, index, run, role) : null
  if (again) return again
  if (LEANING.has(role) && levels.length >= count) {
    const named = item ? lastBasis(kit.cues, item.text) : null
    if (named) return { subject: levels.at(-1) ?? null, basis: named.basis }
    const level = levelsFor(levels, run, role).at(index - count) ?? null
    const others = context.county === null || kit.regionsIn(before.slice(from)).some(({ kind }) => kind === 'self')
    return others && level?.region != null ? { subject: level, region: level.region } : { subject: level }
  }
  if (items?.every(({ text: words }) => lastBasis(kit.cues, words)))
    return { subject: levels.at(-1) ?? null, basis: lastBasis(kit.cues, item?.text ?? '')?.basis ?? null }
  return role === 'actual' && levels.length === 0 && moved.length === count ? { subject: moved[index] ?? null } : null
}

/** 分别高于全区平均2.1个、低于全疆平均0.3个百分点: one level set against as many baselines; null where they do not differ. */
function ownBaselines(kit: SentenceKit, text: string, run: Run): Basis[] | null {
  const said = run.quantities.map(({ span }, at) => text.slice(run.quantities[at - 1]?.span.end ?? run.behind, span.start))
  const bases = said.map((words) => lastBasis(kit.cues, words)?.basis)
  const places = said.map((words, at) => [bases[at], ...kit.regionsIn(words).map(({ region }) => region)].join())
  const known = bases.filter((basis) => basis !== undefined)
  return known.length === bases.length && new Set(places).size === places.length ? known : null
}

/** 分别比上年提高1.2和0.4个百分点，达到98.1%和99.6%: a second list without subjects of its own goes on about those of the first. */
function goneOnAbout(ran: readonly ValueDraft[], index: number, run: Run, role: Role): Dealt | null {
  const fits = ran.every(({ subject }, at) => {
    const unit = unitInRun(run.quantities[at] as Quantity, run)
    return subject.indicator ? agrees(subject.indicator, unit, role) : role === 'change' || subject.rate === isRate({ unit })
  })
  const draft = ran[index]
  if (!fits || !draft) return null
  const differ = (field: 'region' | 'period'): boolean => ran.some((each) => each[field] !== draft[field])
  return {
    subject: draft.subject,
    ...(differ('region') ? { region: draft.region } : {}),
    ...(differ('period') ? { period: draft.period } : {}),
  }
}

/** 分别提高1.2和0.4个百分点 is said of rates, 同比分别增长12%和8% of counts, where as many were stated. */
function levelsFor(levels: readonly Subject[], run: Run, role: Role): readonly Subject[] {
  const count = run.quantities.length
  const inUnit = (unit: string): boolean => run.quantities.every((quantity) => unitInRun(quantity, run) === unit)
  const rates = levels.filter(({ rate }) => rate)
  const counts = levels.filter(({ rate }) => !rate)
  if ((inUnit('个百分点') || (role === 'reference' && inUnit('%'))) && rates.length >= count) return rates
  return inUnit('%') && counts.length === count ? counts : levels
}

/** A draft as a value of the contract: its place mapped back, its quote cut, its county named. */
import { type Document, type FoldedSpan, foldedSpan, quote, toSource } from '../document.ts'
import type { Identity } from '../identity/identity.ts'
import type { Lexicon } from '../lexicon.ts'
import { countyName } from '../quantities/region.ts'
import { confidenceOf } from './confidence.ts'
import type { ValueDraft } from './draft.ts'
import { UNNAMED } from './name.ts'
import type { Role, Value } from './value.ts'

/** 全区 is the region's in a county's document; in the prefecture's own it may be either, and the note says so. */
function areaName(region: string, { county, countyId }: Identity, role: Role, notes: string[]): string {
  if (region !== AMBIGUOUS_AREA) return region
  // What the prefecture is compared with is not itself.
  if (countyId !== null || county === REGION || role === 'reference') return REGION
  notes.push('“全区”可指地区，也可指自治区，请核对')
  return '塔城地区'
}

const AMBIGUOUS_AREA = '全区'
const REGION = '自治区'

/** 至少召开会议4次: the bound that stands before the verb belongs to the quote. */
const quotedSpan = ({ span, ahead }: ValueDraft['quantity']): FoldedSpan => (ahead === undefined ? span : foldedSpan(ahead, span.end))

export function toValue(draft: ValueDraft, document: Document, identity: Identity, lexicon: Lexicon): Omit<Value, 'id'> {
  const { subject, quantity, role, basis } = draft
  const county = lexicon.regions.counties.find(({ id }) => id === draft.region)
  const notes = [...draft.notes]
  const own = draft.region === null ? identity.county : areaName(draft.region, identity, role, notes)
  if (role === 'change' && quantity.value !== 0 && quantity.unit === '%' && subject.indicator?.kind === 'ratio')
    notes.push('原文写作“%”，可能是“个百分点”，请核对')
  return {
    file: document.file,
    county: county ? countyName(county, draft.period) : own,
    period: draft.period,
    indicator: subject.indicator?.id ?? null,
    name: subject.name || UNNAMED,
    breakdown: subject.breakdown,
    role,
    value: quantity.value,
    ...(quantity.upper === undefined ? {} : { upper: quantity.upper }),
    unit: quantity.unit,
    comparator: quantity.comparator,
    basis,
    evidence: quote(document, toSource(document.folded, quotedSpan(quantity))),
    subject: subject.span ? toSource(document.folded, subject.span) : null,
    confidence: confidenceOf(draft, notes),
    notes,
  }
}

/** Which items of a scheme read an indicator's level, a fact or a document, read out of the rules once for each scheme: a rule is checked against every kind of operand. */
import { type DocumentOperand, type FactOperand, type IndicatorOperand, type Operand, operandsOf } from './operand.ts'
import type { Scheme } from './scheme.ts'

export interface Asking<Of extends Operand> {
  readonly item: string
  readonly operand: Of
}

interface Asked {
  readonly indicators: ReadonlyMap<string, readonly Asking<IndicatorOperand>[]>
  readonly facts: ReadonlyMap<string, readonly Asking<FactOperand>[]>
  readonly documents: ReadonlyMap<string, readonly Asking<DocumentOperand>[]>
}

/** How items ask for the indicator's own level: not for its change or rank, nor for a part. */
export const itemsAskingLevel = (scheme: Scheme, indicator: string): readonly Asking<IndicatorOperand>[] =>
  askedIn(scheme).indicators.get(indicator) ?? []

export const itemsAskingFact = (scheme: Scheme, fact: string): readonly Asking<FactOperand>[] => askedIn(scheme).facts.get(fact) ?? []

export const itemsAskingDocument = (scheme: Scheme, kind: DocumentOperand['document']): readonly Asking<DocumentOperand>[] =>
  askedIn(scheme).documents.get(kind) ?? []

const known = new WeakMap<Scheme, Asked>()

function askedIn(scheme: Scheme): Asked {
  const before = known.get(scheme)
  if (before !== undefined) return before
  const indicators = new Map<string, Asking<IndicatorOperand>[]>()
  const facts = new Map<string, Asking<FactOperand>[]>()
  const documents = new Map<string, Asking<DocumentOperand>[]>()
  for (const { id, rule } of scheme.items)
    for (const operand of operandsOf(rule)) {
      if ('indicator' in operand && operand.role === undefined && operand.part === undefined)
        indicators.set(operand.indicator, [...(indicators.get(operand.indicator) ?? []), { item: id, operand }])
      if ('fact' in operand) facts.set(operand.fact, [...(facts.get(operand.fact) ?? []), { item: id, operand }])
      if ('document' in operand) documents.set(operand.document, [...(documents.get(operand.document) ?? []), { item: id, operand }])
    }
  const asked = { indicators, facts, documents }
  known.set(scheme, asked)
  return asked
}

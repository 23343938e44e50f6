/** Counts: what a number of things is of, by the verb and the unit together (抽查…120批次), by what follows it (3起特种设备事故), or by the number itself. */
import { foldedSpan } from '../document.ts'
import type { Generic, Indicator, Lexicon } from '../lexicon.ts'
import type { Quantity } from '../quantities/quantity.ts'
import type { Subject } from './draft.ts'
import { ownSubject, subjectOf } from './mention-subject.ts'
import { type CountTerm, isRate, type SubjectContext, type SubjectKit } from './subject-kit.ts'
import { agrees } from './units.ts'
import type { Role } from './value.ts'

export function countTerms(lexicon: Lexicon): SubjectKit['countTerms'] {
  const terms = new Map<string, CountTerm[]>()
  const add = (name: string, unit: string, generic: Generic | null, indicator: Indicator | null): void => {
    if (unit === '' || unit === '%' || !name.endsWith(unit) || name.length < unit.length + 2) return
    terms.set(unit, [...(terms.get(unit) ?? []), { verb: name.slice(0, -unit.length), generic, indicator }])
  }
  const unitOf = new Map(lexicon.indicators.map(({ id, unit }) => [id, unit]))
  for (const indicator of lexicon.indicators)
    for (const name of [indicator.name, ...indicator.aliases]) add(name, indicator.unit, null, indicator)
  for (const generic of lexicon.generics) add(generic.term, unitOf.get(generic.candidates[0] ?? '') ?? '', generic, null)
  return new Map([...terms].map(([unit, list]) => [unit, list.sort((a, b) => b.verb.length - a.verb.length)]))
}

/** 抽查工业产品120批次: the verb and the unit together name the count. */
export function readCount(kit: SubjectKit, quantity: Quantity, context: SubjectContext): Subject | null {
  const { text, leadStart, sentence, above, last, clause } = context
  // 对水泥等产品进行了监督抽查，合计65批次: a bare count is of what the sentence has just named.
  const from =
    leadStart === clause.start && !last && kit.ownName(text.slice(leadStart, quantity.span.start), '', '').bare ? sentence.start : leadStart
  const lead = text.slice(from, quantity.span.start)
  for (const { verb, generic, indicator: named } of kit.countTerms.get(quantity.unit) ?? []) {
    const at = lead.lastIndexOf(verb)
    if (at < 0 || kit.isResult(lead.slice(at + verb.length), text.slice(quantity.span.end, quantity.span.end + 4))) continue
    const span = foldedSpan(from + at, from + at + verb.length)
    // 培训教师1960人次: who is trained is said, and is not what the lexicon counts.
    const object = (generic ? objectOf(kit, generic, lead.slice(at + verb.length)) : null) ?? OBJECT.exec(lead.slice(0, at))?.[1] ?? null
    const found = named
      ? { indicator: named, breakdown: null }
      : generic
        ? kit.resolve(
            generic,
            object ?? text.slice(sentence.start, quantity.span.start),
            object === null ? above : [],
            kit.qualifierOf(lead.slice(0, at)) !== null || (generic.divisible && object !== null),
          )
        : null
    if (!found) continue
    const { indicator, breakdown } = found
    const told = indicator && generic?.divisible ? kit.partIn(text.slice(sentence.start, quantity.span.start)) : null
    if (generic && indicator && told !== null && kit.resolve({ ...generic, alone: undefined }, told, []).indicator === null)
      return { ...ownSubject(kit, quantity, context), breakdown: { of: indicator.id } }
    if (!indicator) return { ...ownSubject(kit, quantity, context), breakdown }
    return { indicator, name: indicator.name, breakdown: null, span, how: 'beside', rate: false, notes: [] }
  }
  return null
}

/** 培训教师, 抽查猪肉产品: what was done to, where no field of the lexicon's says more of it. */
function objectOf(kit: SubjectKit, generic: Generic, words: string): string | null {
  // 监督抽查增加到90批次: nothing but a verb.
  // 抽查量则由上年同期的74批次: how many.
  const rest = words.replace(AMOUNT, '')
  const object = kit.ownName(rest, '', '').bare ? null : kit.qualifierOf(rest)
  if (object === null || !generic.divisible) return object
  const named = kit.fieldsIn(words.replace(PRODUCT, '')).length > 0
  return named ? null : object
}
const AMOUNT = /^总?[量数]/u
const PRODUCT = /产品$/u

/** 对管材加抽20批次: what is sampled stands before the verb. */
const OBJECT = /对([^，。；：、对]{2,12})$/u

/** 3起特种设备事故: what is counted stands after the number. */
export function namedAfter(kit: SubjectKit, quantity: Quantity, role: Role, context: SubjectContext): Subject | null {
  if (isRate(quantity)) return null
  const { text, clause, mentions, leadStart } = context
  const around = namedAround(kit, text.slice(leadStart, quantity.span.start), text.slice(quantity.span.end, clause.end))
  if (around && agrees(around, quantity.unit, role))
    return { indicator: around, name: around.name, breakdown: null, span: null, how: 'beside', rate: false, notes: [] }
  const next = mentions.find(({ span }) => span.start >= quantity.span.end && span.end <= clause.end)
  if (!next?.indicator || !/^的?$/u.test(text.slice(quantity.span.end, next.span.start))) return null
  return subjectOf(kit, next, quantity, role, context, 'beside')
}

/** 新增1项计量标准: the number stands within the name. */
function namedAround(kit: SubjectKit, lead: string, after: string): Indicator | null {
  // 领导小组每季度至少召开1次会议: without how often and how many at least.
  const plain = lead.replace(kit.idle, '')
  const across = kit
    .mentionsOf(plain.slice(-LONGEST_NOUN) + after.slice(0, LONGEST_VERB))
    .find(({ span }) => span.start < Math.min(plain.length, LONGEST_NOUN) && span.end > Math.min(plain.length, LONGEST_NOUN))
  if (plain !== lead && across?.indicator) return across.indicator
  for (let length = Math.min(LONGEST_VERB, lead.length); length >= 2; length--) {
    const mention = kit
      .mentionsOf(lead.slice(-length) + after.slice(0, LONGEST_NOUN))
      .find(({ span }) => span.start < length && span.end > length)
    if (mention?.indicator) return mention.indicator
  }
  return null
}

const LONGEST_VERB = 4
const LONGEST_NOUN = 16

const RESULT = 4

/** 35批次合格; 6批问题产品货值合计18.7万元: what is counted follows the number that begins a clause. */
export function isNamedByWhatFollows(kit: SubjectKit, { span }: Quantity, { text, clause }: SubjectContext): boolean {
  const after = text.slice(span.end, clause.end)
  if (kit.isResult('', after.slice(0, RESULT))) return true
  return span.start === clause.start && /^\p{Script=Han}{2}/u.test(after) && !kit.ownName(after.split(/[，、；：]/u)[0] ?? '', '', '').bare
}

/**
 * Problem, cause and measure linked where they speak of the same thing: a product, an item, a place, a firm, or any words that few other sentences use.
 * A problem without a measure, and a measure without a problem, are shown; they do not change the verdict.
 */
import { type Document, type Evidence, quote } from '../../extractors/document.ts'
import { matchesOf } from '../../extractors/language/match-at.ts'
import type { Chain } from './assessment.ts'
import type { SentenceView } from './sentence-view.ts'

export interface Chains {
  readonly chains: readonly Chain[]
  /** Measures that answer no problem stated. */
  readonly unprompted: readonly Evidence[]
}

interface Links {
  readonly document: Document
  readonly sentences: readonly SentenceView[]
  readonly problems: readonly SentenceView[]
  readonly causes: readonly SentenceView[]
  readonly measures: readonly SentenceView[]
  readonly isResult: (problem: SentenceView) => boolean
  /** Two levels side by side, and no word that anything falls short. */
  readonly isLevel: (problem: SentenceView) => boolean
}

/** Words that several sentences share say nothing of which belongs to which: at most this share of them, or this many. */
const COMMON_SHARE = 0.25
const COMMON_LEAST = 4
const GRAM = 2
/** Shared grams, each counted once, from which two sentences speak of the same thing. */
const LINKED = 2
/** A gram of these two sentences and of no other links them by itself. */
const OWN = 2
/** So many times as often the data may speak of what one problem and one measure share. */
const WIDER = 2

export function linkChains({ document, sentences, problems, causes, measures, isResult, isLevel }: Links): Chains {
  const { results, told } = apart(problems, causes, isResult)
  const frequency = new Map<Gram, number>()
  for (const { words } of sentences) for (const gram of gramsOf(words)) frequency.set(gram, (frequency.get(gram) ?? 0) + 1)
  /** How many of the problems and measures themselves hold a gram: one of each speaks of the same thing, however often the data do. */
  const among = new Map<Gram, number>()
  for (const { words } of [...problems, ...measures]) for (const gram of gramsOf(words)) among.set(gram, (among.get(gram) ?? 0) + 1)
  const most = Math.max(COMMON_LEAST, sentences.length * COMMON_SHARE)
  const own = ({ words }: SentenceView): Set<Gram> =>
    new Set([...gramsOf(words)].filter((gram) => (frequency.get(gram) ?? 0) <= (among.get(gram) === OWN ? WIDER * most : most)))
  const shared = (a: ReadonlySet<Gram>, b: ReadonlySet<Gram>): boolean => {
    let count = 0
    for (const gram of a) {
      if (!b.has(gram)) continue
      count += frequency.get(gram) === OWN || among.get(gram) === OWN ? LINKED : 1
      if (count >= LINKED) return true
    }
    return false
  }
  const keyed = (items: readonly SentenceView[]) => items.map((item) => ({ evidence: quote(document, item.span), keys: own(item) }))
  const [from, why, answers] = [keyed(results), keyed(causes), keyed(measures)]
  /** Shares no words with any problem: it tells of the one before it. */
  const isLoose = (keys: ReadonlySet<Gram>): boolean => !from.some((problem) => shared(problem.keys, keys))
  const answered = new Set<Evidence>()
  const linked = from.map(({ evidence: problem, keys }, at): Chain => {
    const reasons = why.filter(
      (cause, place) => shared(keys, cause.keys) || (isLoose(cause.keys) && told.get(causes[place] as SentenceView) === results[at]),
    )
    const wider = new Set([...keys, ...reasons.flatMap((cause) => [...cause.keys])])
    const found = answers.filter((measure) => shared(wider, measure.keys)).map(({ evidence }) => evidence)
    for (const evidence of found) answered.add(evidence)
    return { problem, causes: reasons.map(({ evidence }) => evidence), measures: found }
  })
  const isAnswered = linked.some((chain) => chain.measures.length > 0)
  const chains = linked.filter(
    (chain, at) => !isAnswered || chain.causes.length + chain.measures.length > 0 || !isLevel(results[at] as SentenceView),
  )
  return { chains, unprompted: answers.map(({ evidence }) => evidence).filter((evidence) => !answered.has(evidence)) }
}

/**
 * What tells only how a result came about (进厂看了配料记录，回收料掺到四成五) is the cause of the problem before it, and none of its own; where nothing but such is told, each is
 * shown as a problem.
 */
function apart(problems: readonly SentenceView[], causes: readonly SentenceView[], isResult: Links['isResult']) {
  const causeOf = (problem: SentenceView): SentenceView | undefined =>
    isResult(problem) ? undefined : causes.find(({ span }) => span.start <= problem.span.start && problem.span.end <= span.end)
  const results = problems.filter((problem) => causeOf(problem) === undefined)
  const told = new Map<SentenceView, SentenceView>()
  if (results.length === 0) return { results: problems, told }
  for (const problem of problems) {
    const cause = causeOf(problem)
    const before = results.findLast(({ span }) => span.start < problem.span.start)
    if (cause !== undefined && before !== undefined) told.set(cause, before)
  }
  return { results, told }
}

/** Two neighbouring characters as one number. */
type Gram = number
const UNIT_BITS = 16
const HAN = /\p{Script=Han}+/gu

/** Neighbouring Chinese characters, two at a time. */
function gramsOf(text: string): Set<Gram> {
  const grams = new Set<Gram>()
  for (const { 0: run, index } of matchesOf(HAN, text))
    for (let at = index; at + GRAM <= index + run.length; at++) grams.add((text.charCodeAt(at) << UNIT_BITS) | text.charCodeAt(at + 1))
  return grams
}

/**
 * Numbers that changed and are no values: deadlines, spans of time, numbers in words. Told where a sentence, or a clause of it that no other is like, is the same but
 * for its numbers.
 *
 *   11月底前完成复检 → 12月底前完成复检      11月 → 12月
 *   模头三年没有更换 → 模头两年没有更换      三年 → 两年
 */
import type { Evidence, Span } from '../../extractors/document.ts'
import { masked, NUMBER, partsOf } from './context.ts'
import type { ChangedFigure } from './figures.ts'
import type { Version } from './revision.ts'

/** A part of fewer characters is like others by chance. */
const LEAST_WORDS = 4
/** 一是, （二）, 三、: a number of the list, not of what it says. */
const LABEL = /^[是、．.）)]/u
const LONGEST_NAME = 24

/** `listed`: what is told already. */
export function changedNumbers(earlier: Version, later: Version, listed: readonly ChangedFigure[]): ChangedFigure[] {
  const told = listed.flatMap(({ after }) => after ?? [])
  const isTold = ({ start, end }: Span): boolean => told.some((each) => each.start < end && start < each.end)
  const whole = (text: string): Span => ({ start: 0, end: text.length })
  const sentences = sameParts(
    earlier,
    partsOf(earlier.text, whole(earlier.text), false),
    later,
    partsOf(later.text, whole(later.text), false),
  )
  const clausesOf = (version: Version, parts: readonly Span[]): Span[] => parts.flatMap((part) => partsOf(version.text, part, true))
  const clauses = sameParts(earlier, clausesOf(earlier, sentences.before), later, clausesOf(later, sentences.after), true)
  return [...sentences.matched, ...clauses.matched]
    .flatMap(([before, after]) => differing(earlier, before, later, after))
    .filter(({ after }) => !isTold(after))
}

interface Parts {
  readonly matched: readonly (readonly [Span, Span])[]
  readonly before: readonly Span[]
  readonly after: readonly Span[]
}

/** Parts that are the same but for their numbers, in their order; `alone`, only those of which there is one on either side. */
function sameParts(earlier: Version, before: readonly Span[], later: Version, after: readonly Span[], alone = false): Parts {
  const [was, is] = [byWords(earlier.text, before), byWords(later.text, after)]
  const matched: (readonly [Span, Span])[] = []
  const taken = new Set<Span>()
  for (const [words, parts] of was) {
    const others = is.get(words) ?? []
    if (alone && (parts.length > 1 || others.length > 1)) continue
    for (const [index, part] of parts.entries()) {
      const other = others[index]
      if (other === undefined) break
      matched.push([part, other])
      taken.add(part).add(other)
    }
  }
  return { matched, before: before.filter((part) => !taken.has(part)), after: after.filter((part) => !taken.has(part)) }
}

function byWords(text: string, parts: readonly Span[]): ReadonlyMap<string, Span[]> {
  const found = new Map<string, Span[]>()
  for (const part of parts) {
    const words = masked(text.slice(part.start, part.end))
    if (words.replace(/[^\p{Script=Han}]/gu, '').length < LEAST_WORDS) continue
    const same = found.get(words)
    if (same === undefined) found.set(words, [part])
    else same.push(part)
  }
  return found
}

function differing(earlier: Version, before: Span, later: Version, after: Span) {
  const others = numbersIn(later, after)
  return numbersIn(earlier, before).flatMap((number, index) => {
    const other = others[index]
    if (other === undefined || other.words === number.words || LABEL.test(later.text.slice(other.place.end))) return []
    return [
      { name: nameOf(later.text, after, other.place), before: evidenceOf(earlier, number.place), after: evidenceOf(later, other.place) },
    ]
  })
}

const numbersIn = ({ text }: Version, { start, end }: Span) =>
  [...text.slice(start, end).matchAll(NUMBER)].map(({ index, 0: words }) => ({
    words,
    place: { start: start + index, end: start + index + words.length },
  }))

/** With what is counted: 三年, 11月. */
function evidenceOf({ text, blocks }: Version, { start, end }: Span): Evidence {
  const until = /[\p{Script=Han}%]/u.test(text.charAt(end)) ? end + 1 : end
  const block = blocks.findIndex(({ span }) => span.start <= start && start < span.end)
  const page = blocks[block]?.origin.page
  return { quote: text.slice(start, until), start, end: until, block, ...(page === undefined ? {} : { page }) }
}

/** The clause that it stands in. */
function nameOf(text: string, part: Span, { start }: Span): string {
  const clause = partsOf(text, part, true).find((each) => each.start <= start && start < each.end) ?? part
  const words = text.slice(clause.start, clause.end).trim()
  return words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME)}…` : words
}

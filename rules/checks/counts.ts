/** Counts of a sentence with the words beside them, for checks that ask which is the whole and which its part. */
import { foldText } from '../../extractors/language/fold.ts'
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { writtenStep } from '../../extractors/quantities/rounding.ts'
import type { CheckContext, CheckedValue, ValueGroup } from './check.ts'

export interface LabelledCount {
  readonly value: CheckedValue
  /** The words before the count, back to the count before it and without clauses of other figures (较上年增加15批次；其中…). */
  readonly before: string
  /** The words right behind it, up to the next mark; none where they run on to the next count, which they name. */
  readonly after: string
}

const MOVE = 4

const patterns = perLexicon((lexicon) => ({
  /** 新增412户 is a count of what is new. */
  added: new RegExp(`(?:${wordPattern(cue(lexicon, 'newly-added'))})[了约近]?$`, 'u'),
  moved: new RegExp(`(?:${wordPattern([...cue(lexicon, 'moved-up'), ...cue(lexicon, 'moved-down')])})[了约近]?$`, 'u'),
}))

/** How far back the words before the first count of a sentence are read. */
const REACH = 16

/** Many checks ask for the counts of the same sentence. */
interface Counted {
  counts?: readonly LabelledCount[]
  amounts?: readonly LabelledCount[]
}
const known = new WeakMap<CheckContext, Map<ValueGroup, Counted>>()

function countedOf(context: CheckContext, group: ValueGroup): Counted {
  const ofDocument = known.get(context) ?? new Map<ValueGroup, Counted>()
  if (ofDocument.size === 0) known.set(context, ofDocument)
  const found = ofDocument.get(group) ?? {}
  ofDocument.set(group, found)
  return found
}

/** Exact counts of a sentence, in order; money and rates are no counts. */
export function countsOf(context: CheckContext, group: ValueGroup): readonly LabelledCount[] {
  const counted = countedOf(context, group)
  counted.counts ??= labelled(context, group, ({ role, unit }) => role === 'actual' && !NO_COUNT.has(unit))
  return counted.counts
}

/**
 * Exact amounts of a sentence that can be parts or whole of each other, each once: counts and sums of money. A part that another level of government
 * pays (自治区资金120万元) is read as a reference to that level, and is a part all the same.
 */
export function amountsOf(context: CheckContext, group: ValueGroup): readonly LabelledCount[] {
  const counted = countedOf(context, group)
  counted.amounts ??= findAmounts(context, group)
  return counted.amounts
}

function findAmounts(context: CheckContext, group: ValueGroup): readonly LabelledCount[] {
  let end = -1
  const { moved, added } = patterns(context.lexicon)
  return labelled(context, group, ({ role, basis, unit, evidence }) => {
    if (
      (role !== 'actual' && role !== 'target' && !(role === 'reference' && basis === 'average')) ||
      NO_AMOUNT.has(unit) ||
      evidence.start < end
    )
      return false
    // 较上年增加15批次, read as a target of a plan, is no count.
    const led = flat(context.between(evidence.start - MOVE, evidence.start))
    if (moved.test(led) && !added.test(led)) return false
    end = evidence.end
    return true
  })
}

function labelled({ between, document }: CheckContext, { values }: ValueGroup, isAsked: (value: CheckedValue) => boolean): LabelledCount[] {
  return values
    .filter((value) => value.comparator === '=' && value.upper === undefined && isAsked(value))
    .map((value, index, counts) => {
      const from = counts[index - 1]?.evidence.end ?? value.evidence.start - REACH
      const blockEnd = document.blocks[value.evidence.block]?.span.end ?? value.evidence.end
      const end = Math.min(counts[index + 1]?.evidence.start ?? blockEnd, blockEnd, value.evidence.end + REACH)
      return {
        value,
        before: sinceOtherFigures(flat(between(from, value.evidence.start)).replace(GRADE, '')),
        after: /^([^，。；：、（(]*)[，。；：、（(]/u.exec(flat(between(value.evidence.end, end)))?.[1] ?? '',
      }
    })
}

/** The figure of a grade (4A级) is of its name. */
const GRADE = /[0-9](?=A)/gu

/** From the last mark on that a figure stands before. */
function sinceOtherFigures(words: string): string {
  const at = Math.max(words.lastIndexOf('，'), words.lastIndexOf('；'))
  return at > 0 && /[0-9]/u.test(words.slice(0, at)) ? words.slice(at) : words
}

const NO_AMOUNT: ReadonlySet<string> = new Set(['%', '个百分点', '分', '分钟', '小时', '倍'])
const NO_COUNT: ReadonlySet<string> = new Set([...NO_AMOUNT, '元'])

/** As the marks are read everywhere (A,B is A，B), without blanks. Most stretches of text hold none: to look is cheaper than to replace. */
export function flat(text: string): string {
  const known = flattened.get(text)
  if (known !== undefined) return known
  const folded = foldText(text)
  const plain = BLANK.test(folded) ? folded.replace(/\s/gu, '') : folded
  if (flattened.size >= MOST_KEPT) flattened.clear()
  flattened.set(text, plain)
  return plain
}

/** Many checks read the same short stretches of a document. */
const flattened = new Map<string, string>()
const MOST_KEPT = 4096

const BLANK = /\s/u

/** Half of the last digit of what is written in 万; nothing for what is counted out. */
export const roundedBy = ({ value: { evidence, value } }: LabelledCount): number =>
  /[万亿]/u.test(evidence.quote) ? writtenStep(evidence.quote, value) / 2 : 0

/** A sum in the unit that its whole is written in. */
export function inUnit(total: number, { value: { evidence, unit } }: LabelledCount): string {
  const scale = /亿/u.test(evidence.quote) ? 1e8 : /万/u.test(evidence.quote) ? 1e4 : 1
  return `${Number((total / scale).toPrecision(12))}${scale === 1e8 ? '亿' : scale === 1e4 ? '万' : ''}${unit}`
}

/**
 * The difference of two things that its clause names is that of their levels.
 *
 *   农资合格率92.5%，建材合格率90.8%，农资比建材低1.7个百分点     农资 is above
 *   流通环节98.5%，种植环节97.2%，前者比后者高1.5个百分点         1.3
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { readPeriods } from '../../extractors/quantities/period.ts'
import { createRegionReader } from '../../extractors/quantities/region.ts'
import { atStep, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { flat } from './counts.ts'
import { difference, distance, isLastDigit, isTurned } from './readings.ts'

/** How far before a difference its clause is read. */
const REACH = 40
/** How far before a level its name stands. */
const LABEL = 24
const LEVELS: ReadonlySet<string> = new Set(['actual', 'reference'])

const patterns = perLexicon((lexicon) => {
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  const [former = '', latter = ''] = cue(lexicon, 'former-latter')
  return {
    two: new RegExp(
      `([\\p{Script=Han}]{2,12}?)(?:比|较)([\\p{Script=Han}]{2,10}?)(?:的[^，。；0-9]{0,6})?(${words('up')}|${words('down')})[了出约]?$`,
      'u',
    ),
    base: new RegExp(['base-yoy', 'base-qoq', 'base-average', 'base-target', 'base-previous'].map(words).join('|'), 'u'),
    regions: createRegionReader(lexicon),
    former,
    latter,
  }
})

export const betweenTwo = defineCheck({
  kind: 'delta',
  *examine(context) {
    for (const { values, table } of context.groups)
      for (const [index, change] of table ? [] : values.entries()) {
        if (change.role !== 'change' || !isExact(change)) continue
        const pair = levelsOf(context, change, values.slice(0, index))
        if (pair !== null) yield* compare(change, ...pair)
      }
  },
})

/** What is told to be more, and than what. */
function levelsOf(context: CheckContext, change: CheckedValue, before: readonly CheckedValue[]): [CheckedValue, CheckedValue] | null {
  const { two, base, regions, former, latter } = patterns(context.lexicon)
  const from = Math.max(context.document.blocks[change.evidence.block]?.span.start ?? 0, change.evidence.start - REACH)
  const clause =
    flat(context.between(from, change.evidence.start))
      .split(/[，。；：、（）]/u)
      .at(-1) ?? ''
  const [, one = '', other = ''] = two.exec(clause) ?? []
  if (one === '' || base.test(other) || regions(other).length > 0 || readPeriods(other, 2000).length > 0) return null
  const unit = change.unit === '个百分点' ? '%' : change.unit
  const levels = before.filter((value) => LEVELS.has(value.role) && value.unit === unit && isExact(value))
  if (one.endsWith(former) && other === latter) {
    const [first, second] = levels.slice(-2)
    return first && second && levels.length === 2 ? [first, second] : null
  }
  const named = [one, other].map((name) => levels.filter((level) => isCalled(context, level, name)))
  const [[first, ...firsts] = [], [second, ...seconds] = []] = named
  return first && second && first !== second && firsts.length === 0 && seconds.length === 0 ? [first, second] : null
}

/** The words right before a level name it. */
function isCalled({ between, document }: CheckContext, { evidence }: CheckedValue, name: string): boolean {
  const from = Math.max(document.blocks[evidence.block]?.span.start ?? 0, evidence.start - LABEL)
  const label =
    flat(between(from, evidence.start))
      .split(/[0-9%，。；、]/u)
      .at(-1) ?? ''
  return label.includes(name)
}

function* compare(change: CheckedValue, now: CheckedValue, earlier: CheckedValue): Iterable<Slip> {
  const stated = { change, now, earlier }
  const reading = difference(stated)
  // 比乙多20%: a share of the other, which is more than one thing could be meant by.
  if (change.unit === '%' || distance(stated, reading) <= 0 || isLastDigit(stated, reading)) return
  const shown = atStep(reading.figure, writtenStep(change.evidence.quote, change.value))
  const turned = isTurned(stated, reading)
  yield {
    kind: turned ? 'direction' : 'delta',
    severity: 'error',
    claimed: change.value,
    recomputed: Number(shown),
    words: { claimed: told(String(change.value), change.unit), recomputed: told(shown, change.unit) },
    evidence: [change.evidence, now.evidence, earlier.evidence],
    message: `“${now.evidence.quote}”比“${earlier.evidence.quote}”${told(shown, change.unit)}，文中写作${told(String(change.value), change.unit)}（“${change.evidence.quote}”），请核对`,
  }
}

const told = (figure: string, unit: string): string => `${figure.startsWith('-') ? '低' : '高'}${figure.replace('-', '')}${unit}`

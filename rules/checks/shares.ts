/**
 * The shares of one whole are not over 100% together, and make up 100% where the rest (其他) is named.
 *
 *   商品类占62.5%、服务类占37.5%               holds
 *   食品占45%、家电占35%、其他占25%            105
 *   食品占45%、家电占35%                       holds: not all are named
 *
 * In a table, a column of shares with its total of 100% is added up.
 */
import { grids } from '../../extractors/indicators/grid.ts'
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { writtenStep } from '../../extractors/quantities/rounding.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { wrongShares } from './share-run.ts'
import { withoutParts } from './sub-rows.ts'

const patterns = perLexicon((lexicon) => {
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  return {
    within: new RegExp(words('of-which'), 'u'),
    rest: new RegExp(words('the-rest'), 'u'),
    share: new RegExp(words('share'), 'u'),
    restOnly: new RegExp(`^[）)]?[，、；](?:${words('the-rest')})[^，。；、0-9]{0,4}$`, 'u'),
    /** 独占一半，为50.0%；其余…依次占: what follows the semicolon is the rest of it. */
    restBehind: new RegExp(`^[^。；]*；(?:${words('the-rest')})[^。；]*$`, 'u'),
    otherTime: new RegExp([words('base-yoy'), words('base-qoq')].join('|'), 'u'),
    /** 长度29毫米以上的占71.4%，A级占82.6%: what a bound tells of leaves the rest on its other side. */
    bounded: new RegExp(
      `(?:${words('comparator-ge-after')}|(?<![级等档类]及?)(?:${words('comparator-le-after')}))的?(?:${words('share')})$`,
      'u',
    ),
    whole: new RegExp(`(?:${words('share')})([^，。；、0-9]{2,12})的[^，。；、0-9]{0,4}$`, 'u'),
    total: new RegExp(`^(?:${words('table-sum')})$`, 'u'),
    /** 五类合计占71.6%: what others make up is none of them. */
    summed: new RegExp(`(?:${words('stated-sum')})[^，。；、0-9]{0,6}$`, 'u'),
  }
})

export const shares = defineCheck({
  kind: 'sum',
  *examine(context) {
    for (const [at, group] of context.groups.entries()) {
      if (group.table) continue
      // A share that its own count does not bear out is told as such (share-run.ts).
      const wrong = new Set(wrongShares(context, group, ...context.groups.slice(Math.max(0, at - 3), at)).map(({ share }) => share))
      for (const run of runs(context, group.values)) if (!run.values.some((value) => wrong.has(value))) yield* over(run)
    }
    yield* columns(context)
  },
})

interface Run {
  readonly values: readonly CheckedValue[]
  readonly namesRest: boolean
}

/** Shares stated one after the other of one whole: no other figure between that is no count, no 其中, no other whole. */
function runs({ between, lexicon }: CheckContext, values: readonly CheckedValue[]): Run[] {
  const { within, rest, restOnly, restBehind, share, whole, otherTime, bounded, summed } = patterns(lexicon)
  const found: { values: CheckedValue[]; namesRest: boolean; isSaid: boolean; whole: string | null; bound: string | null }[] = []
  let end: number | null = null
  for (const value of values) {
    if (value.unit !== '%' || value.comparator !== '=' || value.upper !== undefined) continue
    const words: string = between(end ?? value.evidence.start - 24, value.evidence.start).replace(/\s/gu, '')
    // Before the first share, what the sentence before says is of others.
    const said = end === null ? (words.split('。').at(-1) ?? '') : words
    // …占12.7%，其他10.0%: the rest needs not say again that it is a share.
    if (value.role !== 'share' && !(value.role === 'actual' && end !== null && restOnly.test(said))) continue
    if (summed.test(said) && !rest.test(said.split(/[，；。]/u).at(-1) ?? '')) {
      end = null
      continue
    }
    // 独占一半，为50.0%: the same, told again.
    if (found.at(-1)?.values.at(-1)?.value === value.value && AGAIN.test(said)) {
      end = value.evidence.end
      continue
    }
    const named = whole.exec(said)?.[1] ?? null
    // 29毫米以上 and 29毫米以下 are a division; 二级及以上 and 29毫米以上 are of two.
    const bound = bounded.test(said) ? (LAST_NUMBER.exec(said)?.[1] ?? said) : null
    const run = found.at(-1)
    const goesOn =
      run !== undefined &&
      end !== null &&
      (!/[。；]/u.test(said) || restBehind.test(said)) &&
      !within.test(said) &&
      !otherTime.test(said) &&
      run.bound === bound &&
      value.period === run.values[0]?.period &&
      (named === null || named === run.whole)
    if (goesOn) {
      run.values.push(value)
      run.namesRest ||= rest.test(said)
      run.isSaid ||= share.test(said)
    } else found.push({ values: [value], namesRest: rest.test(said), isSaid: share.test(said), whole: named, bound })
    end = value.evidence.end
  }
  // 标称棉六成五，实测四成一: two that nothing calls shares of one whole.
  return found.filter((run) => run.values.length > 2 || (run.values.length > 1 && (run.isSaid || run.namesRest)))
}

const AGAIN = /^[，,（(](?:即|为|约)?$/u

const LAST_NUMBER = /([0-9][0-9.]*)[^0-9]*$/u

/** Shares that make up less are not all of one whole, though the rest is named (9家占28%，其余28家占11%). */
const NEARLY = 80

function* over({ values, namesRest }: Run): Iterable<Slip> {
  const added = sum(values)
  const slack = slackOf(values)
  // 一级和二级合计占68.6%，一级占21.4%，二级占47.2%: one is what the others make up.
  if (values.length > 2 && values.some(({ value }) => Math.abs(added - value * 2) <= slack)) return
  if (values.length > 2 && added > 100 + slack && isDividedTwice(values)) return
  if (overlap(values, added)) return
  // 62、27、9、4: that all of four were rounded up by a whole half is no likely thing.
  const most = values.length > 2 ? slack - 1e-6 : slack
  if (added <= 100 + most && (!namesRest || added >= 100 - slack || added < NEARLY)) return
  yield {
    severity: 'error',
    claimed: 100,
    recomputed: added,
    evidence: values.map(({ evidence }) => evidence),
    message: `各项占比相加为${added}%，${added > 100 ? '超过' : '不足'}100%，请核对`,
  }
}

/**
 * 制造业占90.6%，新兴产业占44%，高新技术产业占68.5%: where even the two least make up more than a whole, or two shares half as much again, they are told by
 * different divisions of it.
 */
function overlap(values: readonly CheckedValue[], added: number): boolean {
  const [least = 0, next = 0] = values.map(({ value }) => value).sort((a, b) => a - b)
  return values.length > 2 ? least + next > 100 : added > OVERLAPPING
}
const OVERLAPPING = 150

/** B级占64.5%，C级占20.3%，A级和B级占79.7%: two that make up all by themselves, with others beside them, are one of several divisions of it. */
const isDividedTwice = (values: readonly CheckedValue[]): boolean =>
  values.some((one, at) => values.slice(at + 1).some((other) => Math.abs(one.value + other.value - 100) <= slackOf([one, other])))

function* columns({ document, values, lexicon }: CheckContext): Iterable<Slip> {
  const { total, within } = patterns(lexicon)
  const ofBlock = new Map(values.filter(({ evidence }) => evidence.cell !== undefined).map((value) => [value.evidence.block, value]))
  for (const grid of grids(document, lexicon)) {
    const isTotal = (row: number): boolean => total.test((grid.at(row, 0)?.text ?? '').replace(/\s/gu, ''))
    const last = Array.from({ length: grid.rows }, (_, row) => row).find(isTotal)
    if (last === undefined) continue
    for (let column = 1; column < grid.columns; column++) {
      const claimed = ofBlock.get(grid.at(last, column)?.block ?? -1)
      if (claimed?.unit !== '%' || claimed.value !== 100) continue
      const above = Array.from({ length: last }, (_, row) => {
        const value = ofBlock.get(grid.at(row, column)?.block ?? -1)
        return value === undefined ? [] : [{ value, startsParts: within.test(grid.at(row, 0)?.text ?? '') }]
      })
      const parts = withoutParts(above.flat())
      if (
        parts === null ||
        parts.length < 2 ||
        !parts.every(({ role, unit, comparator }) => role === 'share' && unit === '%' && comparator === '=')
      )
        continue
      if (Math.abs(sum(parts) - 100) <= slackOf(parts)) continue
      yield {
        severity: 'error',
        claimed: 100,
        recomputed: sum(parts),
        evidence: [claimed.evidence, ...parts.map(({ evidence }) => evidence)],
        message: `各行占比相加为${sum(parts)}%，合计写作“${claimed.evidence.quote}”，请核对`,
      }
    }
  }
}

const sum = (values: readonly CheckedValue[]): number => Number(values.reduce((all, { value }) => all + value, 0).toPrecision(8))

/** Each share may be off by half of its last digit. */
const slackOf = (values: readonly CheckedValue[]): number =>
  values.reduce((all, { evidence, value }) => all + writtenStep(evidence.quote, value) / 2, 0) + 1e-9

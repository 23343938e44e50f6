/**
 * The figures of a table do what the other rows and columns show that they are meant to do (table-relations.ts).
 *
 *   抽查96 合格93 合格率96.9%, … in seven rows, and 抽查60 合格55 合格率93.3% in one     91.7
 *   四个季度 and 全年, 今年 and 上年 and 增减                                            the total, the change that does not follow
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { sameLastYear } from '../../extractors/quantities/period.ts'
import { atStep } from '../../extractors/quantities/rounding.ts'
import { asWritten, inItsUnit } from './as-written.ts'
import { type CheckContext, defineCheck, type Slip } from './check.ts'
import { makeUp } from './make-ups.ts'
import { rateWords } from './rate-words.ts'
import { type Figure, figureTables } from './table-figures.ts'
import { type Instance, relationsOf, type SaysSo } from './table-relations.ts'
import { slipsOf, type TableSlip } from './table-slips.ts'

const patterns = perLexicon((lexicon) => ({
  total: new RegExp(`^(?:${wordPattern(cue(lexicon, 'table-sum'))})`, 'u'),
  due: new RegExp(`(?:${wordPattern(cue(lexicon, 'due'))})([\\p{Script=Han}])`, 'u'),
  done: new RegExp(`(?:${wordPattern(cue(lexicon, 'done'))})([\\p{Script=Han}])`, 'u'),
  /** 发现问题, 应检, 受理: what there was to be done. */
  asked: new RegExp(
    wordPattern(['count-found', 'count-sampled', 'asked-first', 'due', 'found-things'].flatMap((group) => cue(lexicon, group))),
    'u',
  ),
}))

/** 完成整改 of 发现问题 is the 整改率. */
function isOfVerb(rate: string, part: string, whole: string, asked: RegExp): boolean {
  const verb = /([\p{Script=Han}]{2})率/u.exec(rate)?.[1]
  return verb !== undefined && part.includes(verb) && !whole.includes(verb) && asked.test(whole)
}

/** 实检 of 应检 is the 受检率. */
function isOfDue(rate: string, part: string, whole: string, { due, done }: { readonly due: RegExp; readonly done: RegExp }): boolean {
  const act = /([\p{Script=Han}])率/u.exec(rate)?.[1]
  return act !== undefined && done.exec(part)?.[1] === act && due.exec(whole)?.[1] === act
}

export const tableArithmetic = defineCheck({
  kind: 'sum',
  *examine(context) {
    for (const instances of tableRelations(context)) for (const slip of slipsOf(instances)) yield told(slip)
  },
})

const known = new WeakMap<CheckContext, readonly (readonly Instance[])[]>()

/** The relations of each table; found once for a document. */
function tableRelations(context: CheckContext): readonly (readonly Instance[])[] {
  const found =
    known.get(context) ??
    figureTables(context).map(({ rows, columns }) => [...relationsOf(columns, saysSo(context)), ...relationsOf(rows, saysSo(context))])
  known.set(context, found)
  return found
}

function saysSo({ lexicon }: CheckContext): SaysSo {
  const { general, isPassRate } = rateWords(lexicon)
  const { total, asked, ...byDue } = patterns(lexicon)
  return (kind, { value: result }, terms, label) => {
    const [one, other] = terms.map(({ value }) => value)
    // 一季度, 二季度, 上半年: the columns' own periods say it.
    if (kind === 'sum')
      return (
        total.test(label) ||
        makeUp(
          result.period,
          terms.map(({ value }) => value.period),
        )
      )
    if (one === undefined || other === undefined) return false
    if (kind === 'rate' || kind === 'rest') {
      // A target, and last year's rate, are not of this year's counts.
      if (result.role !== 'actual' && (one.role !== result.role || other.role !== result.role)) return false
      const isNamed = (kind === 'rate' ? general.part : general.failed).test(one.name) && general.whole.test(other.name)
      const isDone = isOfVerb(result.name, one.name, other.name, asked) || isOfDue(result.name, one.name, other.name, byDue)
      return (isPassRate(result.name) && isNamed) || (kind === 'rate' && isDone)
    }
    // 2020年, 2019年, 增减: of other counties too.
    const isYearOn = one.period !== null && one.county === other.county && other.period === sameLastYear(one.period)
    return isYearOn || (one.role === 'actual' && other.role === 'reference' && other.basis === result.basis)
  }
}

/** Where the figures stand that follow from others by a relation of their table: what the headers' words alone make of them counts no more. */
export const followingFigures = (context: CheckContext): ReadonlySet<number> =>
  new Set(tableRelations(context).flatMap((instances) => instances.map(({ result }) => result.value.evidence.start)))

function told({ figure, right, by }: TableSlip): Slip {
  const isTurned =
    figure === by.result && (by.kind === 'difference' || by.kind === 'growth') && Math.abs(figure.amount + right) <= figure.step / 2 + 1e-9
  const step = Math.min(figure.step, figure.value.unit === '%' || figure.value.unit === '个百分点' ? 0.1 : figure.step)
  const meant = Number(figure.step < 1 ? atStep(right, step) : right.toPrecision(12))
  return {
    kind: isTurned ? 'direction' : KINDS[by.kind],
    severity: 'error',
    claimed: asWritten(figure.value, figure.amount),
    recomputed: asWritten(figure.value, meant),
    evidence: [figure, by.result, ...by.terms].filter((each, at, all) => all.indexOf(each) === at).map(({ value }) => value.evidence),
    message: messageOf(figure, by, inItsUnit(figure.value, meant)),
  }
}

const KINDS: Readonly<Record<Instance['kind'], string>> = { rate: 'rate', rest: 'rate', difference: 'delta', growth: 'delta', sum: 'sum' }

const quoted = ({ value }: Figure): string => `“${value.evidence.quote}”`

/** The sum as one would write it down; where one of its terms is the slip, what it would have to be. */
function messageOf(figure: Figure, by: Instance, meant: string): string {
  return figure === by.result
    ? `表中${reckoned(by)}应为${meant}，写作${quoted(figure)}，请核对`
    : `表中${reckoned(by)}与${quoted(by.result)}对不上，${quoted(figure)}如为${meant}则相符，请核对`
}

function reckoned({ kind, terms }: Instance): string {
  const [one, other] = terms.map(quoted)
  if (kind === 'sum') return terms.map(quoted).join('+')
  if (kind === 'rate') return `${one}÷${other}`
  if (kind === 'rest') return `（${other}-${one}）÷${other}`
  return kind === 'difference' ? `${one}-${other}` : `（${one}-${other}）÷${other}`
}

/**
 * What share a named thing is told to have is that of its figure in the whole that the document gives, wherever they stand.
 *
 *   | 食品 | 75 | 交通工具 | 54 | 合计 | 210 | …食品类投诉占37.5%           35.7
 *   | 沙湾市 | 96 | 全地区 | 384 | …我市证书占全地区的29.3%              25.0
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { atStep, writtenStep } from '../../extractors/quantities/rounding.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { clauseBefore } from './clause-before.ts'
import { type Comparable, comparables, contentOf, isAbout, pointNamed } from './comparable.ts'
import { areNearlyAlike } from './digits.ts'
import { pairsNamed } from './named-sides.ts'
import { amountsOfBlock, isGivenBy } from './operands.ts'
import type { Point } from './table-lines.ts'

/** How far before a share its clause is read. */
const REACH = 30
/** So many points a slip is off, where only the words speak for the two. */
const OFF = 15

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  return {
    share: new RegExp(`^(?<own>[^0-9]*?)(?:${words('bare-shares')})(?<of>[^0-9]{0,12}?)的?(?:${words('rate-verbs')})?$`, 'u'),
    total: new RegExp(words('total-words', 'all-of'), 'gu'),
  }
})

export const namedShares = defineCheck({
  kind: 'rate',
  *examine(context) {
    for (const stated of context.values) {
      if (stated.unit !== '%' || !ROLES.has(stated.role) || !isExact(stated) || stated.evidence.cell !== undefined) continue
      const found = patterns(context.lexicon).share.exec(clauseBefore(context, stated, REACH, true))
      if (found?.groups === undefined) continue
      const { own = '', of = '' } = found.groups
      const slip = examineShare(context, stated, own, of)
      if (slip !== null) yield slip
    }
  },
})

const ROLES: ReadonlySet<string> = new Set(['share', 'actual'])

interface Share {
  readonly part: Point
  readonly whole: Pick<Point, 'value'>
  readonly exact: number
  /** The words name the line itself, and not only its table. */
  readonly isNamed: boolean
}

function examineShare(context: CheckContext, stated: CheckedValue, own: string, of: string): Slip | null {
  const counts = amountsOfBlock(context, stated)
  if (
    isGivenBy(
      stated,
      counts.map(({ value }) => value),
    )
  )
    return null
  const step = writtenStep(stated.evidence.quote, stated.value)
  const shares = [...ofTotal(context, own, of), ...ofOther(context, own, of)]
  if (shares.length === 0 || shares.some(({ exact }) => Math.abs(exact - stated.value) < step)) return null
  const near = shares.filter(({ exact }) => areNearlyAlike(exact, stated.value, step))
  const named = shares.filter(({ isNamed }) => isNamed)
  const [share, ...others] = near.length > 0 ? near : named.length > 0 ? named : shares
  if (
    share === undefined ||
    others.some(({ exact }) => exact !== share.exact) ||
    (!share.isNamed && Math.abs(share.exact - stated.value) > OFF)
  )
    return null
  const { part, whole, exact } = share
  const shown = atStep(exact, Math.min(step, 0.1))
  return {
    severity: 'error',
    claimed: stated.value,
    recomputed: Number(shown),
    evidence: [stated.evidence, part.value.evidence, whole.value.evidence],
    message: `“${part.label}”为“${part.value.evidence.quote}”，占“${whole.value.evidence.quote}”的${shown}%，文中写作“${stated.evidence.quote}”，请核对`,
  }
}

const isCounted = ({ unit, isOfChanges }: Comparable): boolean => !isOfChanges && !/^[%‰分位倍]|个百分点/u.test(unit)

/** A row of the column whose total the table gives. */
function ofTotal(context: CheckContext, own: string, of: string): readonly Share[] {
  const { total } = patterns(context.lexicon)
  return comparables(context).flatMap((line): readonly Share[] => {
    if (!isCounted(line) || line.total === undefined || line.total.value.value <= 0) return []
    const named = pointNamed(context, line, own)
    if (named === undefined || named.point === line.total || !isAbout(context, line, named.rest)) return []
    if (!isAbout(context, line, contentOf(context, of.replace(total, '')))) return []
    return [
      {
        part: named.point,
        whole: line.total,
        exact: (named.point.value.value / line.total.value.value) * 100,
        isNamed: named.rest.includes(line.name),
      },
    ]
  })
}

/** Of another that the words name: 占全地区的. */
function ofOther(context: CheckContext, own: string, of: string): readonly Share[] {
  if (of.length < 2) return []
  return pairsNamed(context, { own, other: of, said: undefined })
    .filter(({ one, other, line }) => isCounted(line) && other.value.value > one.value.value)
    .map(({ one, other, line }) => ({
      part: one,
      whole: other,
      exact: (one.value.value / other.value.value) * 100,
      isNamed: own.includes(line.name),
    }))
}

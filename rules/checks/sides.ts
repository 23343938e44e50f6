/**
 * Which of two named things is told to be higher is so by the figures that the document gives for them, wherever they stand.
 *
 *   | 公交 | 82.1 | 餐饮 | 83.2 | …公交满意度高于餐饮                    it is below
 *   水泥合格率为96.2%，高于烧碱; and 烧碱 has 100% in the table           it is below
 *   我县98.9%…全地区为99.1%…我县水平高于地区                              it is below
 *   各项对比指标我县均高于裕民县                                         not in each row
 *
 * Of several lines that may be meant, the claim holds if it does in one of them; told of all, it must hold in each.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { type CheckContext, defineCheck, type Slip } from './check.ts'
import type { Comparable } from './comparable.ts'
import { isOfEach, type Pair, pairsNamed, type Sides } from './named-sides.ts'
import { type Clause, clausesWith, levelBefore } from './table-lines.ts'

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  const any = words('stands-above', 'stands-ahead', 'stands-below', 'stands-behind', 'stands-better', 'stands-worse')
  return {
    side: new RegExp(
      `(?<above>${words('stands-above', 'stands-ahead')})|(?<below>${words('stands-below', 'stands-behind')})|(?<better>${words('stands-better')})|(?<worse>${words('stands-worse')})`,
      'u',
    ),
    bad: new RegExp(words('bad-things'), 'u'),
    sides: new RegExp(any, 'gu'),
    any: new RegExp(any, 'u'),
    not: new RegExp(`[${cue(lexicon, 'negations').join('')}]$`, 'u'),
    asked: new RegExp(words('asked-levels'), 'u'),
    joined: new RegExp(`[、]|(?:${words('joined')})`, 'u'),
    except: new RegExp(words('exceptions', 'except-leads'), 'u'),
  }
})

interface Claim extends Sides {
  readonly other: string
  readonly clause: Clause
  readonly word: string
  readonly isAbove: boolean
  /** 优于: higher only of what is better the higher. */
  readonly isOfWorth: boolean
}

export const sides = defineCheck({
  kind: 'direction',
  *examine(context) {
    for (const clause of clausesWith(context, patterns(context.lexicon).any))
      for (const claim of claimsOf(context, clause)) {
        const slip = judge(context, claim)
        if (slip !== null) yield slip
      }
  },
})

/** 我县水平‹高于›地区、‹低于›自治区: each has the words before the first. */
function* claimsOf(context: CheckContext, clause: Clause): Iterable<Claim> {
  const { sides: all, side, not, joined, except } = patterns(context.lexicon)
  const text = clause.text.replace(/[，,。；;：:（(）)]$/u, '')
  const found = [...text.matchAll(all)]
  const own = text.slice(0, found[0]?.index ?? 0)
  if (/[0-9]/u.test(text.slice(found[0]?.index ?? 0)) || not.test(own) || except.test(text)) return
  const start = clause.start + (found[0]?.index ?? 0)
  for (const [index, match] of found.entries()) {
    const rest = text.slice((match.index ?? 0) + match[0].length, found[index + 1]?.index)
    const { above, better, worse } = side.exec(match[0])?.groups ?? {}
    const isAbove = above !== undefined || better !== undefined
    const isOfWorth = better !== undefined || worse !== undefined
    for (const other of rest.split(joined).filter((each) => each.length > 1))
      yield { clause, own, word: match[0], isAbove, isOfWorth, other, said: levelBefore(context, clause, start) }
  }
}

function judge(context: CheckContext, claim: Claim): Slip | null {
  if (patterns(context.lexicon).asked.test(claim.other) && !/水平$/u.test(claim.other)) return null
  const pairs = pairsNamed(context, claim).filter(({ line }) => !claim.isOfWorth || isBetterHigher(context, line))
  const wrong = pairs.filter(({ one, other }) =>
    claim.isAbove ? one.value.value < other.value.value : one.value.value > other.value.value,
  )
  const [slip] = wrong
  if (slip === undefined || (!isOfEach(context, claim) && wrong.length < pairs.length)) return null
  return told(context, claim, slip)
}

/** A rate or a score of nothing bad. */
const isBetterHigher = ({ lexicon }: CheckContext, { unit, words }: Comparable): boolean =>
  (unit === '%' || unit === '分') && !patterns(lexicon).bad.test(words)

function told({ document }: CheckContext, { clause, word, isAbove, other: words }: Claim, { one, other, line }: Pair): Slip {
  const start = clause.start + clause.text.lastIndexOf(word, clause.text.indexOf(words))
  const end = start + word.length
  const is = isAbove ? '低于' : '高于'
  const name = one.label === line.name ? '' : line.name
  return {
    severity: 'error',
    claimed: word,
    recomputed: is,
    evidence: [{ quote: document.text.slice(start, end), start, end, block: clause.block }, one.value.evidence, other.value.evidence],
    message: `${name}“${one.label}”为“${one.value.evidence.quote}”，${is}“${other.label}”的“${other.value.evidence.quote}”，文中写作“${word}”，请核对`,
  }
}

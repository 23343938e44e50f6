/**
 * What the text says in words of a table's lines is so there.
 *
 *   | 受理 | 26 | 办结 | 24 | …均全部办结（见下表）                        two are not
 *   | 目标 | 90% | 实际 | 88.5% | …各项指标均已达到目标                     one has not
 *
 * Of several lines that may be meant, the claim holds if it does in one of them.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { type Clause, clausesWith, type Point, type TableLine, tableLines } from './table-lines.ts'

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => groups.map((group) => wordPattern(cue(lexicon, group))).join('|')
  const all = words('all-of-them')
  return {
    done: new RegExp(
      `(?:${all})(?:在[^，。；0-9]{2,8}内)?(?:${all}|已|按期|按时|及时)*(?<verb>${words('count-passed', 'done-to-some', 'counted-acts')})(?:$|[，。；：（(）])`,
      'u',
    ),
    targets: new RegExp(
      `(?:${words('every-one')})[^，。；0-9]{0,10}(?:${all})[^，。；0-9]{0,4}(?:${words('claims-reached')}|${words('stands-above')}|完成)[^，。；0-9]{0,8}(?:${words('asked-levels')})|(?:${words('every-one')})[^，。；0-9]{0,10}(?:${all})[^，。；0-9]{0,4}(?:${words('met-target', 'over-target')})`,
      'u',
    ),
    bad: new RegExp(words('bad-things'), 'u'),
    any: new RegExp(words('all-of-them'), 'u'),
  }
})

export const toldOfTable = defineCheck({
  kind: 'direction',
  *examine(context) {
    const lines = tableLines(context)
    if (lines.length === 0) return
    const { any } = patterns(context.lexicon)
    for (const clause of clausesWith(context, any)) {
      for (const told of [allDone, allReached]) {
        const slip = told(context, clause, lines)
        if (slip !== null) yield slip
      }
    }
  },
})

/** The claim's own words as the first evidence. */
function slipAt(
  context: CheckContext,
  clause: Clause,
  word: string,
  given: Pick<Slip, 'recomputed' | 'message'> & { readonly points: readonly Point[] },
): Slip {
  const start = clause.start + clause.text.indexOf(word)
  const end = start + word.length
  return {
    severity: 'error',
    claimed: word,
    recomputed: given.recomputed,
    evidence: [
      { quote: context.document.text.slice(start, end), start, end, block: clause.block },
      ...given.points.map(({ value }) => value.evidence),
    ],
    message: given.message,
  }
}

/** 均在规定时限内‹全部办结›: the column that the verb names and the one before it, row by row. */
function allDone(context: CheckContext, clause: Clause, lines: readonly TableLine[]): Slip | null {
  const found = patterns(context.lexicon).done.exec(clause.text)
  const { verb } = found?.groups ?? {}
  // The table stands right behind what speaks of it.
  if (found === null || verb === undefined || /[0-9]/u.test(clause.text) || /率/u.test(clause.text)) return null
  const near = lines.filter(({ isColumn, above }) => isColumn && above - clause.block >= 0 && above - clause.block <= 1)
  const parts = near.filter(
    ({ name, unit }) =>
      name.includes(verb) && !name.includes('率') && !name.includes(`不${verb}`) && !name.includes(`未${verb}`) && unit !== '%',
  )
  const [part, more] = parts
  const whole = part === undefined ? undefined : near.find(({ at, unit }) => at === part.at - 1 && unit === part.unit)
  if (part === undefined || more !== undefined || whole === undefined) return null
  const wrong = part.points.flatMap((one) => {
    const all = whole.points.find(({ label }) => label === one.label)
    return all !== undefined && all.value.value > one.value.value ? [[one, all] as const] : []
  })
  const [first] = wrong
  if (first === undefined || wrong.length === part.points.length) return null
  const [one, all] = first
  const word = found[0].replace(/[，。；：（(）]$/u, '')
  return slipAt(context, clause, word, {
    recomputed: `${one.label}${one.value.evidence.quote}/${all.value.evidence.quote}`,
    points: [one, all],
    message: `表中“${one.label}”${whole.name}“${all.value.evidence.quote}”，${part.name}“${one.value.evidence.quote}”，文中写作“${word}”，请核对`,
  })
}

/** 表1所列各项指标均已达到目标: each row's level against its target. */
function allReached(context: CheckContext, clause: Clause): Slip | null {
  const found = patterns(context.lexicon).targets.exec(clause.text)
  if (found === null) return null
  const { bad } = patterns(context.lexicon)
  const rows = context.groups.filter(({ table }) => table).map(({ values }) => values)
  const pairs = rows.flatMap((values): (readonly [CheckedValue, CheckedValue])[] => {
    const [target, moreTargets] = values.filter(({ role }) => role === 'target')
    const [now, more] = values.filter(({ role }) => role === 'actual')
    return target !== undefined && now !== undefined && moreTargets === undefined && more === undefined && target.unit === now.unit
      ? [[now, target] as const]
      : []
  })
  const wrong = pairs.find(([now, target]) => {
    const isLess = target.comparator.startsWith('<')
    if (target.comparator === '~' || (!isLess && !target.comparator.startsWith('>') && bad.test(now.name))) return false
    return isLess ? now.value > target.value : now.value < target.value
  })
  if (pairs.length < 2 || wrong === undefined) return null
  const [now, target] = wrong
  return slipAt(context, clause, found[0], {
    recomputed: `${now.evidence.quote}未达到${target.evidence.quote}`,
    points: [now, target].map((value) => ({ label: value.name, value })),
    message: `表中${now.name}为“${now.evidence.quote}”，未达到“${target.evidence.quote}”的目标，文中写作“${found[0]}”，请核对`,
  })
}

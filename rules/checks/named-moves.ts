/**
 * What is told without a figure to have risen, fallen or stayed against an earlier period did so by the figures that the document gives for both.
 *
 *   | 餐饮 | 95.6 | 96.1 | …餐饮环节较去年同期略有回升             it fell
 *   商标注册量118件，较上年稳步增长; and 125 in its row of 2022     it fell
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { type CheckContext, defineCheck, type Slip } from './check.ts'
import { type Pair, pairsNamed } from './named-sides.ts'
import { type Clause, clausesWith, levelBefore } from './table-lines.ts'

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => groups.map((group) => wordPattern(cue(lexicon, group))).join('|')
  const told = (groups: readonly string[], moved: string): string => `${words(...groups)}|(?:${words('told-degrees')})(?:${words(moved)})`
  const up = told(['improving', 'trend-up'], 'moved-up')
  const down = told(['worsening', 'trend-down'], 'moved-down')
  return {
    any: new RegExp(`${up}|${down}`, 'u'),
    claim: new RegExp(
      `^(?<own>(?:[0-9]{4}年)?[^0-9]*?)(?:${words('set-against')})?(?<other>${words('base-yoy', 'base-qoq')}|[0-9]{4}年[^，0-9]{0,6}?)(?:的?水平)?(?:${words('compared-after')})?[，,]?[^，,。；0-9]{0,2}?(?:(?<up>${up})|(?<down>${down}))[^0-9]*$`,
      'u',
    ),
  }
})

export const namedMoves = defineCheck({
  kind: 'direction',
  *examine(context) {
    const { any, claim } = patterns(context.lexicon)
    for (const clause of clausesWith(context, any)) {
      // 与2020年相比，…明显提高: what it is set against is told in the clause before.
      const found = claim.exec(clause.text) ?? claim.exec(`${clause.before}${clause.text}`)
      if (found?.groups === undefined) continue
      const { own = '', other = '', up, down } = found.groups
      const said = levelBefore(context, clause, clause.start)
      const pairs = pairsNamed(context, { own, other, said, before: said === undefined ? clause.before.replace(/[，,]$/u, '') : '' })
      const isWrong = ({ one, other: { value } }: Pair): boolean =>
        up === undefined ? one.value.value >= value.value : one.value.value <= value.value
      const [pair] = pairs
      if (pair !== undefined && pairs.every(isWrong)) yield told(context, clause, up ?? down ?? '', pair)
    }
  },
})

function told({ document }: CheckContext, clause: Clause, word: string, { one, other, line }: Pair): Slip {
  const start = clause.start + clause.text.indexOf(word)
  const end = start + word.length
  const [now, earlier] = [one.value.value, other.value.value]
  const is = now === earlier ? '持平' : now > earlier ? '上升' : '下降'
  return {
    severity: 'error',
    claimed: word,
    recomputed: is,
    evidence: [{ quote: document.text.slice(start, end), start, end, block: clause.block }, one.value.evidence, other.value.evidence],
    message: `${line.name}由“${other.value.evidence.quote}”到“${one.value.evidence.quote}”是${is}，文中写作“${word}”，请核对`,
  }
}

/**
 * Where all passed, the rate is 100%, and where none did, it is not.
 *
 *   抽检60批次，全部合格，合格率98%     100
 *   抽检4批次，均不合格，合格率25%      0
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { isExact, isStatedCount } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { flat } from './counts.ts'
import { rateWords } from './rate-words.ts'
import { writtenRate } from './written-rate.ts'

/** How far before a rate its sentence is read. */
const REACH = 24

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => groups.map((group) => wordPattern(cue(lexicon, group))).join('|')
  const all = (group: string): RegExp =>
    new RegExp(`[0-9][\\p{Script=Han}]{0,3}[，,]?(?:${words('all-of-them')})(?:${words(group)})[，,][^，。；：、0-9]{0,8}$`, 'u')
  /** 均未发现质量缺陷，合格率 */
  const none = new RegExp(
    `[0-9][\\p{Script=Han}]{0,3}[，,](?:${words('all-of-them')})(?:${words('none-found')})[^，。；：、0-9]{0,8}[，,][^，。；：、0-9]{0,8}$`,
    'u',
  )
  const everyOne = new RegExp(
    `^[^，。；0-9]{0,8}(?:${words('count-passed')}|(?:${words('fits')})[^，。；0-9]{0,8})?[，,]((?:${words('all-of-them')})(?:${words('count-passed')}))(?:[，。；]|$)`,
    'u',
  )
  const ofWhich = new RegExp(`^[，,；（(](?:${words('of-which')})[^，。；、0-9]{0,8}$`, 'u')
  return { all: everyOne, ofWhich, passed: all('count-passed'), failed: all('count-failed'), none }
})

/** 扦样32份，其中31份符合标准，全部合格: one that is not. */
function* notAll({ between, lexicon, document }: CheckContext, values: readonly CheckedValue[], index: number): Iterable<Slip> {
  const [whole, part] = [values[index - 1], values[index]]
  if (whole === undefined || part === undefined || !isStatedCount(whole) || !isStatedCount(part)) return
  if (whole.unit !== part.unit || part.value >= whole.value || part.value * 2 < whole.value) return
  const end = Math.min(document.blocks[part.evidence.block]?.span.end ?? part.evidence.end, part.evidence.end + REACH)
  const { ofWhich, all } = patterns(lexicon)
  const found = all.exec(flat(between(part.evidence.end, end)))
  if (found === null || !ofWhich.test(flat(between(whole.evidence.end, part.evidence.start)))) return
  const at = document.text.indexOf(found[1] ?? '', part.evidence.end)
  yield {
    kind: 'direction',
    severity: 'error',
    claimed: found[1] ?? '',
    recomputed: part.value,
    evidence: [
      ...(at < 0 || at > end ? [] : [{ quote: found[1] ?? '', start: at, end: at + (found[1] ?? '').length, block: part.evidence.block }]),
      part.evidence,
      whole.evidence,
    ],
    message: `“${whole.evidence.quote}”中只有“${part.evidence.quote}”，文中写作“${found[1]}”，请核对`,
  }
}

export const allPassed = defineCheck({
  kind: 'rate',
  *examine(context) {
    const { groups, between, lexicon, document } = context
    for (const { values, table } of groups)
      for (const [index, stated] of table ? [] : values.entries()) {
        const whole = values[index - 1]
        yield* notAll(context, values, index)
        if (stated.role !== 'actual' || stated.unit !== '%' || !isExact(stated) || whole?.role !== 'actual') continue
        const from = Math.max(document.blocks[stated.evidence.block]?.span.start ?? 0, stated.evidence.start - REACH)
        const said = flat(between(from, stated.evidence.start))
        const { passed, failed, none } = patterns(lexicon)
        const right = passed.test(said) || none.test(said) ? 100 : failed.test(said) ? 0 : stated.value
        if (right === stated.value) continue
        if (!rateWords(lexicon).isPassRate(writtenRate(context, stated)) || whole.unit === '%') continue
        yield {
          severity: 'error' as const,
          claimed: stated.value,
          recomputed: right,
          evidence: [stated.evidence, whole.evidence],
          message: `“${whole.evidence.quote}”${right === 0 ? '全部不合格' : '全部合格'}，合格率应为${right}%，文中写作“${stated.evidence.quote}”，请核对`,
        }
      }
  },
})

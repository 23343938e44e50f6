/**
 * A list of parts that a sentence gives to a whole adds up to it.
 *
 *   受理120件，其中商品类80件、服务类50件                  130: more than the whole (error)
 *   抽检110批次（校园46批次、市场39批次、餐饮27批次）      112 (error)
 *   投入320万元，其中市财政210万元、企业自筹120万元        330万元 (error)
 *   办理65件，其中产品21件、计量14件、认证9件、特种19件    63: a little less (warning), one may have been left out
 *   立案37起，分作食品15起、产品9起、计量11起             35 (error): a list right behind the count that nearly makes it up
 *   受理120件，其中食品40件、家电30件                      holds: the parts named are not all
 *   受理120件，其中食品62件、家电50件等                    holds: the list is open
 *
 * Parts that are more than their whole are wrong however the list goes on; parts that fall short of it only where the list is closed and nearly meets it.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { type CheckContext, defineCheck, type Slip, type ValueGroup } from './check.ts'
import { amountsOf, inUnit, type LabelledCount, roundedBy } from './counts.ts'
import { type PartList, partLists } from './part-lists.ts'

/** A bracket lists all that there is; after 其中, two parts are more often two of several than three are. */
const SHORTFALL = { bracketed: 0.2, many: 0.12, two: 0.05 }

/** Parts that make up more than so many times their whole are of something else. */
const FAR_MORE = 2

export const breakdown = defineCheck({
  kind: 'sum',
  *examine(context) {
    for (const [at, group] of context.groups.entries()) {
      if (group.table) continue
      const amounts = withWholeBefore(context, amountsOf(context, group), context.groups[at - 1])
      for (const list of partLists(context, amounts)) yield* added(list, amounts)
    }
  },
})

/** …培训8600人次。其中甲市2400人次、…: a sentence of parts goes on from the one count of their unit in the sentence before. */
function withWholeBefore(
  context: CheckContext,
  amounts: readonly LabelledCount[],
  before: ValueGroup | undefined,
): readonly LabelledCount[] {
  const [first, ...rest] = amounts
  const opening = first?.before.split('。').at(-1) ?? ''
  if (first === undefined || before === undefined || before.table || !first.before.includes('。')) return amounts
  const { ofWhich, byKind } = patterns(context.lexicon)
  const kinds = byKind.exec(opening)
  if ((!ofWhich.test(opening) && kinds === null) || before.values[0]?.evidence.block !== first.value.evidence.block) return amounts
  const wholes = amountsOf(context, before).filter(({ value }) => value.unit === first.value.unit)
  return wholes.length === 1
    ? [...wholes, { ...first, before: kinds === null ? opening : `：${opening.slice(kinds[0].length)}` }, ...rest]
    : amounts
}

const patterns = perLexicon((lexicon) => {
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  return {
    ofWhich: new RegExp(`^(?:${words('of-which')})`, 'u'),
    /** 按领域分： opens the sentence of the parts. */
    byKind: new RegExp(`^(?:${words('by-kind-leads')})[^，。；：、0-9]{1,8}(?:${words('by-kind-ends')})[，：:]`, 'u'),
  }
})

function* added(list: PartList, amounts: readonly LabelledCount[]): Iterable<Slip> {
  const { whole, parts } = list
  const { value, unit, evidence } = whole.value
  const total = Number(parts.reduce((all, part) => all + part.value.value, 0).toPrecision(12))
  // Sums of money in 万元 are mostly added as they are written; what only all roundings together can explain is a warning.
  const slack = Math.max(...[whole, ...parts].map(roundedBy))
  const most = [whole, ...parts].reduce((all, each) => all + roundedBy(each), 0)
  const off = total - value
  if (Math.abs(off) <= slack + 1e-9 || (off < 0 && (list.isOpen || -off > value * mostMissing(list)))) return
  // 13批次不合格里占了6批次，而它只抽了75批次: far more than the whole is no list of its parts.
  if (total > value * FAR_MORE) return
  // The parts are those of another count of the sentence: 抽查120批次，合格117批次，其中建材80批次、农资40批次.
  if (amounts.some((other) => other.value.unit === unit && Math.abs(other.value.value - total) <= slack + 1e-9)) return
  if (off < 0 && isMadeUp(list, amounts)) return
  yield {
    severity: (off > 0 || list.isBracketed || list.isLoose) && Math.abs(off) > most + 1e-9 ? 'error' : 'warning',
    claimed: value,
    recomputed: total,
    evidence: [evidence, ...parts.map((part) => part.value.evidence)],
    message: `所列各项相加为${inUnit(total, whole)}，${off > 0 ? '多于' : '少于'}总数“${evidence.quote}”${off > 0 ? '' : '，可能有漏列'}，请核对`,
  }
}

/** 92天，其中优51天、良37天，轻度污染4天: with what is told right behind the list. */
function isMadeUp({ whole, parts }: PartList, amounts: readonly LabelledCount[]): boolean {
  let total = parts.reduce((all, { value }) => all + value.value, 0)
  for (const { value } of amounts.slice(amounts.indexOf(parts.at(-1) as LabelledCount) + 1)) {
    if (value.unit !== whole.value.unit || total >= whole.value.value) break
    total += value.value
  }
  return Math.abs(total - whole.value.value) <= roundedBy(whole) + 1e-9
}

const mostMissing = ({ isBracketed, isLoose, parts }: PartList): number =>
  isBracketed || isLoose ? SHORTFALL.bracketed : parts.length > 2 ? SHORTFALL.many : SHORTFALL.two

/**
 * As many things are listed behind a colon as the text says that there are.
 *
 *   对以下5类种子开展了质量抽查：玉米、小麦、油葵、打瓜。        a warning: 5, and four listed
 *   检查5家企业，分别是甲公司、乙公司、丙公司、丁公司。          a warning
 *   对以下4类产品抽查：建材、农资、家电等。                      holds: the list is open
 *
 * Only a closed list of plain names that is one off: another length tells something else. What stands in brackets is the matter of listed.ts.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { chineseNumeral } from '../../extractors/quantities/numeral.ts'
import { isStatedCount } from './agree.ts'
import { type CheckContext, defineCheck, type Slip } from './check.ts'
import { flat } from './counts.ts'

/** A longer list is not counted by eye. */
const MOST = 12
const FEWEST = 2
/** A longer item tells more than a name. */
const LONGEST = 12
/** A firm's full name may be as long. */
const LONGEST_NAMED = 24

const patterns = perLexicon((lexicon) => {
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  const number = '([0-9]{1,2}|[两二三四五六七八九十]{1,2})'
  const counted = `(${number}(?:大|个)?(?:${words('list-counters')}))(?![0-9半以内])`
  const list = '([^。；：;:，,（）()0-9]{3,120}?)[。；;]'
  return {
    following: new RegExp(`(?:${words('list-announced')})${counted}[^，。；：、（）()0-9]{0,16}[：:]${list}`, 'gu'),
    named: new RegExp(
      `(?<![第约近余超0-9两二三四五六七八九十百])${counted}[^，。；：、（）()0-9]{0,10}[，,](?:${words('list-named')})[：:]?${list}`,
      'gu',
    ),
    /** 3家企业进入推荐名单：甲公司、乙公司 */
    ending: new RegExp(
      `(?<![第约近余超0-9两二三四五六七八九十百])${counted}[^，。；：、（）()0-9]{0,24}(?:${words('list-titles')})[：:]${list}`,
      'gu',
    ),
    joined: new RegExp(`[\\p{Script=Han}](?:${words('joined')})[\\p{Script=Han}]`, 'gu'),
    open: new RegExp(words('list-open-ends'), 'u'),
    holder: new RegExp(`(?:${words('named-holders')})$`, 'u'),
  }
})

export const countedList = defineCheck({
  kind: 'restated',
  *examine(context) {
    yield* ofFigures(context)
    for (const [at, block] of context.document.blocks.entries()) {
      if (block.cell !== undefined) continue
      const text = context.between(block.span.start, block.span.end)
      const { following, named, ending } = patterns(context.lexicon)
      for (const pattern of [following, named, ending])
        for (const found of text.matchAll(pattern)) {
          const [whole, counted = '', number = '', list = ''] = found
          const claimed = number === '两' ? 2 : /[0-9]/u.test(number) ? Number(number) : chineseNumeral(number)
          const listed = claimed === null ? null : lengthOf(context, list)
          if (claimed === null || listed === null || claimed > MOST || claimed < FEWEST) continue
          if (listed.least !== claimed + 1 && listed.most !== claimed - 1) continue
          const start = block.span.start + (found.index ?? 0) + whole.indexOf(counted)
          const end = start + counted.length
          yield {
            severity: 'warning' as const,
            claimed,
            recomputed: listed.least,
            evidence: [{ quote: context.document.text.slice(start, end), start, end, block: at }],
            message: `文中写作“${context.document.text.slice(start, end)}”，其后列出${listed.least}项，请核对`,
          }
        }
    }
  },
})

/** 高于这个水平的有五个：乌苏市95.6%、塔城市95.0%、…: each with its figure. */
function* ofFigures({ groups, between, document }: CheckContext): Iterable<Slip> {
  for (const { values, table } of groups)
    for (const [index, count] of table ? [] : values.entries()) {
      const rest = values.slice(index + 1)
      const [first, last] = [rest[0], rest.at(-1)]
      if (first === undefined || last === undefined || rest.length < FEWEST || !isStatedCount(count) || count.value > MOST) continue
      if (!/^[^，。；、：0-9]{0,6}[：:][^，。；、：0-9]{2,12}$/u.test(flat(between(count.evidence.end, first.evidence.start)))) continue
      const areListed = rest.every(
        (value, at) =>
          value.unit === first.unit &&
          LEVELS.has(value.role) &&
          (at === 0 ||
            /^[）)]?[、和及与][^，。；、：0-9]{2,12}$/u.test(flat(between(rest[at - 1]?.evidence.end ?? 0, value.evidence.start)))),
      )
      const end = document.blocks[last.evidence.block]?.span.end ?? last.evidence.end
      const isClosed = /^[）)]?[。；]|^[）)]?$/u.test(flat(between(last.evidence.end, Math.min(end, last.evidence.end + 2))))
      if (!areListed || !isClosed || count.unit === first.unit || Math.abs(rest.length - count.value) !== 1) continue
      yield {
        severity: 'warning',
        claimed: count.value,
        recomputed: rest.length,
        evidence: [count.evidence, ...rest.map(({ evidence }) => evidence)],
        message: `文中写作“${count.evidence.quote}”，其后列出${rest.length}项，请核对`,
      }
    }
}

const LEVELS: ReadonlySet<string> = new Set(['actual', 'reference', 'share'])

/** How many things a list holds: 甲、乙和丙 are two or three. null where it is open, or tells more than names. */
function lengthOf({ lexicon }: CheckContext, list: string): { least: number; most: number } | null {
  const { open, joined, holder } = patterns(lexicon)
  const items = list.split('、').map((item) => item.trim())
  if (
    items.length < FEWEST ||
    open.test(list) ||
    items.some((item) => item.length === 0 || item.length > (holder.test(item) ? LONGEST_NAMED : LONGEST))
  )
    return null
  return { least: items.length, most: items.length + (list.match(joined)?.length ?? 0) }
}

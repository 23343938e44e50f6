/**
 * What is told to be the most or the least of a list is so.
 *
 *   A站92分，B站88分，C站95分，D站79分。其中B站得分最高          C站 has more
 *   塔城市91.2分，乌苏市93.5分，沙湾县92.1分。沙湾县得分居首      乌苏市 has more
 *   水泥12批次、砖18批次、管材10批次。砖的不合格率最高            holds: of something else
 *
 * Between the name and the word stands nothing but what the list is of.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip, type ValueGroup } from './check.ts'
import { flat } from './counts.ts'

const FEWEST = 3
/** So far behind a list its most is told. */
const REACH = 90
/** How far before a list it is told what it is of. */
const LEAD = 40

const patterns = perLexicon((lexicon) => {
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  return {
    most: new RegExp(`^([^，。；、：0-9]{0,8}?)(?:${words('is-most')})`, 'u'),
    least: new RegExp(`^([^，。；、：0-9]{0,8}?)(?:${words('is-least')})`, 'u'),
    /** 得分最高的是B站 */
    mostBefore: new RegExp(`(?:^|[，。；、（中])([^，。；、：0-9]{0,6}?)(?:${words('is-most')})的?(?:是|为|属|当属)$`, 'u'),
    leastBefore: new RegExp(`(?:^|[，。；、（中])([^，。；、：0-9]{0,6}?)(?:${words('is-least')})的?(?:是|为|属|当属)$`, 'u'),
    light: new RegExp(wordPattern(cue(lexicon, 'claim-fillers')), 'gu'),
    scored: new RegExp(wordPattern(cue(lexicon, 'score-words')), 'u'),
  }
})

interface Named {
  readonly label: string
  readonly value: CheckedValue
}

export const extremes = defineCheck({
  kind: 'direction',
  *examine(context) {
    for (const group of context.groups) {
      if (group.table || group.values.length < FEWEST) continue
      for (const run of runsOf(context, group)) yield* claims(context, run)
    }
  },
})

/** Levels of one unit, told one after the other, each of another thing. */
function* runsOf({ between }: CheckContext, { values }: ValueGroup): Iterable<readonly Named[]> {
  let run: CheckedValue[] = []
  for (const value of [...values, undefined]) {
    const last = run.at(-1)
    const isNext =
      value !== undefined &&
      isLevel(value) &&
      (last === undefined ||
        (last.unit === value.unit && last.period === value.period && GOES_ON.test(flat(between(last.evidence.end, value.evidence.start)))))
    if (!isNext) {
      if (run.length >= FEWEST) yield* labelled(run)
      run = []
    }
    if (value !== undefined && isLevel(value)) run.push(value)
  }
}

const GOES_ON = /^[、，；和及][^，。；、：0-9]{0,14}$/u

const isLevel = (value: CheckedValue): boolean =>
  isExact(value) && (value.role === 'actual' || (value.role === 'reference' && value.basis === 'peer'))

/** By their counties where these differ, else by their names; nothing where two are called alike. */
function* labelled(run: readonly CheckedValue[]): Iterable<readonly Named[]> {
  const byCounty = new Set(run.map(({ county }) => county)).size === run.length
  const named = run.flatMap((value) => {
    const label = byCounty ? value.county : (value.breakdown?.product ?? value.name)
    return label === null || label.length < SHORTEST ? [] : [{ label, value }]
  })
  if (named.length === run.length && new Set(named.map(({ label }) => label)).size === run.length) yield named
}

const SHORTEST = 1

function* claims(context: CheckContext, run: readonly Named[]): Iterable<Slip> {
  const { between, document, lexicon } = context
  const [first, last] = [run[0] as Named, run.at(-1) as Named]
  const block = document.blocks[last.value.evidence.block]?.span
  if (block === undefined || first.value.evidence.block !== last.value.evidence.block) return
  const lead = flat(between(Math.max(block.start, first.value.evidence.start - LEAD), first.value.evidence.start))
  const said = flat(between(last.value.evidence.end, Math.min(block.end, last.value.evidence.end + REACH)))
  const { most, least, mostBefore, leastBefore } = patterns(lexicon)
  for (const one of run) {
    const label = shortOf(one, run)
    for (let at = said.indexOf(label); at >= 0; at = said.indexOf(label, at + 1)) {
      // What is told behind another list is of that one.
      if (/[0-9]/u.test(said.slice(0, at).split(SENTENCE).slice(-2).join(''))) break
      const [before, behind] = [said.slice(0, at), said.slice(at + label.length)]
      if (before !== '' && !STARTS.test(before) && !mostBefore.test(before) && !leastBefore.test(before)) continue
      for (const [isMost, found] of [
        [true, (STARTS.test(before) || before === '' ? most.exec(behind) : null) ?? mostBefore.exec(before)],
        [false, (STARTS.test(before) || before === '' ? least.exec(behind) : null) ?? leastBefore.exec(before)],
      ] as const) {
        if (
          found === null ||
          !isOfList(context, withoutEnd(found[1] ?? '', one.label.slice(label.length)), `${lead}${first.value.name}`, first.value.unit)
        )
          continue
        const beyond = run
          .filter(({ value }) => (isMost ? value.value > one.value.value : value.value < one.value.value))
          .sort((a, b) => (isMost ? b.value.value - a.value.value : a.value.value - b.value.value))[0]
        if (beyond !== undefined) yield slip(one, beyond, isMost)
      }
    }
  }
}

const SENTENCE = /。/u
/** What a claim may begin behind. */
const STARTS = /[，。；、：（中以其]$/u

/** Without what the list is of: 高中 of 高中合格率, 初中合格率; A站 of A站得分 beside B站. */
function shortOf({ label }: Named, run: readonly Named[]): string {
  const shared = sharedEnd(run.map((each) => each.label))
  if (shared >= ENDING && run.every((each) => each.label.length > shared)) return label.slice(0, label.length - shared)
  const tails = run.filter((other) => other.label !== label).map((other) => other.label.at(-1) ?? '')
  const end = tails.every((tail) => tail === tails[0]) ? label.lastIndexOf(tails[0] ?? '') : -1
  return end > 0 ? label.slice(0, end + 1) : label
}

/** 合格率 is so long an end. */
const ENDING = 2

function sharedEnd([first = '', ...others]: readonly string[]): number {
  let length = 0
  while (length < first.length && others.every((other) => other.at(-1 - length) === first.at(-1 - length))) length++
  return length
}

/** 站得分 behind B, of A站得分 and B站得分: the end that all share. */
const withoutEnd = (words: string, end: string): string => (end !== '' && words.startsWith(end) ? words.slice(end.length) : words)

/** 得分, 的: nothing is said but what the list is of. */
function isOfList({ lexicon }: CheckContext, words: string, lead: string, unit: string): boolean {
  const { light, scored } = patterns(lexicon)
  const own = words.replace(light, '').replace(unit === '分' ? scored : '', '')
  return own === '' || (own.length > 1 && lead.includes(own))
}

function slip(one: Named, beyond: Named, isMost: boolean): Slip {
  const word = isMost ? '高' : '低'
  return {
    severity: 'error',
    claimed: one.value.value,
    recomputed: beyond.value.value,
    words: { claimed: `${one.label}最${word}`, recomputed: `${beyond.label}最${word}` },
    evidence: [one.value.evidence, beyond.value.evidence],
    message: `文中说“${one.label}”（${one.value.evidence.quote}）最${word}，而“${beyond.label}”为${beyond.value.evidence.quote}，请核对`,
  }
}

/**
 * Generic terms: which indicator a bare 合格率, 覆盖率 or 投诉办结率 means.
 *
 * The field that stands nearest before it decides: in its own phrase, its clause, earlier in the sentence, in the paragraph and the headings above. A part of a
 * field (建材, 蔬菜) makes it that part's rate, which never stands for the whole. Where nothing decides, the term stays unresolved, with a note: a guess would
 * be worse than a gap.
 */

import { createWordFinder, type FoundWord } from '../language/word-finder.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Field, type Generic, type Indicator, type Lexicon } from '../lexicon.ts'
import { createQualifierReader } from './name.ts'
import type { Breakdown } from './value.ts'

export interface Resolution {
  readonly indicator: Indicator | null
  readonly breakdown: Breakdown | null
  /** The words that decided, or '' . */
  readonly by: string
  /** True where they stood in the term's own sentence. */
  readonly near: boolean
}

const UNRESOLVED: Resolution = { indicator: null, breakdown: null, by: '', near: false }
const CLAUSE_END = /[，；：。]/u
/** 化肥、水泥、烧结砖等产品: examples closed by 等 are the whole. */
const CLOSED_BY_ETC = /^[^，。；：]{0,20}等/u
/** What a rate that follows is the whole of: 抽查52批次，其中建材18批次、农资21批次，合格率…; 食品抽检110批次（校园46批次、餐饮27批次），合格率… */
const BREAKDOWNS =
  /（(?:包?含|包括|不含)[^（）]{0,40}）|（[^（）]{0,80}、[^（）]{0,80}）|[，,]?其中[^，；。]{0,80}、[^，；。]{0,80}(?=，)/gu
/** 建材、化肥等6类产品 */
const SO_MANY_KINDS = /等[0-9一二三四五六七八九十]{1,3}大?[类种](?=[产商]品)/gu
/** 二、食用油。: a part that is all of a label is what is spoken of below it. */
const LABEL_BEFORE = /(?:^|[\n。])[（(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})?[）).．、]{0,2}$/u
const LABEL_BEHIND = /^(?:[。：]|$)/u
const PRODUCT = '产品'
/** 抽查数由63批次增至72批次: how many, and of nothing. */
const AMOUNT = /^总?[数量]/u
/** 产品质量, 产品质量监督抽查, 食品: what a word before it makes one kind of. */
const KINDS_OF = /^(?:产品|食品$)/u
const LONGEST_KIND = 6
const KIND_BEFORE = /(?<=^|[年度季月]|其中|[^\p{Script=Han}“])(?![年度季月])\p{Script=Han}{2,4}$/u
const LIST_JOINT = /^(?:、|和|及|与|以及)$/u

/** `before` ends with the term itself or the number; `above` is what stands above the sentence, nearest first; `qualified`: words before the term say what it is of. */
export type GenericResolver = (generic: Generic, before: string, above: readonly string[], qualified?: boolean) => Resolution

interface Meaning {
  readonly field: Field
  readonly part: boolean
}

export function createGenericResolver(lexicon: Lexicon): GenericResolver {
  const fieldOf = new Map<string, Meaning>()
  for (const field of lexicon.fields) {
    for (const word of field.words) fieldOf.set(word, { field, part: false })
    for (const word of field.parts) fieldOf.set(word, { field, part: true })
  }
  const finder = createWordFinder(fieldOf.keys())
  const indicators = new Map(lexicon.indicators.map((indicator) => [indicator.id, indicator]))
  /** The fields that some generic term can be of: what is said of another is none of theirs. */
  const spoken = new Set(lexicon.generics.flatMap(({ candidates }) => candidates.map((id) => indicators.get(id)?.field ?? '')))
  /** The fields whose products are sampled: a count in one of them is none of another. */
  const sampledFields = new Set(
    lexicon.generics
      .filter(({ divisible }) => divisible)
      .flatMap(({ candidates }) => candidates.map((id) => indicators.get(id)?.field ?? '')),
  )
  const sampled = wordPattern(cue(lexicon, 'name-sampled'))
  const shortly = wordPattern(cue(lexicon, 'name-sampled-shortly'))
  const thing = new RegExp(
    `(?:^|[，；：。、（])(\\p{Script=Han}{2,16}(?<=${sampled}|${shortly}))了?[0-9]|(?:${sampled})了?(\\p{Script=Han}{2,8})[0-9]|(?:${sampled})(?:\\p{Script=Han}{2,8}、)(\\p{Script=Han}{2,6}?)[一二三四五六七八九]?[十百]|(?:^|[；。])(\\p{Script=Han}{2,8})[0-9][0-9,]*批次`,
    'u',
  )
  const act = new RegExp(`(?:${sampled}|${shortly})$`, 'u')
  const actor = new RegExp(`(?:${wordPattern(cue(lexicon, 'sampling-actors'))})$`, 'u')
  /** 检验合格199批次: what came of it, and no thing. */
  const result = new RegExp(`^(?:${wordPattern(cue(lexicon, 'sampling-results'))})`, 'u')
  const qualifierOf = createQualifierReader(lexicon)
  /** 三类合计合格147批次，总合格率…: of several fields together. */
  const jointly = new RegExp(`[0-9一二两三四五六七八九十]大?[类种](?:产品|商品)?(?:${wordPattern(cue(lexicon, 'whole-words'))})`, 'u')
  /**
   * 校服抽检24批次…合格率: what a sentence says it has sampled, and the lexicon knows no field of, is of no field that was spoken of above it. Behind the verb
   * (抽检燃油加油机88台) it is of none spoken of earlier in the sentence either: where it stands, else 0; -1 where nothing is said of the kind.
   */
  const unknownAt = (text: string): number => {
    const found = thing.exec(text)
    const [, before, behindFigure, behindWords, counted] = found ?? []
    const behind = behindFigure ?? behindWords ?? counted
    // 监督抽查 is one act, and no thing that is 监督.
    const said = before?.replace(act, '') ?? behind
    const isThing =
      said && !said.endsWith('等') && !AMOUNT.test(said) && !result.test(said) && qualifierOf(said) !== null && !actor.test(said)
    return !found || !isThing ? -1 : behindFigure === undefined ? 0 : text.indexOf(said, found.index)
  }
  const ended = ({ endedBy }: Field, rest: string): boolean => endedBy.some((end) => rest.includes(end))

  /** The fields that refine another and that words name. */
  const narrowerIn = (field: Field, words: string): string[] =>
    finder.all(words).flatMap(({ word, end }) => {
      const other = fieldOf.get(word)?.field
      return other?.refines === field.id && !ended(other, words.slice(end)) ? [other.id] : []
    })

  /** 例行监测农产品…: a narrower field named in the same text decides over the wider one. */
  const narrowed = (found: Meaning, words: readonly FoundWord[], text: string): Meaning => {
    const narrower = words.find(({ word, end }) => {
      const field = fieldOf.get(word)?.field
      return field?.refines === found.field.id && !ended(field, text.slice(end))
    })
    const field = narrower && fieldOf.get(narrower.word)?.field
    return field ? { field, part: found.part } : found
  }

  /** 蔬菜、水果及畜产品: parts of one field listed together, where what stands above speaks of the field itself, are the whole of a rate that comes after. */
  const isListed = (words: readonly FoundWord[], index: number, text: string, above: readonly string[]): boolean => {
    const [last, previous] = [words[index], words[index - 1]]
    const field = last && fieldOf.get(last.word)?.field
    if (!last || !previous || fieldOf.get(previous.word)?.field !== field || !CLAUSE_END.test(text.slice(last.end))) return false
    return LIST_JOINT.test(text.slice(previous.end, last.start)) && above.some((words) => field?.words.some((word) => words.includes(word)))
  }

  const kindBefore = (word: string, text: string, start: number): string => {
    const kind = KINDS_OF.test(word) ? (KIND_BEFORE.exec(text.slice(Math.max(0, start - LONGEST_KIND), start))?.[0] ?? '') : ''
    return kind !== '' && !kind.includes('的') && !result.test(kind) && qualifierOf(kind) !== null ? kind : ''
  }

  return (generic, before, above, qualified = false) => {
    const candidates = generic.candidates.map((id) => indicators.get(id)).filter((indicator) => indicator !== undefined)
    const isCandidate = (field: string): boolean => candidates.some((each) => each.field === field)
    let foreign = false
    const whole = before.replace(BREAKDOWNS, '').replace(SO_MANY_KINDS, '等')
    const joint = generic.rate ? whole.search(jointly) : -1
    const own = joint < 0 ? whole : whole.slice(joint)
    const unknown = generic.rate ? unknownAt(own) : -1
    for (const [index, text] of [own, ...above].entries()) {
      if (index === 1 && generic.rate && (joint >= 0 || unknown >= 0)) return UNRESOLVED
      const words = finder.all(text)
      for (let at = words.length - 1; at >= 0; at--) {
        const { word, start, end } = words[at] as FoundWord
        const named = fieldOf.get(word)
        // 对粮食收购企业开展检查，抽检加油机88台…合格率: what was sampled stands nearer.
        if (index === 0 && end <= unknown) return UNRESOLVED
        // 调解成功率 names 调解成功 itself: what the sentence speaks of before it decides.
        const outer = index === 0 && start >= text.length - generic.term.length ? fieldOf.get(words[at - 1]?.word ?? '') : undefined
        if (outer && !spoken.has(outer.field.id)) continue
        // 蔬菜、水果等产品: what 等 closes says of which field.
        const listed = words[at - 1]
        const closes = word.startsWith('等') && listed?.end === start ? fieldOf.get(listed.word)?.field : undefined
        if (closes && named && closes !== named.field && closes.within !== named.field.id) continue
        const rest = text.slice(end) + (index === 0 ? '' : before)
        if (!named || ended(named.field, rest)) continue
        const found = narrowed(named, words, text)
        // 二、例行监测 … 水产品合格率95.5%: a part is of the narrower field that stands above.
        const finer = named.part && found === named ? above.flatMap((each) => narrowerIn(named.field, each)).find(isCandidate) : undefined
        // 畜禽产品例行监测: a part directly before the narrower field's word.
        const adjacent = words[at - 1]
        const wider = adjacent && adjacent.end === start ? fieldOf.get(adjacent.word) : undefined
        // 消防产品质量监督: what is said of one kind of products, whatever the lexicon knows of products.
        const kind = kindBefore(word, text, start)
        const isPart =
          named.part ||
          kind !== '' ||
          (wider?.part === true && text.length - end <= generic.term.length && wider.field.id === named.field.refines)
        const indicator =
          candidates.find(({ field }) => field === (finer ?? found.field.id)) ?? candidates.find(({ field }) => field === named.field.id)
        if (!indicator) {
          // The field that a count's own words name is its field, or the count is of something else.
          // 标准化率 names 标准化 itself.
          if (index === 0 && generic.rate && end > text.length - generic.term.length) continue
          if (index === 0 && (!generic.rate || !CLAUSE_END.test(rest))) return UNRESOLVED
          // 各县（市）政务服务主要数据: a heading that names nothing but another field.
          // 农资抽检的情况要好一些。共抽36批次: a count is of the nearest products.
          if (!generic.rate && sampledFields.has(named.field.id)) return UNRESOLVED
          const isAllOther = index === 0 || words.every((other) => fieldOf.get(other.word)?.field === named.field)
          foreign ||= !spoken.has(named.field.id) && isAllOther
          continue
        }
        const isLabel = index > 0 && LABEL_BEFORE.test(text.slice(0, start)) && LABEL_BEHIND.test(text.slice(end))
        // 成品油质量监督抽查情况的通报: what stands above speaks of nothing but a part.
        const isAll = index > 0 && isPart && (kind !== '' || !above.some((other) => named.field.words.some((each) => other.includes(each))))
        const part =
          isPart && generic.divisible && (index === 0 || isLabel || isAll) && !CLOSED_BY_ETC.test(rest) && !isListed(words, at, text, above)
        return part
          ? {
              indicator: null,
              breakdown: {
                of: indicator.id,
                product: kind !== '' ? kind + (word.startsWith(PRODUCT) ? PRODUCT : word) : named.part ? word : (adjacent?.word ?? word),
              },
              by: word,
              near: true,
            }
          : { indicator, breakdown: null, by: word, near: index === 0 }
      }
    }
    // 专利纠纷4件，成功3件，调解成功率75%: the sentence speaks of another field.
    const alone = generic.alone === undefined || qualified || foreign ? undefined : indicators.get(generic.alone)
    return alone ? { indicator: alone, breakdown: null, by: generic.term, near: false } : UNRESOLVED
  }
}

/** Whether words name something that a quantity could be of: a field of work, a part of one, or a measure of its own (…率, …量). */
export function createSubjectTest(lexicon: Lexicon): (words: string) => boolean {
  const fields = createWordFinder(lexicon.fields.flatMap(({ words, parts }) => [...words, ...parts]))
  const measure = new RegExp(`(?:${wordPattern(cue(lexicon, 'measure-endings'))})(?!的)`, 'u')
  const baselines = ['base-yoy', 'base-qoq', 'base-average', 'base-target', 'base-previous', 'base-peer']
  const baseline = new RegExp(wordPattern(baselines.flatMap((group) => cue(lexicon, group))), 'gu')
  return (words) => {
    const rest = words.replace(baseline, '')
    return measure.test(rest) || fields.isIn(rest)
  }
}

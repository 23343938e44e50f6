/**
 * Honours listed without a verb: under a label, with a bracket behind, as the name of a certificate, with 为 or in a bracket behind a name.
 *
 *   市场监管局：‹自治区消费维权先进单位›、‹地区脱贫攻坚先进集体›        ‹全国双拥模范城›（塔城市）        ‹自治区平安县›命名文件
 *   县融媒体中心为‹地区级文明单位›        手风琴博物馆（‹国家三级博物馆›）        ‹国家高新技术企业›天合化工
 *
 * Such an item is bounded on both sides. A number behind it only counts (自治区级龙头企业12家) and gives nothing.
 */
import type { Span } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { readNumerals } from '../quantities/numeral.ts'
import type { AchievementStatus } from './achievement.ts'
import { CLASSIFIER, COUNTED, NUMERAL } from './counted.ts'
import type { Honour } from './honour.ts'
import { type Label, labelOf, statusAbove } from './labels.ts'
import { behindNote } from './note.ts'
import { createNounPhraseReader } from './noun-phrase.ts'
import { createScan } from './scan.ts'

export interface Item {
  readonly status: AchievementStatus
  /** Between the item's beginning and its title: perhaps whose it is. */
  readonly lead: Span
  readonly label: Label | undefined
  /** Said by a bracket, a certificate, 为, or a bracket around it; else by the label alone. */
  readonly plainly: boolean
  /** By 为 or 是. */
  readonly copula: boolean
  /** The name of a document that certifies it, or in a bracket behind a name: no word behind it says otherwise. */
  readonly certain: boolean
  /** How many are named, where a number says so: that many names are taken as they stand. */
  readonly counted: number | null
}

export interface ItemQuestion {
  readonly text: string
  readonly honour: Honour
  readonly previous: Honour | undefined
  readonly labels: readonly Label[]
  /** A heading above says that honours follow. */
  readonly amongHonours: boolean
  /** Titles and words of standing: no part of a name. */
  readonly taken: readonly Span[]
  /** Only one that is counted and then named: 共认定12家，我市占两席，分别是甲和乙. */
  readonly countedOnly: boolean
}

export type ItemReader = (question: ItemQuestion) => Item | null

const LONGEST_LEAD = 40
const SHORTEST_NAME = 2
const SEPARATORS = ['、', '；', '，'] as const
/** The rest of the bracket that a title stands in: with or without what is said of it. */
const CLOSING = /^(，[^，（）]{1,10})?）/u
const NUMBERING = /^(?:[\p{No}●◆■▲•]|[（(]?[0-9一二三四五六七八九十]{1,3}(?:[)）、]|[.．](?![0-9])))/u
const END = /^(?:[、；，。：！\s]|和|与|及|——|$)/u

/** 自治区名牌产品2个，为‹甲、乙›; 高新技术企业9家，其中今年新认定2家：‹甲、乙› */
const NAMED = new RegExp(
  `^${NUMERAL}${CLASSIFIER}，(?:(?:分别)?(?:为|是|即|系)|其中[^，。；：]{0,10}?(${NUMERAL})${CLASSIFIER}：|[^，。；：]{0,10}?(${NUMERAL})(?:${CLASSIFIER}|席)(?:，(?:分别|依次)?(?:为|是)|：))`,
  'u',
)
/** 国家地理标志证明商标‹“和什托洛盖红枣”›1件 */
const QUOTED = new RegExp(`^“[^“”]{2,20}”(?=(?:${NUMERAL}${CLASSIFIER})?(?:[，；。]|$))`, 'u')
const DATE_ONLY = /^，[0-9年月日度底初、—\-第期批次届起止]+）/u

const PROOFS: readonly (readonly [string, AchievementStatus])[] = [
  ['honour-proof', 'obtained'],
  ['honour-proof-applied', 'applied'],
  ['honour-proof-pending', 'pending'],
  ['honour-proof-creating', 'creating'],
]

/** 待批：沙湾市——…: what an earlier label of the same part says. */
const labelledAs = (text: string, labels: readonly Label[], at: number): AchievementStatus | undefined =>
  statusAbove(
    labels.filter(({ start }) => start > text.lastIndexOf('；', at)),
    at,
  )

export function createItemReader(lexicon: Lexicon): ItemReader {
  const proofs = createScan(
    lexicon,
    PROOFS.map(([group]) => group),
  )
  const copula = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-copula'))})[“‘]?$`, 'u')
  const phrases = createNounPhraseReader(lexicon)
  const formerly = new RegExp(wordPattern(cue(lexicon, 'honour-formerly')), 'u')

  /** The document that the title is the name of, directly behind it or behind its bracket. */
  const proofOf = (text: string, honour: Honour): { status: AchievementStatus; end: number } | null => {
    for (const from of [honour.end, honour.tailEnd, honour.wholeEnd]) {
      const at = from + (/^[”’》]/u.test(text.slice(from)) ? 1 : 0)
      const found = proofs(text.slice(at, at + 12)).find(({ start }) => start === 0)
      const status = PROOFS.find(([group]) => found?.groups.has(group))?.[1]
      if (found && status) return { status, end: behindNote(text, at + found.end) }
    }
    return null
  }

  const isWhole = (text: string): boolean => {
    const { start, end } = phrases.subject(text, { start: 0, end: text.length })
    return start === 0 && end === text.length
  }

  /** ‹国家高新技术企业›天合化工: a title that opens its clause, and behind it names and nothing else. */
  const beside = ({ text, honour, taken }: ItemQuestion, words: string): Span | null => {
    const run = /^[^，。；：！？（）\s]*/u.exec(text.slice(honour.tailEnd))?.[0] ?? ''
    if (words !== '' || honour.weak || honour.bare || honour.headless || run.length > LONGEST_LEAD) return null
    const span = { start: honour.tailEnd, end: honour.tailEnd + run.length }
    if (taken.some(({ start, end }) => start < span.end && end > span.start)) return null
    const parts = run.split('、')
    const isNamed = parts.every((part) => part.length >= SHORTEST_NAME && isWhole(part)) && parts.some((part) => phrases.isWellFormed(part))
    return isNamed ? span : null
  }

  /** Whose it is, where it stands behind the title: behind its number, in quotation marks, or beside it. */
  const nameBehind = (question: ItemQuestion, words: string, isLabelled: boolean): Pick<Item, 'lead' | 'counted'> | null => {
    const { text, honour } = question
    const after = text.slice(honour.tailEnd)
    const named = honour.note === null ? NAMED.exec(after) : null
    if (named) {
      const from = honour.tailEnd + named[0].length
      return {
        lead: { start: from, end: from + text.slice(from).search(/[；，。]|$/u) },
        counted: readNumerals(named[1] ?? named[2] ?? '')[0]?.value ?? null,
      }
    }
    if (question.countedOnly) return null
    const quoted = QUOTED.exec(after)?.[0]
    const isClosed = quoted !== undefined && /^[^，；。]{0,6}(?:[；。]|$)/u.test(after.slice(quoted.length))
    if (quoted && !honour.weak && (isClosed || isLabelled))
      return { lead: { start: honour.tailEnd, end: honour.tailEnd + quoted.length }, counted: null }
    const lead = beside(question, words)
    return lead ? { lead, counted: null } : null
  }

  return (question) => {
    const { text, honour, previous, labels, amongHonours } = question
    const { note } = honour
    const label = labelOf(labels, honour.start)
    if (honour.headless && !amongHonours && !label?.ofKind && !note?.mayName && note?.status === undefined) return null
    const mark = Math.max(...SEPARATORS.map((separator) => text.lastIndexOf(separator, honour.start)))
    const start = Math.max(label?.end ?? 0, mark + 1, previous?.wholeEnd ?? 0)
    const lead = { start, end: honour.start - (/[“‘]/u.test(text[honour.start - 1] ?? '') ? 1 : 0) }
    const words = text.slice(lead.start, lead.end).replace(NUMBERING, '')
    if (words.length > LONGEST_LEAD) return null
    const proof = proofOf(text, honour)
    const is = copula.exec(words)
    const end = proof?.end ?? honour.wholeEnd
    const closing = text[lead.end - 1] === '（' ? CLOSING.exec(text.slice(honour.tailEnd)) : null
    const inBracket = closing !== null
    const behind = proof || inBracket ? null : nameBehind(question, words, label !== undefined)
    if (behind) return { ...behind, status: label?.status ?? 'obtained', label, plainly: false, copula: false, certain: true }
    if (question.countedOnly || (!inBracket && !END.test(text.slice(end, end + 2)))) return null
    if (note === null && COUNTED.test(text.slice(honour.tailEnd))) return null
    const said = note?.status === undefined ? proof?.status : (note.status ?? undefined)
    const status = said ?? label?.status ?? labelledAs(text, labels, honour.start) ?? 'obtained'
    const wide = Math.max(
      label?.end ?? 0,
      ...['；', '，'].map((separator) => text.lastIndexOf(separator, honour.start) + 1),
      previous?.wholeEnd ?? 0,
    )
    const item = {
      status,
      lead: { start: is ? wide : start, end: lead.end - (is?.[0].length ?? 0) },
      label,
      copula: is !== null,
      certain: false,
      counted: null,
    }
    if (is && words.length > is[0].length && !formerly.test(words)) return { ...item, plainly: true }
    if (inBracket && words.length > 2)
      return {
        ...item,
        lead: { start, end: lead.end - 1 },
        plainly: true,
        certain: closing?.[1] === undefined || DATE_ONLY.test(closing[0]),
      }
    if (proof && words !== '' && label === undefined && !amongHonours) return { ...item, plainly: false, certain: true }
    if (proof && (label !== undefined || amongHonours)) return { ...item, plainly: true, certain: true }
    if (note && (note.status !== undefined || note.mayName || note.giver !== '')) return { ...item, plainly: true }
    return label !== undefined || amongHonours ? { ...item, plainly: amongHonours && words === '' } : null
  }
}

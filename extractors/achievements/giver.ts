/** Who gives an honour, where the text says so: 被甲厅评为, 由乙协会授予, 获丙局颁发的, 自治区文旅厅授予新地乡…. */
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { createGiverTold } from './giver-told.ts'
import type { Honour } from './honour.ts'
import { type Cue, createScan } from './scan.ts'
import type { Standing } from './standing.ts'
import { says } from './status.ts'

/** `from`: where the honour's clause begins; `ahead`: the verbs before the title. '' where no giver is named. */
export type GiverReader = (text: string, from: number, honour: Honour, ahead: readonly Cue[], before: Given | null) => string

/** The honour before it in the sentence, what gave it, and who. */
export interface Given {
  readonly honour: Honour
  readonly standing: Pick<Standing, 'verb' | 'ahead'>
  readonly giver: string
}

const LONGEST_ORGAN = 24
const LONGEST_TAIL = 4
const SHORTEST_SUBJECT = 3

export function createGiverReader(lexicon: Lexicon): GiverReader {
  const passive = createScan(lexicon, ['honour-passive'])
  const receivers = createScan(lexicon, ['honour-holder-to'])
  const act = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-reviewed'))})$`, 'u')
  const given = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-give'))})$`, 'u')
  const issued = new RegExp(
    `^(.{2,26}?)(?:${wordPattern(cue(lexicon, 'honour-issued-how'))})?(?:${wordPattern(cue(lexicon, 'honour-issued'))})(?:了|的)?(?:${wordPattern(cue(lexicon, 'honour-issued-what'))})?$`,
    'u',
  )
  const told = createGiverTold(lexicon)
  const announcing = createScan(lexicon, ['honour-announce'])
  const organ = new RegExp(`(?:${wordPattern([...cue(lexicon, 'honour-organ'), ...cue(lexicon, 'honour-level-social')])})$`, 'u')
  /** 获‹国网新疆电力公司›“…”: a firm gives only what is called so. */
  const firm = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-giver-firm'))})$`, 'u')
  /** ‹自治区›公布…名单 */
  const area = new Set(
    ['honour-level-national', 'honour-level-provincial', 'honour-level-prefecture'].flatMap((group) => cue(lexicon, group)),
  )
  /** ‹向自治区市场监管局›申请… */
  const asked = new RegExp(
    `向([^，。；：向]{2,${LONGEST_ORGAN}}(?:${wordPattern([...cue(lexicon, 'honour-organ'), ...cue(lexicon, 'honour-level-social')])}))$`,
    'u',
  )
  /** 从‹自治区商务厅›领回… */
  const fetched = new RegExp(
    `[从自]([^，。；：从]{2,${LONGEST_ORGAN}}(?:${wordPattern([...cue(lexicon, 'honour-organ'), ...cue(lexicon, 'honour-level-social')])}))$`,
    'u',
  )
  /** ‹司法厅›点名表扬 */
  const commended = new RegExp(
    `^([^“”]{2,16}(?:${wordPattern(cue(lexicon, 'honour-organ'))}))(?:${wordPattern(cue(lexicon, 'honour-commend'))})$`,
    'u',
  )
  const association = new RegExp(wordPattern(cue(lexicon, 'honour-level-social')), 'u')
  const afterGiver = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-not-giver'))}|$)`, 'u')

  /** 经自治区市场监管局考核，…; 甲、乙受到地委表彰，…: who reviewed or commended, in the clause before. */
  const reviewed = (text: string, from: number, hasSubject: boolean): string => {
    const clause = text.slice(Math.max(...['，', '；', '。'].map((mark) => text.lastIndexOf(mark, from - 2))) + 1, Math.max(0, from - 1))
    const by = passive(clause).at(-1)
    // 甲获某协会表扬，乙蝉联…: said of another.
    const isGiven = by && (by.start === 0 ? act.test(clause) : given.test(clause) && !hasSubject)
    return isGiven && text[from - 1] === '，' ? clause.slice(by.end) : ''
  }

  /** 新疆质量协会发布…名单，乙公司榜上有名: whose act the half of the sentence begins with. */
  const announced = (text: string, until: number): string => {
    const half = text.slice(text.lastIndexOf('；', until) + 1, until)
    const act = announcing(half)[0]
    const subject = act ? half.slice(0, act.start) : ''
    return (organ.test(subject) || area.has(subject)) && passive(subject).length === 0 && subject.length <= LONGEST_ORGAN ? subject : ''
  }

  /** …称号，由中华护理学会颁发; …牌，商务部授: whom the clause behind names. */
  const behind = (text: string, honour: Honour): string => {
    const end = honour.wholeEnd + text.slice(honour.wholeEnd).search(/[，。；]|$/u)
    if (text[end] !== '，' || end - honour.wholeEnd > LONGEST_TAIL) return ''
    const clause = /^[^，。；：（）“”]*(?=[，。；]|$)/u.exec(text.slice(end + 1))?.[0] ?? ''
    const words = issued.exec(clause)?.[1] ?? ''
    const by = passive(words)[0]
    const named = by?.start === 0 ? words.slice(by.end) : words
    return organ.test(named) && named.length <= LONGEST_ORGAN ? named : ''
  }

  /** 获甲协会“乙”: between the verb and the title; 中国奶业协会优秀乳品企业: at the title's head. */
  const beside = (text: string, honour: Honour, isGiven: boolean): string => {
    const between = honour.object ? text.slice(honour.object.start, honour.object.end).replace(/“$/u, '') : ''
    if (organ.test(between) || (!isGiven && /[“‘]/u.test(text[honour.start - 1] ?? '') && firm.test(between))) return between
    const commender = commended.exec(honour.title)?.[1]
    if (commender) return commender
    const found = association.exec(honour.title)
    const end = found ? found.index + found[0].length : 0
    return found && !afterGiver.test(honour.title.slice(end)) ? honour.title.slice(0, end) : ''
  }

  /** 甲被自治区某局评为…，乙评为…: of two acts of giving side by side, the second without a giver of its own. */
  const goesOn = (text: string, from: number, verb: Cue, { honour, standing, giver }: Given): boolean =>
    giver !== '' &&
    standing.ahead.some((word) => word.word === verb.word || (says(word, 'honour-give') && says(verb, 'honour-give'))) &&
    passive(text.slice(from, verb.start)).length === 0 &&
    !text.slice(honour.end, verb.start).includes('；')

  return (text, from, honour, ahead, previous) => {
    const verb = ahead.findLast((word) => says(word, 'honour-give', 'honour-obtained', 'honour-revoked', 'honour-pending'))
    const before = text.slice(from, verb?.start ?? honour.start)
    const by = passive(before).at(-1)
    if (by && verb) {
      const named = before.slice(by.end)
      if (named !== '') return named
    }
    const near =
      beside(text, honour, says(verb, 'honour-give')) ||
      told(text, honour, ahead.findLast(({ end }) => end <= honour.start)?.end ?? from) ||
      reviewed(text, from, (verb?.start ?? honour.start) - from >= SHORTEST_SUBJECT) ||
      behind(text, honour)
    if (near !== '') return near
    const source = verb && says(verb, 'honour-obtained') ? fetched.exec(before)?.[1] : undefined
    if (source) return source
    const application = ahead.findLast((word) => says(word, 'honour-applied'))
    const askedOf = application ? asked.exec(text.slice(from, application.start))?.[1] : undefined
    if (askedOf) return askedOf
    if (previous?.honour.title === honour.title) return previous.giver
    if (verb && previous && goesOn(text, from, verb, previous)) return previous.giver
    if (!verb || !says(verb, 'honour-give')) return announced(text, honour.start)
    const to = receivers(before)[0]
    if (to) return before.slice(0, to.start)
    if (text[verb.end] === '的') return text.slice(ahead.findLast(({ end }) => end <= verb.start)?.end ?? from, verb.start)
    return (honour.object && before !== '') || (passive(before).length === 0 && association.test(before) && organ.test(before))
      ? before
      : announced(text, honour.start)
  }
}

/** 县市场监管局, 沙湾县人民政府: an office of a county, whose own selection is no honour. */
export function createCountyOfficeReader(lexicon: Lexicon): (giver: string) => boolean {
  const counties = lexicon.regions.counties.flatMap(({ names }) => names.map(({ name }) => name))
  const office = new RegExp(
    `^(?:${wordPattern([...lexicon.regions.self, ...counties])}|[县市乡镇])[\\p{Script=Han}]{0,16}(?:${wordPattern(cue(lexicon, 'honour-organ'))})$`,
    'u',
  )
  const social = new RegExp(wordPattern(cue(lexicon, 'honour-level-social')), 'u')
  return (giver) => office.test(giver) && !social.test(giver)
}

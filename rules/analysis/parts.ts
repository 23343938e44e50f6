/**
 * The parts of a report that state its problems, their causes and its measures.
 *
 *   三、存在问题及成因                     a heading opens parts, for what stands below it
 *   【对策】要坚持…；◆症结                 so does a short mark
 *   据此安排三件事。9月底前，…             so does a sentence that only leads up to what follows, to the end of its paragraph
 *   主要有以下几方面不足：                 and on over the next paragraphs, when it ends its own
 *
 * The nearest heading that names a part decides; a lead within the text goes before the heading.
 */
import type { Lexicon } from '../../extractors/lexicon.ts'
import { cueTest } from './cue-test.ts'
import { memoryOf } from './remembered.ts'
import { noParts, type Parts, type SentenceView } from './sentence-view.ts'

export type Placer = (sentences: readonly SentenceView[]) => SentenceView[]

const NAMES = ['measures', 'causes', 'problems'] as const satisfies readonly (keyof Parts)[]
/** A longer heading is a sentence that runs on from its label. */
const LONGEST_HEADING = 24
/** What leads up to a colon, and how far into a sentence a lead without one may stand. */
const LONGEST_LEAD = 44
const LONGEST_OPENING = 24
const SHORT_MARK = /^(?:[【〖]|[\p{S}※]+ ?|第[一二三四五六七八九十]+[，、])?([^，。；：！？【】〖〗\p{S}]{1,14})(?:[：】〗。]|$)/u
/** 问：为什么偏偏是辣椒？ */
const QUESTION = /^问：([^？。]{1,24})？/u
const COUNTS_ON = /^(?:[二三四五六七八九十]{1,2}[是、]|（[二三四五六七八九十2-9]）|[2-9][、.．]|[②-⑳])/u
const LABEL = /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十0-9]{1,2}）|[0-9]{1,2}[.．、 ])/u

export function createPlacer(lexicon: Lexicon): Placer {
  const heading = testsOf(lexicon, 'heading')
  const lead = testsOf(lexicon, 'lead')
  const lacking = cueTest(lexicon, 'vague-lacks', 'deficits')

  const headed = memoryOf(lexicon).of((title) => match(title, heading))
  const ofHeadings = (headings: readonly string[]): Parts => {
    for (const title of headings) {
      const parts = title.length <= LONGEST_HEADING ? headed(title) : null
      if (parts) return parts
    }
    return noParts
  }
  /** null: no lead; noParts: a mark that names no part, and ends the one before. */
  const ofLead = ({ words, headings }: SentenceView): Parts | null => {
    const question = QUESTION.exec(words)?.[1]
    if (question !== undefined) return match(question, heading) ?? noParts
    const mark = SHORT_MARK.exec(words)
    const isMark = mark !== null && (/^[【〖\p{S}※]/u.test(words) || words.length === mark[0].length || mark[0].endsWith('：'))
    const text = words.replace(LABEL, '')
    if (isMark && !headings.some((title) => title.length > 0 && words.startsWith(title))) {
      const parts = match(mark[1] ?? '', heading)
      if (parts) return parts
      if (words.length === mark[0].length && !words.endsWith('。')) return first(match(text, lead)) ?? noParts
    }
    const colon = text.indexOf('：') + 1
    if (colon > 0 && colon <= LONGEST_LEAD) return first(match(text.slice(0, colon), lead))
    const comma = text.indexOf('，')
    /** 意识不强、管理粗放，今后要加强引导: it leads up to nothing, but turns to what is to come. */
    const opening = comma > 0 && lacking(text.slice(0, comma)) ? text.slice(0, comma) : text.slice(0, LONGEST_OPENING)
    return first(match(opening, lead))
  }

  return (sentences) => {
    let led: Parts | null = null
    let block = -1
    let carries = false
    let above = ''
    return sentences.map((sentence, index) => {
      const byHeading = ofHeadings(sentence.headings)
      const title = sentence.headings[0] ?? ''
      if (title !== above && (byHeading !== noParts || !carries)) led = null
      above = title
      if (sentence.block !== block && !carries) led = null
      const opened = ofLead(sentence)
      if (opened === noParts) {
        led = null
        carries = false
      } else if (opened && !NAMES.every((name) => opened[name] === null || byHeading[name] !== null)) {
        led = opened
        carries = leadsOn(sentence, sentences[index + 1])
      }
      block = sentence.block
      return { ...sentence, parts: led ?? (byHeading === noParts ? sentence.parts : byHeading) }
    })
  }
}

/** 主要有以下几方面不足：; not 仍有不足：主动性不够。, which has said its say, unless the next paragraph counts on (二是…). */
function leadsOn({ words, block }: SentenceView, next: SentenceView | undefined): boolean {
  if (next?.block === block) return false
  if (QUESTION.test(words)) return true
  const colon = words.indexOf('：')
  return colon < 0 || colon === words.length - 1 || (next !== undefined && COUNTS_ON.test(next.words))
}

/** The heading below which a part stands, as the writer will find it; a lead within the text is none. */
export function headingOver({ headings, parts }: Pick<SentenceView, 'headings' | 'parts'>, name: keyof Parts): string {
  const title = parts[name] ?? ''
  return headings.includes(title) ? title : (headings[0] ?? title)
}

/** More headings than these are not named one by one. */
const MOST_HEADINGS = 3

/** “七、下一步打算”部分: the heading below which all of them stand, else the few that they stand below; '' where these are many. */
export function sectionWords(sentences: readonly Pick<SentenceView, 'headings' | 'parts'>[], name: keyof Parts): string {
  const own = [...new Set(sentences.map((sentence) => headingOver(sentence, name)))]
  const shared = sentences[0]?.headings.find((title) => sentences.every(({ headings }) => headings.includes(title)))
  const titles = own.length > 1 && shared !== undefined ? [shared] : own
  return titles.length === 0 || titles.length > MOST_HEADINGS ? '' : `${titles.map((title) => `“${title}”`).join('、')}部分`
}

type Tests = Readonly<Record<keyof Parts, (text: string) => boolean>>

function testsOf(lexicon: Lexicon, kind: 'heading' | 'lead'): Tests {
  const [problems, causes, measures] = ['problem', 'cause', 'measure'].map((name) => cueTest(lexicon, `${name}-${kind}s`))
  const never = (): boolean => false
  return { problems: problems ?? never, causes: causes ?? never, measures: measures ?? never }
}

function match(title: string, tests: Tests): Parts | null {
  const found = NAMES.filter((name) => tests[name](title))
  return found.length === 0 ? null : { ...noParts, ...Object.fromEntries(found.map((name) => [name, title])) }
}

/** A lead opens one part: measures before causes before problems. */
function first(parts: Parts | null): Parts | null {
  const name = parts === null ? undefined : NAMES.find((each) => parts[each] !== null)
  return parts === null || name === undefined ? null : { ...noParts, [name]: parts[name] }
}

/** One item in the words of a form: its score, the reasons, what it rests on, what to mend. The same for print and for the workbook. */
import type { ScoredItem } from '../../../rules/scoring/score.ts'
import type { Use } from '../../../rules/scoring/trace.ts'
import { fileName } from '../../../rules/versions/file-name.ts'
import { quoteWords } from '../../place-words.ts'
import { pointsWords } from '../../wording.ts'
import { dayWords } from '../days.ts'
import type { Cell } from '../paper.ts'
import { filled } from '../wording.ts'
import { type FormSpeech, isByOthers, isLost, isOpen, isPenalty, isWithin, lossOf } from './speech.ts'

export function scoreLines(item: ScoredItem, { wording }: FormSpeech): string[] {
  if (isWithin(item)) return [wording.withQuarter]
  if (!isOpen(item)) return [item.shown]
  const { low, high } = item
  return [
    wording.openScore,
    filled(wording.openCounted, { score: item.shown }),
    filled(wording.openRange, { low: pointsWords(low), high: pointsWords(high) }),
  ]
}

/** What a penalty took away: its points are no score that could be reached. */
export function penaltyWords(item: ScoredItem, speech: FormSpeech): string {
  const lost = pointsWords(lossOf(item, speech))
  return lost === '0' ? speech.wording.penaltyNone : filled(speech.wording.lost, { lost })
}

/** How many points an item has; of a penalty, how many it takes at most. */
export const pointsLine = (item: ScoredItem, speech: FormSpeech): string => {
  const points = pointsWords(item.points)
  return isPenalty(item, speech) ? filled(speech.wording.penaltyMost, { points }) : points
}

/** What was won or lost and why; of an open item, what was looked for and where. */
export function reasonLines(item: ScoredItem, speech: FormSpeech): string[] {
  const { wording, items } = speech
  const lost = pointsWords(lossOf(item, speech))
  const gained = items.get(item.item)?.kind === 'bonus' && !isOpen(item) ? pointsWords(item.provisional) : '0'
  const lines = [
    ...(lost === '0' ? [] : [filled(wording.lost, { lost })]),
    ...(gained === '0' ? [] : [filled(wording.gained, { score: gained })]),
    ...item.why.filter((words) => !isRepeated(words, item, speech)),
    ...(isWithin(item) ? [] : (item.open ?? [])).map((words) => filled(wording.open, { words })),
    ...decisionLines(item, speech),
  ]
  return [...new Set(lines)]
}

/** How much of an item's reasons and places a form prints: the first of them, or every one. */
export type Extent = 'first' | 'whole'

/** For print: short ones side by side, long ones up to where they can be cut; the whole stands in the workbook. */
export function printedReasons(item: ScoredItem, speech: FormSpeech, extent: Extent): string[] {
  if (extent === 'whole') return reasonLines(item, speech)
  const { figures, moreReason } = speech.wording
  const lines: string[] = []
  for (const words of reasonLines(item, speech)) {
    const before = lines.at(-1)
    if (before !== undefined && lines.length > 1 && before.length + words.length <= figures.reasonLine)
      lines[lines.length - 1] = `${before}；${words}`
    else lines.push(words.length <= figures.reason ? words : `${cutShort(words, figures.reason)}${moreReason}`)
  }
  return lines
}

/** Up to the last mark within so many characters; opened brackets are closed. */
function cutShort(words: string, most: number): string {
  const head = words.slice(0, most)
  const end = Math.max(...[...MARKS].map((mark) => head.lastIndexOf(mark)))
  const kept = `${end > most / 2 ? head.slice(0, end) : head}……`
  return kept + '）'.repeat(Math.max(0, kept.split('（').length - kept.split('）').length))
}

const MARKS = '，。；、'

/** A person's reason for the points stands below, with the signature. */
const isRepeated = (words: string, { decisions = [] }: ScoredItem, { scheme }: FormSpeech): boolean =>
  scheme.decisions.some(({ number, reason }) => decisions.includes(number) && words.endsWith(`：${reason}`))

/** A person decided what the program had found. */
const isAsFound = ({ found, low, high }: ScoredItem): boolean =>
  found !== undefined && Number(found.low) === Number(low) && Number(found.high) === Number(high)

function decisionLines(item: ScoredItem, { wording, scheme }: FormSpeech): string[] {
  const { decisions = [], found } = item
  const given = decisions.flatMap((number) => scheme.decisions.filter((each) => each.number === number))
  const before =
    found === undefined || isAsFound(item)
      ? ''
      : found.low === found.high
        ? found.low
        : `${pointsWords(found.low)}—${pointsWords(found.high)}`
  return [
    ...given.map(({ reason, by, on }) => filled(wording.decided, { reason, by, day: dayWords(on) })),
    ...(before === '' ? [] : [filled(wording.foundBefore, { score: before })]),
  ]
}

/** Whoever left an item open did not fail it: what the scheme says to who did is not for them. */
export function adviceLines(item: ScoredItem, speech: FormSpeech): string[] {
  if (isOpen(item)) return [isByOthers(item) ? speech.wording.openByOthers : speech.wording.openAdvice]
  if (isWithin(item)) return []
  return item.advice === undefined ? [] : [item.advice]
}

/** A place that points rest on. */
export interface Ground {
  readonly file: string
  /** Page or cell, where the format has them. */
  readonly place: string
  /** null where the file as a whole is meant. */
  readonly quote: string | null
}

/** Each place once. */
export function groundsOf({ uses = [] }: ScoredItem): Ground[] {
  const grounds = uses.map(groundOf)
  const key = ({ file, place, quote }: Ground): string => `${file}\n${place}\n${quote}`
  return [...new Map(grounds.map((ground) => [key(ground), ground])).values()]
}

const groundOf = ({ file, evidence }: Use): Ground => ({ file, place: placeOf(evidence), quote: evidence?.quote ?? null })

function placeOf(evidence: Use['evidence']): string {
  const page = evidence?.page === undefined ? '' : `第${evidence.page}页`
  return evidence?.cell === undefined ? page : `${page}${evidence.cell.replace('!', '的')}格`
}

/** For print: a file once, its quotes below it, shortened and few. */
export function groundLines(item: ScoredItem, { wording }: FormSpeech, extent: Extent): string[] {
  const grounds = groundsOf(item)
  if (grounds.length === 0) return [wording.noEvidence]
  const shown = extent === 'whole' ? grounds : grounds.slice(0, wording.figures.quotes)
  const lines = shown.flatMap(({ file, place, quote }, index) => {
    const before = shown[index - 1]
    const isSame = before !== undefined && before.file === file && before.place === place
    return [
      ...(isSame ? [] : [filled(wording.evidenceFile, { files: fileName(file), place: place === '' ? '' : `（${place}）` })]),
      ...(quote === null
        ? []
        : [
            filled(wording.evidenceQuote, {
              quote: quoteWords(quote, extent === 'whole' ? quote.length : wording.figures.quote),
            }),
          ]),
    ]
  })
  return shown.length === grounds.length ? lines : [...lines, filled(wording.moreEvidence, { count: grounds.length })]
}

/** Open items stand out; so does what cost points. */
export const toneOf = (item: ScoredItem, speech: FormSpeech): Pick<Cell, 'tone'> =>
  isOpen(item) ? { tone: 'doubt' } : isLost(item, speech) ? { tone: 'bad' } : {}

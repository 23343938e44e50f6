/**
 * Sentences that state figures in words without which no report does, and what makes them nobody's: several counties of a period write the same sentence, each with
 * its own figures.
 *
 *   三季度，食品抽检300批次，合格293批次，合格率97.7%。   one of three counties' own
 *   电子秤抽检40台，12台偏快，都换过芯片。               somebody's: 偏快, 换过芯片 say something
 */
import type { Folded } from '../../extractors/document.ts'
import type { FigureSentence } from './copy.ts'
import type { CopyDocument } from './copy-document.ts'
import { maskCodes } from './masks.ts'
import { isSentenceStart, type Placed } from './sentence-bounds.ts'
import { copyThresholds } from './thresholds.ts'

const { figureCounties, figureOwnWords, figureRepeats } = copyThresholds
export const FEWEST_FIGURES = 2

/** `plain`: of each symbol 1 where it is a word that every report needs. */
export function figureSentences(body: Placed & { readonly plain: Uint8Array }): FigureSentence[] {
  const { codes } = body.stream
  const found: FigureSentence[] = []
  for (let first = 0, end = 1; first < codes.length; first = end, end++) {
    while (end < codes.length && !isSentenceStart(body, end)) end++
    const sentence = figureSentence(body, first, end)
    if (sentence !== null) found.push(sentence)
  }
  return found
}

function figureSentence(
  { stream: { codes, starts, ends }, folded, plain }: Parameters<typeof figureSentences>[0],
  first: number,
  end: number,
) {
  const figures: string[] = []
  let [words, own, hash] = [0, 0, BASIS]
  for (let at = first; at < end; at++) {
    const code = codes[at] as number
    hash = Math.imul(hash ^ code, PRIME)
    if (code === maskCodes.number) figures.push(figureOf(folded, starts[at] as number, ends[at] as number))
    if (code >= maskCodes.number && code <= maskCodes.name) continue
    words++
    if (plain[at] === 0) own++
  }
  if (figures.length < FEWEST_FIGURES || own > figureOwnWords * words) return null
  return { start: starts[first] as number, end: ends[end - 1] as number, hash: hash >>> 0, figures }
}

const [BASIS, PRIME] = [0x811c9dc5, 0x01000193]

const figureOf = ({ text }: Pick<Folded, 'text'>, start: number, end: number): string => text.slice(start, end)

/** Who writes a sentence. */
interface Told {
  readonly tellers: { readonly document: CopyDocument; readonly figures: readonly string[] }[]
  /** The counties by period; what a superior writes is nobody's own. */
  readonly counties: Map<string, Set<string>>
}

/** Of a document the sentences that are nobody's. */
export function nobodysFigures(documents: readonly CopyDocument[]): (document: CopyDocument) => FigureSentence[] {
  const told = new Map<number, Told>()
  for (const document of documents)
    for (const { hash, figures } of document.trace.figureSentences) {
      const known: Told = told.get(hash) ?? { tellers: [], counties: new Map() }
      told.set(hash, known)
      known.tellers.push({ document, figures })
      noteCounty(known, document)
    }
  return (document) =>
    document.trace.figureSentences.filter((sentence) => {
      const known = told.get(sentence.hash)
      return (
        known !== undefined &&
        countiesTelling(known, document) >= figureCounties &&
        !known.tellers.some((other) => other.document !== document && isRepeated(sentence, other.figures))
      )
    })
}

function noteCounty({ counties }: Told, { origin, county, period }: CopyDocument): void {
  if (origin === 'superior' || county === null || period === null) return
  const known = counties.get(period)
  if (known === undefined) counties.set(period, new Set([county]))
  else known.add(county)
}

/** Counties of the document's period that write it, its own among them. */
function countiesTelling({ counties }: Told, { county, period }: CopyDocument): number {
  if (county === null || period === null) return 0
  const telling = counties.get(period)
  return telling === undefined ? 1 : telling.size + (telling.has(county) ? 0 : 1)
}

/** Of figures of its own one or the other agrees by chance. */
function isRepeated({ figures }: FigureSentence, others: readonly string[]): boolean {
  const most = figureRepeats * figures.length
  let same = 0
  for (let index = 0; index < figures.length; index++) if (figures[index] === others[index] && ++same > most) return true
  return false
}

/** The compact record of one document, made where it is read: fingerprints of its raw and its masked body, what is masked, and what is left out. */
import type { Document } from '../../extractors/document.ts'
import type { Lexicon } from '../../extractors/lexicon.ts'
import { bodySpans } from './body.ts'
import { type CopyTrace, type LeftOut, leftOutReasons } from './copy.ts'
import { figureSentences } from './figure-sentences.ts'
import { createFormulaReader, flatMasks } from './formulas.ts'
import { createLeftOutReader } from './left-out.ts'
import { createMasker } from './masks.ts'
import { createPlainWordReader, isWithin } from './plain-words.ts'
import { signedDay } from './signed-day.ts'
import { stream } from './stream.ts'
import { winnow } from './winnow.ts'

export type Tracer = (document: Document) => CopyTrace

export function createTracer(lexicon: Lexicon): Tracer {
  const masker = createMasker(lexicon)
  const readLeftOut = createLeftOutReader(lexicon)
  const readPlainWords = createPlainWordReader(lexicon)
  const readFormulas = createFormulaReader(lexicon, masker)
  return (document) => {
    const { folded } = document
    const body = bodySpans(document, folded)
    const masks = flatMasks(masker(folded.text))
    const named = readLeftOut(folded.text, body)
    const leftOut = byPlace([...named, ...readFormulas(stream({ folded, body, masks, without: named }))])
    const masked = stream({ folded, body, masks, without: leftOut })
    const raw = stream({ folded, body, masks: [], without: leftOut })
    const hashes = new Set([...winnow(masked.codes), ...winnow(raw.codes)].map(({ hash }) => hash))
    const plain = readPlainWords(folded.text).flatMap(({ start, end }) => [start, end])
    return {
      fingerprints: [...Uint32Array.from(hashes).sort()],
      masks,
      leftOut: leftOut.flatMap(({ start, end, reason }) => [start, end, leftOutReasons.indexOf(reason)]),
      plain,
      figureSentences: figureSentences({ folded, stream: masked, plain: isWithin(masked, plain) }),
      dated: signedDay(document),
    }
  }
}

/** Quoted words that hold a name are one stretch, under the wider reason. */
function byPlace(stretches: readonly LeftOut[]): LeftOut[] {
  const sorted = [...stretches].sort((a, b) => a.start - b.start || b.end - a.end)
  const apart: LeftOut[] = []
  for (const stretch of sorted) {
    const end = apart.at(-1)?.end ?? 0
    if (stretch.end > end) apart.push({ ...stretch, start: Math.max(stretch.start, end) })
  }
  return apart
}

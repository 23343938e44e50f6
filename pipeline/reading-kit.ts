/** What it takes to read and identify a document. */
import type { Document } from '../extractors/document.ts'
import { readDocument } from '../extractors/formats/read-document.ts'
import type { Limits } from '../extractors/formats/reading.ts'
import { createIdentifier, type Identifier } from '../extractors/identity/identity.ts'
import type { SegmenterEngine } from '../extractors/language/segmenter-engine.ts'
import { cue, type Lexicon } from '../extractors/lexicon.ts'
import type { DocumentKind } from '../reports/contract/records.ts'
import type { Scheme } from '../rules/scoring/scheme.ts'
import { pdfResources } from './pdf-resources.ts'

/** One file, as it is handed to a worker. */
export interface DocumentInput {
  readonly file: string
  readonly sha256: string
  readonly bytes: Uint8Array
}

/** What a kit is made from; it can be sent to a worker. */
export interface KitOptions {
  readonly lexicon: Lexicon
  readonly scheme: Scheme
  readonly limits: Limits
  readonly segmenter: SegmenterEngine
  /** The kind that the user says the document is of, whatever its title says. */
  readonly kind: DocumentKind | null
  /** What the folder that the submissions were given in is called, where that tells something of them. */
  readonly inputName?: string
}

export interface ReadingKit {
  readonly read: (input: DocumentInput) => Promise<Document>
  readonly identify: Identifier
}

export function createReadingKit({ lexicon, limits, kind, inputName }: KitOptions): ReadingKit {
  const identify = createIdentifier(lexicon, inputName)
  const titleWords = cue(lexicon, 'title-words')
  const pdf = pdfResources()
  return {
    read: (input) => readDocument(input, { limits, pdf, titleWords }),
    identify: kind === null ? identify : (document) => ({ ...identify(document), kind }),
  }
}

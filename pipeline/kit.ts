/** What the stages work with: the knowledge made into readers, extractors and rules, once for each worker. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type AchievementExtractor, createAchievementExtractor } from '../extractors/achievements/extract-achievements.ts'
import type { Document } from '../extractors/document.ts'
import { readDocument } from '../extractors/formats/read-document.ts'
import type { Limits } from '../extractors/formats/reading.ts'
import { createIdentifier, type Identifier } from '../extractors/identity/identity.ts'
import { createValueExtractor, type ValueExtractor } from '../extractors/indicators/extract-values.ts'
import type { SegmenterEngine } from '../extractors/language/segmenter.ts'
import { cue, type Lexicon } from '../extractors/lexicon.ts'
import type { DocumentKind } from '../reports/contract/records.ts'
import { createJudge, type Judge } from '../rules/analysis/judge.ts'
import { type Checker, createChecker } from '../rules/checks/index.ts'

/** One file, as it is handed to a worker. */
export interface DocumentInput {
  readonly file: string
  readonly sha256: string
  readonly bytes: Uint8Array
}

/** What a kit is made from; it can be sent to a worker. */
export interface KitOptions {
  readonly lexicon: Lexicon
  readonly limits: Limits
  readonly segmenter: SegmenterEngine
  /** The kind that the user says the document is of, whatever its title says. */
  readonly kind: DocumentKind | null
}

export interface Kit {
  readonly read: (input: DocumentInput) => Promise<Document>
  readonly identify: Identifier
  readonly extractValues: ValueExtractor
  readonly extractAchievements: AchievementExtractor
  readonly check: Checker
  readonly judge: Judge
}

export function createKit({ lexicon, limits, kind }: KitOptions): Kit {
  const identify = createIdentifier(lexicon)
  const titleWords = cue(lexicon, 'title-words')
  const pdf = pdfResources()
  return {
    read: (input) => readDocument(input, { limits, pdf, titleWords }),
    identify: kind === null ? identify : (document) => ({ ...identify(document), kind }),
    extractValues: createValueExtractor(lexicon),
    extractAchievements: createAchievementExtractor(lexicon),
    check: createChecker(lexicon),
    judge: createJudge(lexicon),
  }
}

/** The character maps and fonts that pdfjs needs for Chinese text without embedded fonts, as plain paths. */
function pdfResources() {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  return { cMapDirectory: `${join(root, 'cmaps')}/`, standardFontDirectory: `${join(root, 'standard_fonts')}/` }
}

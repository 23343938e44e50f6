/**
 * Judges any text as if it were an analysis: a paragraph, a section, a whole report, whatever its title. For programs; `zhijian check --as analysis` does the same
 * for a file.
 */
import { assemble } from '../extractors/formats/assemble.ts'
import { defaultLimits } from '../extractors/formats/reading.ts'
import { defaultEngine } from '../extractors/language/segmenter-engine.ts'
import { structure } from '../extractors/language/structure.ts'
import type { Assessment } from '../rules/analysis/assessment.ts'
import { currentKnowledge } from './compiled-knowledge.ts'
import type { Kit } from './kit.ts'

export interface ParagraphContext {
  /** The reporting county's name (托里县): what is said of another is not its own. */
  readonly county: string
  /** As the contract writes periods: 2020, 2020-Q3, 2020-H1. */
  readonly period: string
}

export type ParagraphJudgement = Omit<Assessment, 'id' | 'file'>

let ready: Promise<Kit> | null = null

/** The first call loads what is known of the language; those after it take a few milliseconds. Quotes are cut from `text`. */
export async function judgeParagraph(text: string, { county, period }: ParagraphContext): Promise<ParagraphJudgement> {
  ready ??= makeKit()
  const kit = await ready
  const blocks = text.split('\n').map((line) => ({ kind: 'paragraph' as const, text: line, origin: {} }))
  const document = assemble('', '', { format: 'txt', pages: null, blocks, notices: [], incomplete: false }, [])
  const identity = { ...kit.identify(document), county, period, kind: 'analysis' as const }
  const sections = structure(document)
  const { values } = kit.extractValues({ document, structure: sections, identity })
  const findings = kit.check({ document, structure: sections, identity, values })
  const { file: _, ...judged } = kit.judge({ document, structure: sections, identity, values, findings })
  return judged
}

async function makeKit(): Promise<Kit> {
  const { lexicon, scheme } = await currentKnowledge()
  const { createKit } = await import('./kit.ts')
  return createKit({ lexicon, scheme, limits: defaultLimits, segmenter: defaultEngine, kind: 'analysis' })
}

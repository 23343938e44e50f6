/**
 * Judges any text as if it were an analysis: a paragraph, a section, a whole report, whatever its title. For programs; `zhijian check --as analysis` does the same
 * for a file.
 */
import { z } from 'zod'
import { assemble } from '../extractors/formats/assemble.ts'
import { rejection } from '../extractors/formats/codes.ts'
import { defaultLimits } from '../extractors/formats/reading.ts'
import { readText } from '../extractors/formats/text.ts'
import { defaultEngine } from '../extractors/language/segmenter-engine.ts'
import { structure } from '../extractors/language/structure.ts'
import type { Lexicon } from '../extractors/lexicon.ts'
import type { Assessment } from '../rules/analysis/assessment.ts'
import { currentKnowledge } from './compiled-knowledge.ts'
import type { Kit } from './kit.ts'
import { textScope } from './text-scope.ts'

const ParagraphContext = z.object({
  /** The reporting county (托里县, or as it is called for short): what is said of another is not its own. */
  county: z.string().optional(),
  /** As the contract writes periods (2020, 2020-Q3, 2020-H1), or in words (2020年第三季度). */
  period: z.string().optional(),
})

/** Whose text it is, and of when. Without a county or a period, those that the text names count; what it does not name stays open. */
export type ParagraphContext = z.input<typeof ParagraphContext>

export type ParagraphJudgement = Omit<Assessment, 'id' | 'file'>

let ready: ReturnType<typeof makeKit> | null = null

/**
 * The first call loads what is known of the language; those after it take a few milliseconds. Quotes are cut from `text`, where lines that were wrapped at a fixed
 * width are joined. Throws ScopeError for a county or a period that nothing is known of, and Rejection for a text without a character.
 */
export async function judgeParagraph(text: string, context: ParagraphContext = {}): Promise<ParagraphJudgement> {
  const { county, period } = ParagraphContext.parse(context)
  if (text.trim() === '') throw rejection('E_EMPTY', '没有可以评判的文字，请传入一段正文')
  ready ??= makeKit()
  const { kit, lexicon } = await ready
  const document = assemble('', '', readText(Buffer.from(text), defaultLimits), [])
  const known = kit.identify(document)
  const scope = textScope(lexicon, county, period)
  const identity = {
    ...known,
    ...(scope.countyId === null ? {} : { county: scope.county, countyId: scope.countyId }),
    period: scope.period ?? known.period,
    kind: 'analysis' as const,
  }
  const sections = structure(document)
  const { values } = kit.extractValues({ document, structure: sections, identity })
  const findings = kit.check({ document, structure: sections, identity, values })
  const { file: _, ...judged } = kit.judge({ document, structure: sections, identity, values, findings })
  return judged
}

async function makeKit(): Promise<{ readonly kit: Kit; readonly lexicon: Lexicon }> {
  const { lexicon, scheme } = await currentKnowledge()
  const { createKit } = await import('./kit.ts')
  return { lexicon, kit: await createKit({ lexicon, scheme, limits: defaultLimits, segmenter: defaultEngine, kind: 'analysis' }) }
}

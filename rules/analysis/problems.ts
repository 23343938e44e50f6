/**
 * Problems: specific where the report names which product, item, place, firm or result falls short; boilerplate where any county could print the phrase.
 *
 *   化肥抽查14批次，合格率仅78.57%，集中在总养分     specific
 *   15个单位中有4个重视程度不够                     boilerplate: digits do not rescue it
 *
 * Judged where the report states its problems; without such a section, in the whole text, where a figure and a name are asked for.
 */
import { type Document, quote } from '../../extractors/document.ts'
import type { Lexicon } from '../../extractors/lexicon.ts'
import type { Criterion, ProblemsLevel } from './assessment.ts'
import { cueTest } from './cue-test.ts'
import { createDeficitReader, type Deficit } from './deficit.ts'
import { itemsOf } from './items.ts'
import type { JudgedValue, SentenceView } from './sentence-view.ts'
import { createStatement } from './statement.ts'
import { thresholds } from './thresholds.ts'

export type ProblemsReader = (
  document: Document,
  sentences: readonly SentenceView[],
  values: readonly JudgedValue[],
) => Criterion<ProblemsLevel>

export function createProblemsReader(lexicon: Lexicon): ProblemsReader {
  const heading = cueTest(lexicon, 'problem-headings')
  const measureHeading = cueTest(lexicon, 'measure-headings')
  const read = createDeficitReader(lexicon)
  const { isFact } = createStatement(lexicon)

  /** The nearest heading that speaks of problems or of measures decides. */
  const statesProblems = ({ headings }: SentenceView): boolean => {
    const nearest = headings.find((title) => heading(title) || measureHeading(title))
    return nearest !== undefined && heading(nearest)
  }

  return (document, sentences, values) => {
    const section = sentences.filter(statesProblems)
    const inSection = section.length > 0
    const told = inSection
      ? itemsOf(document, section, values)
      : sentences.filter((sentence) => isFact(sentence) && !sentence.headings.some(measureHeading))
    const judged = told.map((item) => ({ item, deficit: read(item) }))
    const specific = judged.filter(({ deficit }) => (inSection ? deficit.named || deficit.figure : isPlain(deficit)))
    const vague = judged.filter((entry) => entry.deficit.vague && !specific.includes(entry))
    const where = inSection ? `“${section[0]?.headings.find(heading) ?? ''}”部分` : '全文（没有单独写问题的部分）'
    const quoted = (entries: typeof judged) => entries.map(({ item }) => quote(document, item.span))
    if (specific.length > 0 && specific.length >= (specific.length + vague.length) * thresholds.specificProblems)
      return { level: 'specific', evidence: quoted(specific), missing: '' }
    if (specific.length + vague.length > 0)
      return {
        level: 'boilerplate',
        evidence: quoted(vague),
        missing: `${where}所写的问题放在哪个县市都适用，请结合本县抽查、投诉、检验数据，写明是哪类产品、哪个项目、哪个地方或单位、差多少`,
      }
    return {
      level: 'absent',
      evidence: [],
      missing: `查阅了${where}，没有找到具体的质量问题，请结合本县数据写明哪类产品、哪个环节、哪项指标不足`,
    }
  }
}

const isPlain = ({ named, figure, adverse }: Deficit): boolean => (named && figure) || adverse

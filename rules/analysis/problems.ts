/**
 * Problems: specific where the report names which product, item, place, firm or result falls short; boilerplate where any county could print the phrase.
 *
 *   化肥抽查14批次，合格率仅78.57%，集中在总养分     specific
 *   15个单位中有4个重视程度不够                     boilerplate: digits do not rescue it
 *
 * Judged where the report states its problems, where whatever is named counts as one; without such a part, in the whole text, where a shortcoming must be told
 * as one, with a figure and a name.
 */
import { type Document, quote } from '../../extractors/document.ts'
import type { Lexicon } from '../../extractors/lexicon.ts'
import type { Criterion, ProblemsLevel, Rejected } from './assessment.ts'
import type { Reporter } from './baseline.ts'
import { cueTest } from './cue-test.ts'
import { isDealtOut } from './dealt-out.ts'
import { createDeficitReader, type Deficit } from './deficit.ts'
import { createElsewhere } from './elsewhere.ts'
import { beforePlan, itemsOf } from './items.ts'
import type { Lead } from './juxtaposed.ts'
import { createMechanismReader, SURE } from './mechanism.ts'
import { createMood } from './mood.ts'
import { sectionWords } from './parts.ts'
import { createQuotation } from './quotation.ts'
import type { JudgedValue, SentenceView } from './sentence-view.ts'
import { createStatement } from './statement.ts'
import type { Thresholds } from './thresholds.ts'
import { createToldNow } from './told-now.ts'

export interface ProblemsJudged {
  readonly criterion: Criterion<ProblemsLevel>
  /** Those that are specific. */
  readonly problems: readonly SentenceView[]
}

interface ProblemsInput {
  readonly document: Document
  readonly reporter: Reporter
  readonly sentences: readonly SentenceView[]
  readonly values: readonly JudgedValue[]
  /** What the comparisons show. */
  readonly leads: readonly Lead[]
}

export type ProblemsReader = (input: ProblemsInput) => ProblemsJudged

export function createProblemsReader(lexicon: Lexicon, thresholds: Thresholds): ProblemsReader {
  const { read } = createDeficitReader(lexicon)
  const { isFact } = createStatement(lexicon)
  const isQuotation = createQuotation(lexicon)
  const mood = createMood(lexicon)
  const toldNow = createToldNow(lexicon)
  const exceeds = cueTest(lexicon, 'limits')
  const lacking = cueTest(lexicon, 'deficits')
  const narrates = cueTest(lexicon, 'activities')
  const negated = cueTest(lexicon, 'deficit-negations')
  /** 得益于两个基地改用黄板: why something went well. */
  const thanks = cueTest(lexicon, 'success-causes')
  /** 数据变好的来由: what stands below it tells of no problem. */
  const succeeds = cueTest(lexicon, 'success-headings')
  /** 旧桶刷不净，3月全部淘汰: what went amiss is told to say what was done about it. */
  const acts = cueTest(lexicon, 'quality-acts')
  const undone = cueTest(lexicon, 'undone-words')
  const remedied = cueTest(lexicon, 'quality-acts', 'improvements', 'success-causes')

  /** 校服褪色，染厂把固色一道省了: what is told with the way it came about is no phrase. */
  const isExplained = ({ clauses }: SentenceView): boolean =>
    clauses.slice(1).some(({ words }) => weigh(words) >= SURE && !isBeside(words) && !lacking(words))
  /** 封存的食用油460公斤由监管所退回，（4月18日前办结）: an act, to be done with so much. */
  const isOrdered = ({ words, values }: SentenceView): boolean =>
    values.length > 0 && values.every(({ role }) => role === 'target') && acts(words) && !undone(words)
  /** 曳引轮绳槽磨成平底，钢丝绳在槽里打滑: what went amiss is told, and nothing that was done about it. */
  const wentAmiss = (item: SentenceView): boolean =>
    !mood.isToCome(item) &&
    !mood.isDone(item.words) &&
    !remedied(item.words) &&
    toldNow.since(item.clauses).some(({ words }) => isAmiss(words) && !isBeside(words))
  const isPlain = (item: SentenceView, { lacks, named, thing, figure, amiss, adverse, improved }: Deficit): boolean => {
    if (adverse) return true
    if (improved) return false
    const isWork = narrates(item.words)
    if (lacks) return named || thing ? figure || !isWork : !isWork && (figure || isExplained(item))
    return !isWork && ((figure && exceeds(item.words)) || (amiss && named && thing))
  }
  const tellsAmiss = (item: SentenceView, { thing, improved }: Deficit): boolean =>
    thing && !improved && !narrates(item.words) && wentAmiss(item)
  const isStated = ({ lacks, named, figure, thing, hollow }: Deficit): boolean => !hollow && (named || thing || (lacks && figure))

  const { weigh, isAmiss, isBeside } = createMechanismReader(lexicon)
  const isElsewhere = createElsewhere(lexicon)

  return ({ document, reporter, sentences, values, leads }) => {
    const part = sentences.filter(({ parts }) => parts.problems !== null)
    const inPart = part.length > 0
    const listed = inPart ? itemsOf(document, part, values) : []
    const told = inPart
      ? listed.filter((item) => !isQuotation(item.words) && !isElsewhere(item, reporter))
      : itemsOf(
          document,
          sentences.filter(
            (sentence) =>
              isFact(sentence) &&
              sentence.parts.measures === null &&
              !isDealtOut(sentence.values) &&
              !thanks(sentence.words) &&
              !(sentence.headings.some(succeeds) && !read(sentence, leads).adverse) &&
              !isElsewhere(sentence, reporter),
          ),
          values,
        )
          .flatMap((item) => beforePlan(document, item, values, mood))
          .filter((item) => !isOrdered(item))
    const judged = told.map((item) => ({ item, deficit: read(item, leads) }))
    const stated = judged.filter(({ item, deficit }) =>
      inPart ? isStated(deficit) && !(negated(item.words) && !deficit.lacks) : isPlain(item, deficit),
    )
    /** Where a result is told to fall short, what went amiss is why; where none is, it is all that is told. */
    const specific = stated.length > 0 || inPart ? stated : judged.filter(({ item, deficit }) => tellsAmiss(item, deficit))
    const vague = judged.filter((entry) => entry.deficit.vague && !specific.includes(entry))
    const meant = vague.length > 0 ? vague.map(({ item }) => item) : part
    const where = part.length === 0 ? '全文（没有单独写问题的部分）' : sectionWords(meant, 'problems')
    const quoted = (entries: typeof judged) => entries.map(({ item }) => quote(document, item.span))
    const passedOn = listed.filter(({ words }) => isQuotation(words)).map(({ span }) => quote(document, span))
    const foreign = listed
      .filter((item) => !isQuotation(item.words) && isElsewhere(item, reporter))
      .map(({ span }) => quote(document, span))
    const rejected: Rejected[] = [
      ...quoted(vague).map((evidence): Rejected => ({ evidence, reason: 'boilerplate' })),
      ...passedOn.map((evidence): Rejected => ({ evidence, reason: 'quoted' })),
      ...foreign.map((evidence): Rejected => ({ evidence, reason: 'foreign' })),
    ]
    const isSpecific = specific.length > 0 && specific.length >= (specific.length + vague.length) * thresholds.specificProblems
    const problems = isSpecific ? specific.map(({ item }) => item) : []
    if (isSpecific) return { problems, criterion: { level: 'specific', evidence: quoted(specific), rejected, missing: '' } }
    return {
      problems,
      criterion: specific.length + vague.length > 0 ? boilerplate(quoted(vague), rejected, where) : absent(rejected, where),
    }
  }
}

const boilerplate = (
  evidence: Criterion<ProblemsLevel>['evidence'],
  rejected: readonly Rejected[],
  where: string,
): Criterion<ProblemsLevel> => ({
  level: 'boilerplate',
  evidence,
  rejected,
  missing: `${where}所写的问题放在哪个县市都适用，请结合本地抽查、投诉、检验数据，写明是哪类产品、哪个项目、哪个地方或单位、差多少`,
})

const absent = (rejected: readonly Rejected[], where: string): Criterion<ProblemsLevel> => ({
  level: 'absent',
  evidence: [],
  rejected,
  missing: `查阅了${where || '全文'}，没有找到具体的质量问题，请结合本地数据写明哪类产品、哪个环节、哪项指标不足`,
})

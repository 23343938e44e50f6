/**
 * The kind of a document: analysis, summary, bulletin, plan, data or evidence.
 *
 * Told by its own title, then by file name and folder: a title with 分析 is an analysis even if it is a summary in substance, one with 总结 is a
 * summary wherever it lies. One that names no kind and reports on the state of quality (质量状况的报告, 质量形势白皮书) is an analysis: work is told in a summary,
 * what the state is in an analysis. A worksheet or table that names no kind is data.
 */
import type { Format, Notice } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { IdentitySource } from './vote.ts'

export type DocumentKind = 'analysis' | 'summary' | 'bulletin' | 'plan' | 'data' | 'evidence' | 'unknown'

const KINDS = ['analysis', 'data', 'summary', 'bulletin', 'plan', 'evidence'] as const
const KIND_NAMES: Readonly<Record<(typeof KINDS)[number], string>> = {
  analysis: '分析报告',
  summary: '工作总结',
  bulletin: '通报',
  plan: '方案计划',
  data: '数据表',
  evidence: '佐证材料',
}
const TABLE_FORMATS: ReadonlySet<Format> = new Set(['xlsx', 'xls', 'csv'])

export interface KindReading {
  readonly kind: DocumentKind
  readonly notices: readonly Notice[]
}

export interface KindReader {
  readonly kindOf: (source: Pick<IdentitySource, 'title' | 'name' | 'folders'>, format: Format) => KindReading
  /** A title without the plan that it names last: 质量工作总结和2021年工作打算 is 质量工作总结. */
  readonly leadOf: (title: string) => string
}

export function createKindReader(lexicon: Lexicon): KindReader {
  const kindWords = new Map(KINDS.map((kind) => [kind, cue(lexicon, `kind-${kind}`)] as const))
  /** The kind whose word stands last: 质量分析工作总结 is a summary, 统计分析报告 an analysis. */
  const kindIn = (text: string): DocumentKind | null => {
    let best: { kind: DocumentKind; at: number } | null = null
    for (const kind of KINDS)
      for (const word of kindWords.get(kind) ?? []) {
        const at = text.lastIndexOf(word)
        if (at >= 0 && (best === null || at + word.length > best.at)) best = { kind, at: at + word.length }
      }
    return best?.kind ?? null
  }
  const titleKind = (title: string): DocumentKind | null =>
    (kindWords.get('analysis') ?? []).some((word) => title.includes(word)) &&
    !(kindWords.get('summary') ?? []).some((word) => title.includes(word))
      ? 'analysis'
      : leading(title)
  /** 2020年工作总结及2021年工作计划 is the summary that stands first. */
  const leading = (title: string): DocumentKind | null => kindIn(leadOf(title))
  const leadOf = (title: string): string => {
    const before = kindIn(title) === 'plan' ? BEFORE_LAST.exec(title)?.[1] : undefined
    return before !== undefined && kindIn(before) !== null ? before : title
  }
  const words = (group: string): string => `(?:${wordPattern(cue(lexicon, group))})`
  const state = new RegExp(`${words('kind-state')}的?${words('kind-state-forms')}(?:（[^（）]*）)?$`, 'u')
  const namedIn = (title: string): DocumentKind | null => titleKind(title) ?? (state.test(title) ? 'analysis' : null)
  const kindOf: KindReader['kindOf'] = ({ title, name, folders }, format) => {
    const byTitle = namedIn(title)
    const byName = namedIn(name.replace(/\.[^.]*$/u, ''))
    if (TABLE_FORMATS.has(format)) return { kind: byTitle === 'analysis' || byTitle === 'summary' ? byTitle : 'data', notices: [] }
    const kind =
      byTitle ??
      byName ??
      [...folders]
        .reverse()
        .map(kindIn)
        .find((found) => found !== null) ??
      'unknown'
    const disagrees = byTitle !== null && byName !== null && byTitle !== byName
    const notices: Notice[] = disagrees
      ? [{ code: 'W_KIND_DISAGREES', message: `文种不一致：标题是${nameOf(byTitle)}，文件名像${nameOf(byName)}；按标题认定` }]
      : []
    return { kind, notices }
  }
  return { kindOf, leadOf }
}

const BEFORE_LAST = /^(.+)(?:及|暨|和|与|、)(?=.)/u

const nameOf = (kind: DocumentKind): string => (kind === 'unknown' ? '未知' : KIND_NAMES[kind])

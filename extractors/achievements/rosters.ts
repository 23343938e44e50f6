/**
 * Rosters: a line that names an honour and announces who has it, and the names below it, one to a line.
 *
 *   2019年度自治区质量奖获奖组织名单（2家）      以下企业获评自治区绿色工厂：
 *   1.‹玉禾粮油有限公司›                       ‹天山啤酒有限公司›
 *   2.‹西域春乳业有限公司›                     ‹红花油厂›
 */
import { type Block, type Document, type FoldedSpan, foldedSpan, toFolded } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { RegionReader } from '../quantities/region.ts'
import type { AchievementDraft } from './draft.ts'
import { regionOf } from './drafting.ts'
import type { Honour, HonourReader } from './honour.ts'
import type { LevelReader } from './level.ts'
import type { NameReader } from './names.ts'
import type { Scan } from './scan.ts'
import { statusOf } from './status.ts'

export interface HonourRosters {
  readonly drafts: readonly AchievementDraft[]
  /** Indices of the blocks that were read here. */
  readonly blocks: ReadonlySet<number>
}

/** Reads the rosters of a document; `planned`: whether a block stands in a plan. */
export type HonourRosterReader = (document: Document, planned: (block: number) => boolean) => HonourRosters

const LONGEST_LINE = 120
const LONGEST_NAME = 40
const FEWEST = 2
const NUMBER = /^[（(]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:[）)]|[.．、])\s*/u
const MARK = /^[-—•·●◆■*]\s*/u
const STOP = /[。；;，,、]$/u
const YEAR = /(?:19|20)[0-9]{2}(?=年)/u

export function createHonourRosterReader(
  lexicon: Lexicon,
  honoursIn: HonourReader,
  cuesIn: Scan,
  levels: LevelReader,
  names: Pick<NameReader, 'isName' | 'isWellFormed'>,
  regionsOf: RegionReader,
): HonourRosterReader {
  const announces = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-roster'))})(?:（[^（）]{1,16}）)?：?$|：$`, 'u')

  /** The one honour that a line announces. */
  const announced = (text: string): Honour | null => {
    if (text.length > LONGEST_LINE || /[。；]/u.test(text) || !announces.test(text)) return null
    const found = honoursIn(text, [{ start: 0, end: text.length }], cuesIn(text))
    const [honour, ...more] = found.filter(({ bare, headless, weak }) => !bare && !headless && !weak)
    return honour && more.length === 0 ? honour : null
  }

  /** A line that is a name and nothing else. */
  const named = (text: string, start: number): FoldedSpan | null => {
    const lead = (NUMBER.exec(text) ?? MARK.exec(text))?.[0].length ?? 0
    const name = text.slice(lead).replace(STOP, '').trimEnd()
    const isName =
      name.length > 1 && name.length <= LONGEST_NAME && !/[，。；：、]/u.test(name) && names.isName(name) && names.isWellFormed(name)
    return isName ? foldedSpan(start + lead, start + lead + name.length) : null
  }

  return (document, planned) => {
    const drafts: AchievementDraft[] = []
    const blocks = new Set<number>()
    const folded = document.folded.text
    const spanOf = (block: Block): FoldedSpan => toFolded(document.folded, block.span)
    const body = document.blocks
      .map((block, index) => ({ block, index }))
      .filter(({ block }) => block.cell === undefined && block.zone !== 'contact')
    for (const [at, { block, index }] of body.entries()) {
      const head = spanOf(block)
      const text = folded.slice(head.start, head.end).trimEnd()
      const honour = announced(text)
      const status = honour ? statusOf(cuesIn(text)) : null
      if (!honour || status === null) continue
      const lines: { readonly span: FoldedSpan; readonly index: number }[] = []
      for (const line of body.slice(at + 1)) {
        const span = spanOf(line.block)
        const found = named(folded.slice(span.start, span.end).trimEnd(), span.start)
        if (!found) break
        lines.push({ span: found, index: line.index })
      }
      if (lines.length < FEWEST) continue
      const year = YEAR.exec(text)?.[0]
      blocks.add(index)
      for (const { span, index: line } of lines) {
        const holder = folded.slice(span.start, span.end)
        blocks.add(line)
        drafts.push({
          span,
          title: honour.title,
          award: honour.award?.level ? honour.award.name : null,
          holder,
          level: levels.catalogued(honour) ?? levels.in(text) ?? 'unknown',
          status: planned(index) && status !== 'obtained' ? 'planned' : (status ?? 'obtained'),
          year: year ? Number(year) : null,
          region: regionOf(regionsOf, holder, []),
          confidence: 0.85,
          notes: [],
        })
      }
    }
    return { drafts, blocks }
  }
}

/**
 * Rosters: a line that names an honour and announces who has it, and the names below it, one to a line.
 *
 *   2019年度自治区质量奖获奖组织名单（2家）      以下企业获评自治区绿色工厂：
 *   1.‹玉禾粮油有限公司›                       ‹天山啤酒有限公司›
 *   2.‹西域春乳业有限公司›                     ‹红花油厂›
 *
 *   一、质量强区工作先进单位（3个）        a line that is a title, and a line of names below it
 *   ‹沙湾县市场监督管理局›、‹托里县水利局›、…
 */
import { type Block, type Document, type FoldedSpan, foldedSpan, toFolded } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { type AwardLevel, cue, type Lexicon } from '../lexicon.ts'
import type { RegionReader } from '../quantities/region.ts'
import { CLASSIFIER, NUMERAL } from './counted.ts'
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

/** Reads the rosters of a document; `planned`: whether a block stands in a plan; `office`: of who issues it, above the county. */
export type HonourRosterReader = (document: Document, planned: (block: number) => boolean, office: AwardLevel | null) => HonourRosters

const LONGEST_LINE = 120
const LONGEST_NAME = 40
const FEWEST = 2
const NUMBER = /^[（(]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:[）)]|[.．、])\s*/u
const MARK = /^[-—•·●◆■*]\s*/u
const STOP = /[。；;，,、]$/u
const PLAIN = /^[\p{Script=Han}A-Za-z0-9“”（）]+$/u
/** （2个） */
const HOW_MANY = new RegExp(`（(?:共)?${NUMERAL}(?:${CLASSIFIER}|人)）$`, 'u')
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

  /** 一、质量强区工作先进单位（3个）: a line that is a title and nothing else. */
  const titleLine = (text: string): Honour | null => {
    const lead = NUMBER.exec(text)?.[0].length ?? 0
    const title = text.slice(lead).replace(/：$/u, '').replace(HOW_MANY, '')
    if (title.length > LONGEST_NAME || !PLAIN.test(title) || cuesIn(title).length > 0) return null
    const [honour, ...more] = honoursIn(title, [{ start: 0, end: title.length }], [])
    const isWhole = honour !== undefined && more.length === 0 && honour.end === title.length && !honour.headless
    return isWhole && !(honour.bare && title.length === honour.title.length) ? { ...honour, title } : null
  }

  /** A line of names and nothing else. */
  const named = (text: string, start: number): FoldedSpan[] => {
    const lead = (NUMBER.exec(text) ?? MARK.exec(text))?.[0].length ?? 0
    const spans: FoldedSpan[] = []
    let at = lead
    for (const part of text.slice(lead).replace(STOP, '').trimEnd().split('、')) {
      const isName =
        part.length > 1 && part.length <= LONGEST_NAME && !/[，。；：]/u.test(part) && names.isName(part) && names.isWellFormed(part)
      if (!isName) return []
      spans.push(foldedSpan(start + at, start + at + part.length))
      at += part.length + 1
    }
    return spans
  }

  return (document, planned, office) => {
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
      const honour = announced(text) ?? titleLine(text)
      const status = honour ? statusOf(cuesIn(text)) : null
      if (!honour || status === null) continue
      const lines: { readonly span: FoldedSpan; readonly index: number }[] = []
      for (const line of body.slice(at + 1)) {
        const span = spanOf(line.block)
        const found = named(folded.slice(span.start, span.end).trimEnd(), span.start)
        if (found.length === 0) break
        lines.push(...found.map((each) => ({ span: each, index: line.index })))
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
          level: levels.catalogued(honour) ?? levels.in(text) ?? office ?? 'unknown',
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

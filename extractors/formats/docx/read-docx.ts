/**
 * Word documents (.docx, .docm, .dotx): the body in reading order, then footnotes and endnotes, then each different header and footer.
 *
 * Headings are those that the file marks by style or outline level, labels those of automatic numbering. Tracked changes are read as accepted;
 * comments, hidden and struck-through text and pictures are left out and said in a notice. A file whose body is damaged is read up to the damage.
 */
import type { Notice } from '../../document.ts'
import { withAlignedTables } from '../aligned-lines.ts'
import { notice, rejection } from '../codes.ts'
import { type Limits, type Reading, Rejection } from '../reading.ts'
import { readChunk } from './chunk.ts'
import { readDiagram } from './diagram.ts'
import { noNumbering, readNumbering } from './numbering.ts'
import { type DocxPackage, openPackage } from './package.ts'
import { type Findings, newFindings, type StoryContext } from './state.ts'
import { readStory } from './story.ts'
import { noStyles, readStyles } from './styles.ts'
import type { Draft } from './table.ts'
import { isOn, walkXml } from './xml.ts'

/** With pictures and less text than this, the document is taken for one whose text stands in the pictures. */
const HARDLY_ANY_TEXT = 50

/** Throws Rejection: E_CORRUPT, E_TOO_LARGE, E_TOO_MANY_ENTRIES, E_ENCRYPTED. */
export function readDocx(bytes: Uint8Array, limits: Limits): Reading {
  const source = openPackage(bytes, limits)
  const parts = partReader(source)
  const findings = newFindings()
  const styles = parts.use('styles', '样式', (part) => readStyles(part, parts.damaged('样式'))) ?? noStyles
  const newNumbering = parts.use('numbering', '自动编号', (part) =>
    readNumbering(part, styles, parts.damaged('自动编号'), () => findings.unnumbered++),
  )
  const context = (): StoryContext => ({
    styles,
    numbering: newNumbering?.() ?? noNumbering,
    findings,
    most: limits.characters,
    diagram: () => null,
    chunk: () => null,
  })

  const body = readStory(mainPart(source), 'paragraph', {
    ...context(),
    diagram: diagramReader(source, parts),
    chunk: chunkReader(source, parts, limits),
  })
  if (!body.wellFormed && body.blocks.length === 0) throw rejection('E_CORRUPT')
  const notes = [...noteBlocks(parts, findings, 'footnote', context()), ...noteBlocks(parts, findings, 'endnote', context())]
  const margins = marginBlocks(source, parts, findings, context)
  const comments = parts.use('comments', '批注', countComments) ?? 0

  const drafts: Draft[] = [...withAlignedTables(body.blocks), ...notes, ...margins]
  numberTables(drafts)
  const textInPictures = findings.pictures > 0 && body.blocks.reduce((sum, { text }) => sum + text.trim().length, 0) < HARDLY_ANY_TEXT
  return {
    format: 'docx',
    pages: source.pages,
    blocks: drafts,
    notices: [...(body.wellFormed ? [] : [notice('W_TRUNCATED')]), ...parts.notices(), ...contentNotices(findings, comments)],
    incomplete: !body.wellFormed || parts.notices().length > 0 || textInPictures || findings.foreignParts > 0,
  }
}

/** Of the body's relationships, which alone are known here. */
function diagramReader(source: DocxPackage, parts: PartReader): StoryContext['diagram'] {
  return (relationship) => {
    const part = source.relationships.find(({ id, type }) => id === relationship && type === 'diagramData')?.part
    const bytes = part == null ? null : parts.open(part, '图示')
    if (bytes === null) return null
    const { texts, wellFormed } = readDiagram(bytes)
    if (!wellFormed) parts.damaged('图示')()
    return texts
  }
}

function chunkReader(source: DocxPackage, parts: PartReader, limits: Limits): StoryContext['chunk'] {
  return (relationship) => {
    const part = source.relationships.find(({ id, type }) => id === relationship && type === 'aFChunk')?.part
    const bytes = part == null ? null : parts.open(part, '插入的网页')
    const read = bytes === null ? null : readChunk(bytes, part ?? '', limits)
    if (read?.incomplete) parts.damaged('插入的网页')()
    return read?.blocks ?? null
  }
}

function mainPart(source: DocxPackage): Uint8Array {
  const bytes = source.read(source.mainPart)
  if (bytes === null) throw rejection('E_CORRUPT')
  return bytes
}

interface PartReader {
  /** Reads the part of a type; null, with a notice, where the document refers to one that is missing or damaged, and null where it has none. */
  use<Result>(type: string, name: string, read: (bytes: Uint8Array) => Result): Result | null
  open(part: string, name: string): Uint8Array | null
  damaged(name: string): () => void
  notices(): Notice[]
}

function partReader(source: DocxPackage): PartReader {
  const damagedNames = new Set<string>()
  const open = (part: string, name: string): Uint8Array | null => {
    try {
      const bytes = source.read(part)
      if (bytes === null) damagedNames.add(name)
      return bytes
    } catch (error) {
      if (!(error instanceof Rejection) || error.code !== 'E_CORRUPT') throw error
      damagedNames.add(name)
      return null
    }
  }
  return {
    use(type, name, read) {
      const part = source.relationships.find((relationship) => relationship.type === type)?.part
      const bytes = part == null ? null : open(part, name)
      return bytes === null ? null : read(bytes)
    },
    open,
    damaged: (name) => () => void damagedNames.add(name),
    notices: () => [...damagedNames].map((name) => ({ code: 'W_PART_UNREAD', message: `文档的${name}部分缺失或已损坏，未能完整读取` })),
  }
}

/** Notes in the order in which the text refers to them; a note that nothing refers to is not on the page. */
function noteBlocks(parts: PartReader, findings: Findings, kind: 'footnote' | 'endnote', context: StoryContext): Draft[] {
  const ids = findings.notes.filter((note) => note.kind === kind).map(({ id }) => id)
  if (ids.length === 0) return []
  const name = kind === 'footnote' ? '脚注' : '尾注'
  const story = parts.use(`${kind}s`, name, (part) => readStory(part, 'note', context))
  if (story?.wellFormed === false) parts.damaged(name)()
  return [...new Set(ids)].flatMap((id) => story?.notes.get(id) ?? [])
}

function marginBlocks(source: DocxPackage, parts: PartReader, findings: Findings, context: () => StoryContext): Draft[] {
  const referred = [...findings.margins]
  const evenPages = referred.some(({ type }) => type === 'even') && (parts.use('settings', '设置', hasEvenHeaders) ?? false)
  const seen = new Set<string>()
  return (['header', 'footer'] as const).flatMap((kind) =>
    referred
      .filter(({ kind: its, type }) => its === kind && (type !== 'first' || findings.titlePage) && (type !== 'even' || evenPages))
      .flatMap(({ relationship }) => {
        const part = source.relationships.find(({ id }) => id === relationship)?.part
        const name = kind === 'header' ? '页眉' : '页脚'
        if (part == null || seen.has(part)) return []
        seen.add(part)
        const bytes = parts.open(part, name)
        const story = bytes === null ? null : readStory(bytes, kind, context())
        if (story?.wellFormed === false) parts.damaged(name)()
        return story?.blocks ?? []
      })
      .filter(({ text }) => {
        const key = `${kind}:${text}`
        return !seen.has(key) && seen.add(key)
      }),
  )
}

function hasEvenHeaders(settings: Uint8Array): boolean {
  let even = false
  walkXml(settings, {
    open(name, attributes) {
      if (name === 'w:evenAndOddHeaders') even = isOn(attributes)
      return undefined
    },
  })
  return even
}

function countComments(part: Uint8Array): number {
  let count = 0
  walkXml(part, {
    open(name) {
      if (name === 'w:comment') count++
      return undefined
    },
  })
  return count
}

/** Tables are counted as the reader meets them: a frame around paragraphs and a table deleted in review are none. */
function numberTables(drafts: readonly Draft[]): void {
  const numbers = new Map<number, number>()
  const done = new Set<object>()
  for (const { cell } of drafts) {
    if (cell === undefined || done.has(cell)) continue
    done.add(cell)
    const number = numbers.get(cell.table) ?? numbers.size + 1
    numbers.set(cell.table, number)
    cell.table = number
  }
}

function contentNotices(findings: Findings, comments: number): Notice[] {
  const notices: Notice[] = []
  const add = (count: number, code: Notice['code'], message: string): void => {
    if (count > 0) notices.push({ code, message })
  }
  add(findings.revisions, 'W_TRACKED_CHANGES', `含修订痕迹${findings.revisions}处，已按接受全部修订后的文字读取`)
  add(comments, 'W_COMMENTS', `含批注${comments}条，批注内容未计入正文`)
  add(findings.pictures, 'W_PICTURE', `含图片${findings.pictures}幅，图片中的文字未读取`)
  add(findings.unnumbered, 'W_NUMBERING_NOT_READ', `自动编号有${findings.unnumbered}处格式无法识别，序号以阿拉伯数字代替`)
  if (findings.struck > 0) notices.push(notice('W_STRUCK_THROUGH', `${findings.struck} 字`))
  if (findings.hidden > 0) notices.push(notice('W_HIDDEN_TEXT'))
  if (findings.charts > 0) notices.push(notice('W_CHART_UNREAD'))
  if (findings.objects > 0 || findings.foreignParts > 0) notices.push(notice('W_EMBEDDED_OBJECT'))
  return notices
}

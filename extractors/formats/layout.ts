/**
 * What the parts of a document are, told by their place and form: title, headings, captions, attachments, contact lines (GB/T 9704-2012, 7.2 and 7.3).
 * Works on drafts whose text is cleaned; what the file itself marks goes before what the form suggests.
 */
import type { BlockKind, Zone } from '../document.ts'
import { officialLabel } from '../language/headings.ts'
import { endsWithTitleWord } from '../language/title-words.ts'
import type { BlockDraft } from './reading.ts'

export interface LaidOut {
  readonly draft: BlockDraft
  /** The draft's label and text, as it will stand in the document. */
  readonly text: string
  readonly kind: BlockKind
  readonly level: number | undefined
  readonly zone: Zone
}

type Line = Pick<LaidOut, 'draft' | 'text'>

const LONGEST_HEADING = 40
/** A paragraph set in a heading's style is a heading still when it is no longer than this. */
const LONGEST_MARKED_HEADING = 80
const LONGEST_TITLE = 60
const LONGEST_LINE_UNDER_TITLE = 40
const LONGEST_CAPTION = 60
/** Blocks at the beginning among which the title is looked for. */
const TITLE_WITHIN = 12

const SENTENCE_MARK = /[。；！？]/u
const ENDS_AS_TEXT = /[。；，！？：:、,;]$/u
const TABLE_CAPTION =
  /^(?:附?表|图)\s?[0-9０-９一二三四五六七八九十]{1,3}(?:[-—.．][0-9０-９]{1,3})?(?:\s|[：:、.．]|$|(?=[^示所可中为是，。]))/u
const UNIT_LINE = /^[（(]?\s?(?:计量|数据)?单\s{0,4}位\s?[：:]/u
const TABLE_NAME = /(?:表|表格|一览|统计|汇总|情况)(?:[（(][^（()）]{1,20}[）)])?$/u
const ATTACHMENT_LINE = /^附\s{0,4}件\s?[0-9０-９一二三四五六七八九十]{0,3}\s?[：:]?$/u
const ATTACHMENT_LIST = /^附\s{0,4}件\s?[0-9０-９]{0,2}\s?[：:]\s{0,4}\S/u
const CONTACT_LINE =
  /^[（(]?\s?(?:联\s?系\s?人|联系电话|联系方式|电\s{0,4}话|传\s{0,4}真|手机|电子邮箱|邮\s{0,4}箱|填报人|填表人|经办人)\s?[：:]/u
const TABLE_OF_CONTENTS = /(?:\t|\.{4,}|…{2,}|·{4,})\s?[0-9]{1,3}$/u
const ISSUER_MARK = /文件$|[〔[（(]\s?[0-9]{4}\s?[〕\])）]\s?第?\s?[0-9]{1,4}\s?[号期]|^第?\s?[0-9]{1,4}\s?[号期]$/u

export function layOut(lines: readonly Line[], titleWords: readonly string[]): LaidOut[] {
  const laid = lines.map((line, index) => ({ ...line, ...kindOf(line, lines, index) }))
  return zones(withTitle(laid, titleWords))
}

function kindOf({ draft, text }: Line, lines: readonly Line[], index: number): Pick<LaidOut, 'kind' | 'level'> {
  const { kind, level } = draft
  if (kind === 'heading') {
    const official = officialLabel(text)
    const isText = level !== 0 && (text.length > LONGEST_MARKED_HEADING || (text.length > LONGEST_HEADING && SENTENCE_MARK.test(text)))
    return isText ? { kind: 'paragraph', level: undefined } : { kind, level: headingLevel(draft, official?.level) }
  }
  if (kind !== 'paragraph' && kind !== 'list-item') return { kind, level: undefined }
  if (isCaption(lines, index)) return { kind: 'caption', level: undefined }
  const official = officialLabel(text)
  const headingLike = official !== null && isHeadingText(text) && (kind === 'paragraph' || official.level <= 2)
  return headingLike ? { kind: 'heading', level: official.level } : { kind, level: undefined }
}

/** 一、 and （一） say their level; 1. that a list counts by itself says less than what the file marks. */
function headingLevel({ level, label }: BlockDraft, official: number | undefined): number {
  if (level === 0) return 0
  const isCounted = label !== undefined && (official ?? 0) > 2
  return (isCounted ? (level ?? official) : (official ?? level)) ?? 1
}

/** A line of its own, not a sentence: "一、总体情况", "（一）加强领导，压实责任". */
const isHeadingText = (text: string): boolean =>
  text.length <= LONGEST_HEADING &&
  !text.includes('\n') &&
  !SENTENCE_MARK.test(text) &&
  !/[，、,]$/u.test(text) &&
  !TABLE_OF_CONTENTS.test(text)

/** "表1 …", "图2 …", and directly above a table its unit or its name. */
function isCaption(lines: readonly Line[], index: number): boolean {
  const text = lines[index]?.text ?? ''
  if (text.length > LONGEST_CAPTION || /[。；！？]/u.test(text)) return false
  const above = isAboveTable(lines, index)
  if (UNIT_LINE.test(text)) return above
  if (TABLE_CAPTION.test(text)) return above || text.startsWith('图')
  return above && officialLabel(text) === null && TABLE_NAME.test(text) && !ENDS_AS_TEXT.test(text) && index > 0
}

/** The table begins with the next block, or after one more line of the caption. */
function isAboveTable(lines: readonly Line[], index: number): boolean {
  const next = lines[index + 1]
  if (next?.draft.kind === 'table-cell') return true
  return lines[index + 2]?.draft.kind === 'table-cell' && next !== undefined && UNIT_LINE.test(next.text)
}

/** Marks the title: as the file marks it, else by its last words, else a short first line over text. */
function withTitle(laid: readonly Omit<LaidOut, 'zone'>[], titleWords: readonly string[]): Omit<LaidOut, 'zone'>[] {
  const first = laid.findIndex((block) => !isSheetName(block))
  const head = laid.slice(first, first + TITLE_WITHIN)
  if (first < 0 || head.some(({ level }) => level === 0)) return [...laid]
  const beforeText = head.findIndex(
    (block) => block.kind === 'table-cell' || ((block.level ?? 0) > 0 && officialLabel(block.text) !== null),
  )
  const candidates = beforeText < 0 ? head : head.slice(0, beforeText)
  const named = candidates.findIndex(
    (block) => !isCaptionInText(block) && isTitleText(block.text) && endsWithTitleWord(block.text, titleWords),
  )
  const at = named >= 0 ? named : isPlainTitle(candidates) ? 0 : -1
  if (at < 0) return [...laid]
  const from = named > 0 && isUpperTitleLine(candidates[at - 1]) ? at - 1 : at
  return laid.map((block, index) => (index >= first + from && index <= first + at ? { ...block, kind: 'heading', level: 0 } : block))
}

/** On a worksheet the table's name is the title; in a text it is no more than its table's. */
const isCaptionInText = ({ kind, draft }: Omit<LaidOut, 'zone'>): boolean => kind === 'caption' && draft.origin.sheet === undefined

const isSheetName = ({ draft, text }: Line): boolean => draft.kind === 'heading' && draft.origin.sheet === text

const isTitleText = (text: string): boolean =>
  text.length <= LONGEST_TITLE && !SENTENCE_MARK.test(text) && !ENDS_AS_TEXT.test(text) && !text.includes('\t')

/** The first of two lines that a long title is set in. */
const isUpperTitleLine = (block: Omit<LaidOut, 'zone'> | undefined): boolean =>
  block !== undefined &&
  isTitleText(block.text) &&
  block.text.length >= 4 &&
  block.kind !== 'table-cell' &&
  officialLabel(block.text) === null &&
  !ISSUER_MARK.test(block.text) &&
  !ATTACHMENT_LINE.test(block.text) &&
  /[0-9０-９一二三四五六七八九〇]{4}\s?年|季度|上半年|年度/u.test(block.text)

/** A short first line without a sentence's marks, with longer text somewhere below. */
function isPlainTitle(candidates: readonly Omit<LaidOut, 'zone'>[]): boolean {
  const [first, ...rest] = candidates
  if (first?.kind !== 'paragraph' || first.text.length > LONGEST_HEADING || officialLabel(first.text) !== null) return false
  if (!isTitleText(first.text) || ISSUER_MARK.test(first.text) || ATTACHMENT_LINE.test(first.text) || CONTACT_LINE.test(first.text))
    return false
  return rest.some(({ text }) => text.length > first.text.length && SENTENCE_MARK.test(text))
}

function zones(laid: readonly Omit<LaidOut, 'zone'>[]): LaidOut[] {
  const title = laid.findLastIndex(({ level }, index) => level === 0 && index < TITLE_WITHIN + 1)
  let underTitle = title >= 0
  let seenText = false
  let inAttachment = false
  let inList = false
  return laid.map((block, index): LaidOut => {
    const { kind, text } = block
    if (kind === 'header' || kind === 'footer' || kind === 'note') return { ...block, zone: 'body' }
    if (index <= title) return { ...block, zone: kind === 'table-cell' ? 'table' : 'title' }
    if (ATTACHMENT_LINE.test(text) && seenText) inAttachment = true
    inList = ATTACHMENT_LIST.test(text) || (inList && officialLabel(text)?.level === 3 && isHeadingText(text))
    if (kind === 'table-cell' || kind === 'caption') {
      underTitle = false
      return { ...block, zone: 'table' }
    }
    underTitle &&= isUnderTitle(block)
    if (underTitle) return { ...block, zone: 'title' }
    if (inAttachment || (inList && seenText))
      return { ...block, zone: 'attachment', ...(inList && kind === 'heading' ? { kind: 'list-item', level: undefined } : {}) }
    if (CONTACT_LINE.test(text) && text.length <= LONGEST_TITLE) return { ...block, zone: 'contact' }
    seenText ||= kind !== 'heading' || SENTENCE_MARK.test(text)
    return { ...block, zone: 'body' }
  })
}

/** Issuer, date, document number: short lines between the title and the text. */
const isUnderTitle = ({ kind, text }: Omit<LaidOut, 'zone'>): boolean =>
  kind === 'paragraph' &&
  text.length <= LONGEST_LINE_UNDER_TITLE &&
  !SENTENCE_MARK.test(text) &&
  !ENDS_AS_TEXT.test(text) &&
  officialLabel(text) === null

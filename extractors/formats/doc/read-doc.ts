/**
 * .doc and .wps (Word 97 to 2003, [MS-DOC]): body with headings, automatic numbers and tables, then text boxes, headers, footers and notes.
 * Pictures, comments and embedded objects are not read, and said so.
 */
import type { BlockKind, Notice } from '../../document.ts'
import { withAlignedTables } from '../aligned-lines.ts'
import { notice, rejection, tooMuchText } from '../codes.ts'
import type { BlockDraft, Limits, Reading } from '../reading.ts'
import { type BodyBlocks, bodyBlocks } from './body.ts'
import { characterRuns, paragraphRuns, runAt } from './formatting.ts'
import { listLabels } from './list-labels.ts'
import { type ParagraphProperties, paragraphProperties, readStyles } from './paragraph-properties.ts'
import { splitParagraphs, type Visibility, visibility } from './paragraphs.ts'
import { fileOffset, readPieces, type WordText } from './pieces.ts'
import { symbolsOf } from './symbol-runs.ts'
import { openWordFile, type Story, type WordFile } from './word-file.ts'

interface OpenDocument {
  readonly file: WordFile
  readonly text: WordText
  readonly visible: Visibility
  readonly propertiesAt: (position: number) => ParagraphProperties
}

export function readDoc(bytes: Uint8Array, limits: Limits): Reading {
  const file = openWordFile(bytes)
  const text = readPieces(file, limits.characters)
  if (!text) throw rejection('E_CORRUPT')
  if (text.text.length > limits.characters) throw tooMuchText(limits)
  const styles = readStyles(file)
  const runs = paragraphRuns(file)
  const characters = characterRuns(file)
  const document: OpenDocument = {
    file,
    text,
    visible: { ...visibility(text, characters), symbols: symbolsOf(file, text, characters) },
    propertiesAt: (position) => paragraphProperties(runAt(runs, fileOffset(text.pieces, position)), styles, file.data),
  }
  const body = bodyBlocks(splitParagraphs(text.text, ...file.stories.body, document.visible), document.propertiesAt, listLabels(file))
  const complete = text.complete && text.text.length >= file.stories.body[1] && !hasBlanked(text.text, file.stories.body)
  return {
    format: 'doc',
    pages: null,
    blocks: [
      ...withAlignedTables(body.blocks),
      ...plainBlocks(document, 'textBoxes', 'paragraph'),
      ...headerBlocks(document),
      ...plainBlocks(document, 'footnotes', 'note'),
      ...plainBlocks(document, 'endnotes', 'note'),
    ],
    notices: documentNotices(document, body, complete),
    incomplete: !complete,
  }
}

/** Word writes no NUL into a text: a run of them stands where a damaged disk or transfer lost what was written. */
const hasBlanked = (text: string, [start, end]: readonly [number, number]): boolean => text.slice(start, end).includes('\0\0')

function plainBlocks({ text, file, visible }: OpenDocument, story: Story, kind: BlockKind): BlockDraft[] {
  return splitParagraphs(text.text, ...file.stories[story], visible).map(
    (paragraph): BlockDraft => ({ kind, text: paragraph.text, origin: {} }),
  )
}

/**
 * The header story: six separators of notes, then for each section the headers and footers of even, odd and first pages ([MS-DOC] 2.8.15).
 * What several sections or pages share is given once.
 */
function headerBlocks({ text, file, visible }: OpenDocument): BlockDraft[] {
  const places = file.structure('headers').bytes
  const [start, end] = file.stories.headers
  const count = Math.min(Math.floor(places.bytes.length / 4) - 1, 6000)
  const blocks = new Map<string, BlockDraft>()
  for (let index = 6; index < count; index++) {
    const from = start + places.u32(index * 4)
    const to = Math.min(end, start + places.u32(index * 4 + 4))
    const kind = [0, 1, 4].includes(index % 6) ? 'header' : 'footer'
    for (const paragraph of splitParagraphs(text.text, from, to, visible))
      if (paragraph.text.trim() !== '') blocks.set(`${kind}:${paragraph.text.trim()}`, { kind, text: paragraph.text, origin: {} })
  }
  return [...blocks.values()]
}

function documentNotices({ file, visible }: OpenDocument, { unlabelled, pictures }: BodyBlocks, complete: boolean): Notice[] {
  const { comments } = file.stories
  const found: readonly (readonly [boolean, Notice])[] = [
    [!complete, notice('W_TRUNCATED')],
    [visible.deleted > 0, notice('W_TRACKED_CHANGES', `${visible.deleted} 字`)],
    [visible.hidden > 0, notice('W_HIDDEN_TEXT', `${visible.hidden} 字`)],
    [visible.struck > 0, notice('W_STRUCK_THROUGH', `${visible.struck} 字`)],
    [unlabelled > 0, notice('W_NUMBERING_NOT_READ', `${unlabelled} 段`)],
    [comments[1] > comments[0], notice('W_COMMENTS')],
    [pictures > 0, notice('W_PICTURE', `${pictures} 处`)],
    [file.hasEmbeddedObjects, notice('W_EMBEDDED_OBJECT')],
  ]
  return found.flatMap(([applies, said]) => (applies ? [said] : []))
}

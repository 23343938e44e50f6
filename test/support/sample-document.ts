/** The sample submissions as documents, made from their sources without packing and reading a file. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Document } from '../../extractors/document.ts'
import { assemble } from '../../extractors/formats/assemble.ts'
import type { BlockDraft } from '../../extractors/formats/reading.ts'
import { cue } from '../../extractors/lexicon.ts'
import { gridOf } from './packing/grid.ts'
import { inlineText, type Part, packedPath, parseSample, type Sample } from './packing/sample.ts'
import { lexicon } from './text-document.ts'

const SOURCE = new URL('./samples/', import.meta.url)

/** All samples of some counties, by the names of their folders; those that only pack another's text once more are left out. */
export function samplesOf(counties: readonly string[]): Sample[] {
  return counties.flatMap((county) =>
    readdirSync(new URL(`${county}/`, SOURCE))
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => parseSample(`${county}/${name}`, readFileSync(new URL(`${county}/${name}`, SOURCE), 'utf8')))
      .filter(({ parts }) => parts.length > 0),
  )
}

export function goldOf(county: string): unknown {
  return JSON.parse(readFileSync(new URL(`${county}/gold.json`, SOURCE), 'utf8'))
}

/** `edit` changes the words of every part before they become a document. */
export function sampleDocument(sample: Sample, edit: (text: string) => string = (text) => text): Document {
  let table = 0
  const blocks = sample.parts.flatMap((part): BlockDraft[] => {
    if (part.kind === 'table') table++
    return drafts(part, table).map((draft) => ({ ...draft, text: edit(draft.text) }))
  })
  const reading = { format: 'docx' as const, pages: null, blocks, notices: [], incomplete: false }
  return assemble(edit(packedPath(sample)), 'c'.repeat(64), reading, cue(lexicon, 'title-words'))
}

function drafts(part: Part, table: number): BlockDraft[] {
  const origin = {}
  if (part.kind === 'page-break' || part.kind === 'sheet') return []
  if (part.kind === 'title') return [{ kind: 'heading', level: 0, text: part.text, origin }]
  if (part.kind === 'heading') return [{ kind: 'heading', level: part.level, text: part.text, origin }]
  if (part.kind === 'caption') return [{ kind: 'caption', text: part.text, origin }]
  if (part.kind === 'table')
    return gridOf(part.rows).flatMap((row) =>
      row.map(({ text, ...cell }) => ({ kind: 'table-cell', text, origin, cell: { table, ...cell } })),
    )
  if ('inlines' in part) return [{ kind: part.kind, text: inlineText(part.inlines), origin }]
  return [{ kind: 'paragraph', text: part.text, origin }]
}

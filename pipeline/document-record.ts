/** The line of `documents.jsonl` for a file: read, rejected, ignored, or an archive. What a path alone says of county and period is taken from it. */
import { posix } from 'node:path'
import { type Document, type Format, quote } from '../extractors/document.ts'
import { lossAmong } from '../extractors/formats/codes.ts'
import type { Identifier, Identity } from '../extractors/identity/identity.ts'
import type { NumberLedger } from '../extractors/indicators/ledger.ts'
import type { DocumentRecord } from '../reports/contract/records.ts'
import { whyNotJudged } from '../rules/analysis/not-judged.ts'
import { createIds } from './ids.ts'

/** A file as collected. `file` is the path below the input folder. */
export interface SourceFile {
  readonly file: string
  readonly sha256: string
  readonly bytes: number
}

export interface Refusal {
  readonly code: string
  readonly message: string
}

/** The hash of no bytes, for entries whose bytes could not be had. */
export const emptySha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

const NO_NUMBERS = { extracted: 0, structural: 0, unexplained: 0, structuralByClass: {} }

const SUFFIX_FORMATS: Readonly<Record<string, Format>> = {
  docx: 'docx',
  doc: 'doc',
  wps: 'wps',
  pdf: 'pdf',
  xlsx: 'xlsx',
  xls: 'xls',
  et: 'xls',
  txt: 'txt',
  md: 'md',
  csv: 'csv',
  htm: 'html',
  html: 'html',
  zip: 'zip',
  ofd: 'ofd',
  png: 'image',
  jpg: 'image',
  jpeg: 'image',
  bmp: 'image',
  tif: 'image',
  tiff: 'image',
}

/** What the name promises, for a file whose content could not be looked at. */
export const formatBySuffix = (file: string): Format => SUFFIX_FORMATS[posix.extname(file).slice(1).toLowerCase()] ?? 'unknown'

export function readRecord(source: SourceFile, document: Document, identity: Identity, ledger: NumberLedger): DocumentRecord {
  const lost = document.incomplete ? lossAmong(document.notices) : undefined
  return {
    ...base(source, document.format, identity),
    status: document.incomplete ? 'partial' : 'ok',
    ...(document.incomplete ? { code: lost?.code ?? 'W_INCOMPLETE', message: lost?.message ?? '部分内容未能读取' } : {}),
    title: identity.title,
    notJudged: whyNotJudged(identity.kind, identity.title),
    pages: document.pages,
    characters: document.text.length,
    numbers: {
      extracted: ledger.extracted,
      structural: ledger.structural.length,
      unexplained: ledger.unexplained.length,
      structuralByClass: countByClass(ledger),
    },
    unexplained: ledger.unexplained.map((place) => quote(document, place)),
    notices: [...document.notices, ...identity.notices],
  }
}

function countByClass({ structural }: NumberLedger): Record<string, number> {
  const counts = new Map<string, number>()
  for (const { class: name } of structural) counts.set(name, (counts.get(name) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A file that could not be read. County, period and kind are those that its path names, so that it is not counted as missing. */
export function rejectedRecord(source: SourceFile, format: Format, refusal: Refusal, identify: Identifier): DocumentRecord {
  return { ...base(source, format, identifyByPath(source, format, identify)), status: 'rejected', ...refusal, title: '' }
}

export function ignoredRecord(source: SourceFile, message: string): DocumentRecord {
  return { ...base(source, formatBySuffix(source.file), null), status: 'ignored', code: 'W_ENTRY_IGNORED', message }
}

export function archiveRecord(source: SourceFile, notices: DocumentRecord['notices']): DocumentRecord {
  return { ...base(source, 'zip', null), notices }
}

function base(source: SourceFile, format: Format, identity: Pick<Identity, 'kind' | 'county' | 'period'> | null): DocumentRecord {
  const kind = identity?.kind ?? 'unknown'
  const county = identity?.county ?? null
  return {
    id: createIds()('document', { sha256: source.sha256, county, kind, place: null }),
    file: source.file,
    sha256: source.sha256,
    bytes: source.bytes,
    format,
    status: 'ok',
    kind,
    title: '',
    notJudged: null,
    county,
    period: identity?.period ?? null,
    pages: null,
    characters: 0,
    receivedAt: null,
    numbers: NO_NUMBERS,
    unexplained: [],
    notices: [],
  }
}

function identifyByPath({ file, sha256 }: SourceFile, format: Format, identify: Identifier): Pick<Identity, 'kind' | 'county' | 'period'> {
  const nothing = { text: '', map: new Uint32Array([0]) }
  return identify({ file, sha256, format, pages: null, text: '', folded: nothing, blocks: [], notices: [], incomplete: true })
}

/** What one file reads as: the text that every place and quote of the results is counted in, its blocks and notices. */
import type { Block, Format, Notice } from '../extractors/document.ts'
import { Rejection } from '../extractors/formats/reading.ts'
import { formatOf } from './document-result.ts'
import type { DocumentInput, ReadingKit } from './reading-kit.ts'

/** As `zhijian inspect --json` prints it. */
export interface Inspection {
  readonly status: 'ok' | 'partial' | 'rejected'
  readonly code?: string
  readonly message?: string
  readonly format: Format
  readonly pages: number | null
  readonly title: string
  readonly text: string
  readonly blocks: readonly Block[]
  readonly notices: readonly Notice[]
}

export async function inspectDocument(kit: ReadingKit, input: DocumentInput): Promise<Inspection> {
  try {
    const document = await kit.read(input)
    const { format, pages, text, blocks, notices, incomplete } = document
    return { status: incomplete ? 'partial' : 'ok', format, pages, title: kit.identify(document).title, text, blocks, notices }
  } catch (error) {
    if (!(error instanceof Rejection)) throw error
    return rejectedInspection(formatOf(input), error)
  }
}

export const rejectedInspection = (format: Format, { code, message }: { readonly code: string; readonly message: string }): Inspection => ({
  status: 'rejected',
  code,
  message,
  format,
  pages: null,
  title: '',
  text: '',
  blocks: [],
  notices: [],
})

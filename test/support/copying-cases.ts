/** The texts of test/support/copying with their marks taken off, and the gold that the marks make. Their form is described in the README there. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const support = dirname(fileURLToPath(import.meta.url))

export interface CopyingCase {
  readonly name: string
  readonly files: readonly { readonly file: string; readonly text: string }[]
  readonly copies: readonly CopyingGold[]
}

interface CopyingGold {
  readonly file: string
  readonly share: number
  readonly passages: readonly { readonly quote: string; readonly masked: boolean }[]
}

/** Passages of fewer characters do not count into the share. */
const COUNTED = 30

/** `folder`: of test/support. */
export const copyingCases = (folder = 'copying'): CopyingCase[] =>
  readdirSync(join(support, folder))
    .filter((name) => /^\d.*\.md$/u.test(name))
    .sort()
    .map((name) => copyingCase(name, readFileSync(join(support, folder, name), 'utf8')))

function copyingCase(name: string, text: string): CopyingCase {
  const documents = text
    .split(/^=== /mu)
    .slice(1)
    .map((part) => {
      const [file = '', ...lines] = part.trim().split('\n')
      return { file, lines }
    })
  return {
    name,
    files: documents.map(({ file, lines }) => ({ file, text: lines.map((line) => plain(line).replace(/^# /u, '')).join('\n') })),
    copies: documents.filter(({ file }) => !/^(?:superior|history):/u.test(file)).map(({ file, lines }) => goldOf(file, lines)),
  }
}

function goldOf(file: string, lines: readonly string[]): CopyingGold {
  const body = lines.slice(1).filter((line) => !line.startsWith('# ') && /[。；]$/u.test(plain(line)))
  const marked = body.flatMap((line) => [...line.matchAll(/‹([^›]*)›|«([^»]*)»/gu)])
  const passages = marked.map(([, verbatim, touched]) => ({ quote: plain(verbatim ?? touched ?? ''), masked: touched !== undefined }))
  const copied = passages.map(({ quote }) => quote.length).filter((length) => length >= COUNTED)
  const all = body.reduce((sum, line) => sum + plain(line.replaceAll(/⟦[^⟧]*⟧/gu, '')).length, 0)
  return { file, share: all === 0 ? 0 : copied.reduce((sum, length) => sum + length, 0) / all, passages }
}

const plain = (line: string): string => line.replaceAll(/[‹›«»⟦⟧]/gu, '')

/** The import table of docs/architecture.md, run: rooms in one direction, no circles between folders, files and time in pipeline/ alone. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const rooms = ['extractors', 'rules', 'reports', 'pipeline', 'test'] as const

interface Import {
  /** Path of the importing file below the root. */
  readonly from: string
  /** Path of the imported file below the root, or a package's name. */
  readonly to: string
}

const sources = rooms.flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => posix.join(room, name.replaceAll('\\', '/'))),
)
const texts = new Map(sources.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
const imports: readonly Import[] = [...texts].flatMap(([from, text]) =>
  ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => ({
    from,
    to: fileName.startsWith('.') ? relative(root, join(root, dirname(from), fileName)).replaceAll('\\', '/') : fileName,
  })),
)
const local = imports.filter(({ to }) => texts.has(to))
const roomOf = (file: string): string => file.split('/')[0] ?? ''
const inRoom =
  (room: string) =>
  ({ from }: Import) =>
    roomOf(from) === room
const shown = ({ from, to }: Import): string => `${from} → ${to}`

describe('the rooms', () => {
  const mayImport: Readonly<Record<string, readonly string[]>> = {
    extractors: ['extractors'],
    rules: ['rules', 'extractors'],
    reports: ['reports', 'rules', 'extractors'],
    pipeline: ['pipeline', 'reports', 'rules', 'extractors'],
  }
  it.each(Object.entries(mayImport))('%s imports only %j', (room, allowed) => {
    expect(
      local
        .filter(inRoom(room))
        .filter(({ to }) => !allowed.includes(roomOf(to)))
        .map(shown),
    ).toEqual([])
  })

  it('every import of a file goes to a file that is there', () => {
    const lost = imports.filter(({ from, to }) => to.endsWith('.ts') && !to.endsWith('.d.ts') && !texts.has(to) && roomOf(from) !== 'test')
    expect(lost.map(shown)).toEqual([])
  })
})

describe('the folders of a room', () => {
  /** A folder of the room, or a file that stands in the room itself. */
  const partOf = (file: string): string => file.split('/').slice(0, 2).join('/')

  it.each(['extractors', 'rules', 'reports', 'pipeline'])('%s has no circle', (room) => {
    const edges = new Map<string, Set<string>>()
    for (const { from, to } of local.filter(inRoom(room)))
      if (roomOf(to) === room && partOf(from) !== partOf(to))
        edges.set(partOf(from), (edges.get(partOf(from)) ?? new Set()).add(partOf(to)))
    expect(circle(edges)).toBeNull()
  })

  const order: Readonly<Record<string, readonly string[]>> = {
    language: ['language', 'document.ts', 'lexicon.ts'],
    formats: ['formats', 'language', 'document.ts'],
    quantities: ['quantities', 'language', 'document.ts', 'lexicon.ts'],
    identity: ['identity', 'quantities', 'language', 'document.ts', 'lexicon.ts'],
  }
  it.each(Object.entries(order))('extractors/%s imports only %j', (folder, allowed) => {
    const wrong = local.filter(
      ({ from, to }) => partOf(from) === `extractors/${folder}` && !allowed.includes(partOf(to).replace('extractors/', '')),
    )
    expect(wrong.map(shown)).toEqual([])
  })
})

describe('files, processes, network and time', () => {
  const outside = /^(?:node:)?(?:fs|fs\/promises|child_process|worker_threads|net|http|https|http2|tls|dgram|dns|cluster|os|process)$/u

  it('only pipeline imports what reaches them', () => {
    const wrong = imports.filter(({ from, to }) => outside.test(to) && !['pipeline', 'test'].includes(roomOf(from)))
    expect(wrong.map(shown)).toEqual([])
  })

  it('no extractor, rule or report asks for the time, chance or the environment', () => {
    const asks = [...texts].filter(
      ([file]) => ['extractors', 'rules', 'reports'].includes(roomOf(file)) && !file.startsWith('reports/page/client/'),
    )
    expect(asks.flatMap(([file, text]) => (asksTheWorld(text) ? [file] : []))).toEqual([])
  })
})

/** A circle among the nodes, as the way round, or null. */
function circle(edges: ReadonlyMap<string, ReadonlySet<string>>): string | null {
  const done = new Set<string>()
  const visit = (node: string, way: readonly string[]): string | null => {
    if (way.includes(node)) return [...way.slice(way.indexOf(node)), node].join(' → ')
    if (done.has(node)) return null
    for (const next of edges.get(node) ?? []) {
      const found = visit(next, [...way, node])
      if (found !== null) return found
    }
    done.add(node)
    return null
  }
  for (const node of edges.keys()) {
    const found = visit(node, [])
    if (found !== null) return found
  }
  return null
}

/** `Date.now`, `new Date()` without a time given, `Math.random`, `process.env`, `performance.now`: in code, not in comments or strings. */
function asksTheWorld(text: string): boolean {
  let found = false
  const look = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node))
      found ||= ['Date.now', 'Math.random', 'process.env', 'performance.now'].includes(`${node.expression.getText()}.${node.name.text}`)
    if (ts.isNewExpression(node)) found ||= node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0
    ts.forEachChild(node, look)
  }
  look(ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true))
  return found
}

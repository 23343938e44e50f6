/** Other programs on the same files, where they are installed: pandoc and pdftotext started once a file, nodejieba in this process. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSegmenter, type Segmenter } from '../../../extractors/language/segmenter.ts'
import { pdfFiles, wordFiles } from '../corpus/folder.ts'
import { PAGES } from '../corpus/pdf-file.ts'
import { inventText } from '../corpus/report-text.ts'
import { type Bench, isInstalled, type Measured, milliseconds, repeated, runChild } from '../measure.ts'

export async function otherPrograms(bench: Bench): Promise<Measured> {
  return [...(await pandoc(bench)), ...(await pdftotext(bench)), ...(await segmenters(bench))]
}

async function pandoc({ folder, quick, runs }: Bench): Promise<Measured> {
  const name = '.docx by a loop of pandoc'
  if (!isInstalled('pandoc')) return [{ name, reason: 'pandoc is not installed' }]
  const paths = written(folder, 'docx', wordFiles(quick ? 20 : 60))
  const ms = await repeated(runs, () => loop(paths, (path) => runChild('pandoc', ['-t', 'plain', path])))
  const values = ms.map((total) => (paths.length * 1000) / total)
  return [{ name, unit: 'documents/s', values, goal: null, command: `pandoc -t plain, ${paths.length} times` }]
}

async function pdftotext({ folder, quick, runs }: Bench): Promise<Measured> {
  const name = 'PDF by a loop of pdftotext'
  if (!isInstalled('pdftotext')) return [{ name, reason: 'poppler-utils is not installed' }]
  const paths = written(folder, 'pdf', pdfFiles(quick ? 20 : 60))
  const ms = await repeated(runs, () => loop(paths, (path) => runChild('pdftotext', ['-layout', path, '-'])))
  const values = ms.map((total) => total / (paths.length * PAGES))
  return [{ name, unit: 'ms/page', values, goal: null, command: `pdftotext -layout, ${paths.length} times` }]
}

const loop = (paths: readonly string[], convert: (path: string) => Promise<unknown>): Promise<number> =>
  milliseconds(async () => {
    for (const path of paths) await convert(path)
  })

function written(folder: string, kind: string, files: readonly { readonly bytes: Uint8Array }[]): string[] {
  mkdirSync(join(folder, kind), { recursive: true })
  return files.map(({ bytes }, index) => {
    const path = join(folder, kind, `${index}.${kind}`)
    writeFileSync(path, bytes)
    return path
  })
}

async function segmenters({ runs }: Bench): Promise<Measured> {
  const text = Array.from({ length: 60 }, (_, index) => inventText(index, 6800).paragraphs.join('\n'))
  const figure = async (name: string, segmenter: Segmenter): Promise<Measured> => {
    const bytes = text.reduce((total, each) => total + Buffer.byteLength(each), 0)
    const ms = await repeated(runs + 1, () => milliseconds(() => text.map((each) => segmenter.cut(each).length)))
    return [{ name, unit: 'MB/s', values: ms.map((each) => bytes / 1000 / each), goal: null, command: `cut of ${text.length} texts` }]
  }
  const own = await figure('words cut by @node-rs/jieba', await createSegmenter([]))
  const other = await createSegmenter([], 'nodejieba').catch(() => null)
  const name = 'words cut by nodejieba'
  return [...own, ...(other === null ? [{ name, reason: 'nodejieba is not installed' }] : await figure(name, other))]
}

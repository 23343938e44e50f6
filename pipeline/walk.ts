/**
 * Every file below a folder, in the order of its path. Symbolic links are not followed; names that are not UTF-8 (unpacked under another code page)
 * are read as GB 18030 and still opened by their own bytes.
 */
import type { Dirent } from 'node:fs'
import { readdir, realpath } from 'node:fs/promises'
import { compareText } from '../reports/contract/order.ts'

export interface FoundFile {
  /** Below the folder, "/" between parts. */
  readonly file: string
  /** Where it lies, as bytes. */
  readonly path: Buffer
  readonly type: 'file' | 'link' | 'other'
}

export interface WalkOptions {
  /** Folders that are passed over: the run's own result and cache. */
  readonly except: readonly string[]
}

const SEPARATOR = Buffer.from('/')

export async function walk(folder: string, { except }: WalkOptions): Promise<{ files: FoundFile[]; unreadable: string[] }> {
  const passed = new Set(await Promise.all(except.map(async (path) => realpath(path).catch(() => path))))
  const files: FoundFile[] = []
  const unreadable: string[] = []
  const pending: { file: string; path: Buffer }[] = [{ file: '', path: Buffer.from(await realpath(folder)) }]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const entries = await readdir(next.path, { withFileTypes: true, encoding: 'buffer' as never }).catch(() => null)
    if (entries === null) {
      unreadable.push(next.file)
      continue
    }
    for (const entry of entries as unknown as (Omit<Dirent, 'name'> & { readonly name: Buffer })[]) {
      const path = Buffer.concat([next.path, SEPARATOR, entry.name])
      const file = next.file === '' ? nameOf(entry.name) : `${next.file}/${nameOf(entry.name)}`
      if (!entry.isDirectory()) files.push({ file, path, type: entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'link' : 'other' })
      else if (!passed.has(path.toString())) pending.push({ file, path })
    }
  }
  return { files: files.sort((a, b) => compareText(a.file, b.file)), unreadable: unreadable.sort(compareText) }
}

function nameOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

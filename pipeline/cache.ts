/**
 * Results of single documents, kept between runs: one small file each, under the hash of everything that a result depends on.
 *
 * A file is written aside and renamed, so that a run that is cut off leaves nothing half; one that does not bear its own checksum is passed over.
 * When the results outgrow the bound, the oldest go.
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

export interface ResultCache {
  get(key: string): Promise<Uint8Array | null>
  put(key: string, content: Uint8Array): Promise<void>
  /** Removes the oldest results beyond the bound. */
  trim(): Promise<void>
}

const MOST_BYTES = 1024 * 1024 * 1024
const CHECKSUM_LENGTH = 32
const SUFFIX = '.json'
/** A result used after this long is marked as used, so that it is not among the oldest. */
const REFRESH_MS = 24 * 60 * 60 * 1000

export const noCache: ResultCache = { get: async () => null, put: async () => {}, trim: async () => {} }

/** `.zhijian-cache` in a folder of the user's choice; else the user's own cache folder (XDG Base Directory Specification). */
export function cacheFolder(chosen: string | null, environment: Readonly<Record<string, string | undefined>>): string {
  if (chosen !== null) return join(chosen, '.zhijian-cache')
  const { XDG_CACHE_HOME, LOCALAPPDATA } = environment
  if (XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, 'zhijian')
  return LOCALAPPDATA ? join(LOCALAPPDATA, 'zhijian', 'cache') : join(homedir(), '.cache', 'zhijian')
}

export const cacheKey = (parts: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex')

/** `folder`: null for none. */
export const cacheAt = (folder: string | null): ResultCache => (folder === null ? noCache : openCache(folder))

export function openCache(folder: string, mostBytes: number = MOST_BYTES): ResultCache {
  const place = (key: string): string => join(folder, key.slice(0, 2), `${key}${SUFFIX}`)
  let written = 0
  return {
    async get(key) {
      try {
        const path = place(key)
        const kept = await readFile(path)
        const content = kept.subarray(CHECKSUM_LENGTH)
        if (kept.toString('latin1', 0, CHECKSUM_LENGTH) !== checksum(content)) return null
        await refresh(path)
        return content
      } catch {
        return null
      }
    },
    async put(key, content) {
      const path = place(key)
      const aside = `${path}.${process.pid}-${written++}`
      try {
        await mkdir(join(folder, key.slice(0, 2)), { recursive: true })
        await writeFile(aside, Buffer.concat([Buffer.from(checksum(content), 'latin1'), content]))
        await rename(aside, path)
      } catch {
        // A result that cannot be kept (disk full, no permission) is made anew the next time.
        await rm(aside, { force: true }).catch(() => {})
      }
    },
    async trim() {
      if (written === 0) return
      const kept = (await listResults(folder)).sort((a, b) => b.usedMs - a.usedMs)
      let total = 0
      for (const { path, bytes } of kept) {
        total += bytes
        if (total > mostBytes) await rm(path, { force: true }).catch(() => {})
      }
    },
  }
}

async function refresh(path: string): Promise<void> {
  const now = Date.now()
  const { mtimeMs } = await stat(path)
  if (now - mtimeMs > REFRESH_MS) await utimes(path, now / 1000, now / 1000)
}

async function listResults(folder: string): Promise<{ path: string; bytes: number; usedMs: number }[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const found = await Promise.all(
    names
      .filter((name) => name.includes(SUFFIX))
      .map(async (name) => {
        const path = join(folder, name)
        const state = await stat(path).catch(() => null)
        return state?.isFile() ? [{ path, bytes: state.size, usedMs: state.mtimeMs }] : []
      }),
  )
  return found.flat()
}

const checksum = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex').slice(0, CHECKSUM_LENGTH)

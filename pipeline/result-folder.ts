/**
 * The result folder: written aside and put in place whole, so that a reader never sees half a result and a run that fails leaves the old one.
 *
 * A folder that is not a result of this program is never replaced, unless the user insists; even then it is kept under another name.
 */
import { access, mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'

export interface OutputFile {
  readonly name: string
  readonly content: string | Uint8Array
}

/** What stands in the way of a result folder; the message is for the user. */
export class OutputRefusal extends Error {
  override readonly name = 'OutputRefusal'
}

/** Looks before the work begins whether the result can be put there. Throws OutputRefusal. */
export async function checkResultFolder(out: string, input: string, force: boolean): Promise<void> {
  const target = resolve(out)
  const source = await realpath(input)
  const real = await realpath(target).catch(() => target)
  if (real === source) throw new OutputRefusal('结果文件夹不能就是提交材料的文件夹，请用 --out 另指定一个')
  if (isBelow(source, real)) throw new OutputRefusal(`结果文件夹“${out}”里面放着提交材料，请用 --out 另指定一个`)
  await checkWritable(dirname(target))
  const state = await stat(target).catch(() => null)
  if (state === null) return
  if (!state.isDirectory()) throw new OutputRefusal(`“${out}”是一个文件，不能作为结果文件夹，请用 --out 另指定一个`)
  if (!force && !(await isReplaceable(target)))
    throw new OutputRefusal(
      `“${out}”已存在，且不是本程序生成的结果，未作改动。请用 --out 另指定一个文件夹；确需使用这个名称，可加 --force（原文件夹会改名保留）`,
    )
}

/** A folder must be able to be made in the nearest that exists: told before the work begins, not after it. */
async function checkWritable(folder: string): Promise<void> {
  if (!(await exists(folder)) && dirname(folder) !== folder) return checkWritable(dirname(folder))
  try {
    await rmdir(await mkdtemp(join(folder, '.zhijian-')))
  } catch {
    throw new OutputRefusal(`不能在“${folder}”里建立文件夹（没有写入权限，或不是普通的文件夹），请用 --out 另指定一个位置`)
  }
}

/** Writes the files aside and puts them in place. Returns the name under which a foreign folder was kept, or null. */
export async function putResultFolder(out: string, files: readonly OutputFile[], signal: AbortSignal | null): Promise<string | null> {
  const target = resolve(out)
  const beside = (what: string): string => join(dirname(target), `.${basename(target)}.${what}-${process.pid}`)
  const [fresh, old] = [beside('new'), beside('old')]
  await mkdir(fresh, { recursive: true })
  try {
    for (const { name, content } of files) {
      await mkdir(dirname(join(fresh, name)), { recursive: true })
      await writeFile(join(fresh, name), content)
    }
    signal?.throwIfAborted()
    if (!(await exists(target))) {
      await rename(fresh, target)
      return null
    }
    const kept = (await isReplaceable(target)) ? null : await freeName(`${target}-原有`)
    await rename(target, kept ?? old)
    await rename(fresh, target).catch(async (error: unknown) => {
      await rename(kept ?? old, target)
      throw error
    })
    return kept
  } finally {
    await rm(fresh, { recursive: true, force: true })
    await rm(old, { recursive: true, force: true })
  }
}

/** Empty, or a result of this program. */
async function isReplaceable(folder: string): Promise<boolean> {
  if ((await readdir(folder)).length === 0) return true
  try {
    const run: unknown = JSON.parse(await readFile(join(folder, 'run.json'), 'utf8'))
    return typeof run === 'object' && run !== null && 'contractVersion' in run && (await exists(join(folder, 'documents.jsonl')))
  } catch {
    return false
  }
}

async function freeName(wanted: string): Promise<string> {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}${number}`
    if (!(await exists(name))) return name
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`)
}

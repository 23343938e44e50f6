/** This package: where it lies, compiled or not, and which version it is. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error('the package lacks its package.json')
    folder = above
  }
  return folder
}

export function programVersion(): string {
  const description: unknown = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'))
  return typeof description === 'object' && description !== null && 'version' in description ? String(description.version) : ''
}

/** A file beside the program's own: `pipeline/` of the sources, or of their compilation, whose chunks lie below it. */
export function programFile(name: string): URL {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (basename(folder) !== 'pipeline') {
    const above = dirname(folder)
    if (above === folder) throw new Error('the program does not lie in its room')
    folder = above
  }
  return pathToFileURL(join(folder, name))
}

const PROGRAM_ROOMS = ['extractors', 'rules', 'reports', 'pipeline']

/** Changes with every change of the program that can change a result, even where nobody raised a stage's version. */
export function programHash(): string {
  const digest = createHash('sha256').update(programVersion())
  const home = dirname(dirname(fileURLToPath(programFile('package.js'))))
  for (const room of PROGRAM_ROOMS)
    for (const name of readdirSync(join(home, room), { recursive: true, encoding: 'utf8' }).sort())
      if (/(?<!\.d)\.[jt]s$/u.test(name)) digest.update(`${name}\0`).update(readFileSync(join(home, room, name)))
  return digest.digest('hex')
}

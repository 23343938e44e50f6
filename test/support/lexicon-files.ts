/** The files of the lexicon as the package holds them, for tests that spoil one of them. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { YamlFile } from '../../extractors/yaml.ts'

const folder = new URL('../../corpus/lexicon/', import.meta.url)

export const lexiconFiles: readonly YamlFile[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => ({ path: `corpus/lexicon/${name}`, text: readFileSync(fileURLToPath(new URL(name, folder)), 'utf8') }))

/** The same files, one of them changed. The change must change something. */
export function spoiled(name: string, change: (text: string) => string): YamlFile[] {
  return lexiconFiles.map((file) => {
    if (!file.path.endsWith(`/${name}`)) return file
    const text = change(file.text)
    if (text === file.text) throw new Error(`${name} is as it was`)
    return { ...file, text }
  })
}

/** The line in which a text stands, from 1. */
export const lineOf = (files: readonly YamlFile[], name: string, words: string): number => {
  const text = files.find(({ path }) => path.endsWith(`/${name}`))?.text ?? ''
  return text.slice(0, text.indexOf(words)).split('\n').length
}

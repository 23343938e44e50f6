/** Where each entry of corpus/lexicon and each of its examples stands: file and line, for answers to people who edit them. */
import { z } from 'zod'
import { parseYaml, type YamlFile } from './yaml.ts'

/** Entries that are found by name. */
export type EntryPart = 'indicators' | 'generics' | 'fields' | 'facts' | 'awards' | 'regions' | 'units' | 'cues'

export interface Place {
  readonly file: string
  /** From 1. */
  readonly line: number
}

/** `key` is the entry's id, term, unit or group; `example` its examples' kind and number. */
export interface LexiconPlaces {
  readonly of: (part: EntryPart, key: string) => Place
  readonly ofExample: (part: EntryPart, key: string, kind: string, index: number) => Place
}

const NAMING = ['id', 'term', 'unit']

/** `files` must be a lexicon that `parseLexicon` accepts. */
export function lexiconPlaces(files: readonly YamlFile[]): LexiconPlaces {
  const places = new Map<string, { readonly file: string; readonly lineOf: (...path: PropertyKey[]) => number }>()
  for (const file of files) {
    const part = file.path.includes('/cues/') ? 'cues' : (file.path.split('/').at(-1) ?? '').replace(/\.yaml$/u, '')
    const { data, lineOf } = parseYaml(file, z.unknown())
    for (const { key, path } of entries(data))
      places.set(`${part}\n${key}`, { file: file.path, lineOf: (...more) => lineOf([...path, ...more]) })
  }
  const find = (part: EntryPart, key: string, path: readonly PropertyKey[]): Place => {
    const place = places.get(`${part}\n${key}`)
    if (!place) throw new Error(`${part}: ${key} has no place`)
    return { file: place.file, line: place.lineOf(...path) }
  }
  return {
    of: (part, key) => find(part, key, []),
    ofExample: (part, key, kind, index) => find(part, key, ['examples', kind, index]),
  }
}

export const placeWords = ({ file, line }: Place): string => `${file} 第${line}行`

function entries(data: unknown, above: readonly PropertyKey[] = []): { key: string; path: readonly PropertyKey[] }[] {
  if (Array.isArray(data))
    return data.flatMap((entry: unknown, index) => {
      const key = NAMING.map((name) => property(entry, name)).find((name) => typeof name === 'string')
      return typeof key === 'string' ? [{ key, path: [...above, index] }] : []
    })
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([key, entry]) => [
    { key, path: [...above, key] },
    ...(Array.isArray(entry) ? entries(entry, [...above, key]) : []),
  ])
}

const property = (entry: unknown, name: string): unknown =>
  typeof entry === 'object' && entry !== null ? (entry as Readonly<Record<string, unknown>>)[name] : undefined

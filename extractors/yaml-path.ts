/** A place in a file of YAML as the file's reader knows it: an entry by its id and name, another by its number, from one, and what it says first. */
/** A place, and what is wrong there. */
export interface Mistake {
  readonly path: readonly PropertyKey[]
  readonly what: string
}

const NAMING_KEYS = ['id', 'name', 'term', 'unit']

export function pathWords(path: readonly PropertyKey[], raw: unknown): string {
  const parts = path.map((key, at) => (typeof key === 'number' ? entryWords(key, valueAt(raw, path.slice(0, at + 1)), at) : String(key)))
  return parts.join(' 的 ').replaceAll('） 的', '）的')
}

function entryWords(index: number, entry: unknown, depth: number): string {
  const [named, next] = NAMING_KEYS.map((key) => valueAt(entry, [key])).filter((name) => typeof name === 'string')
  if (named !== undefined) return depth === 0 || next === undefined ? named : `${named}（${next}）`
  const says = firstWords(entry)
  return `第${index + 1}项${depth === 0 || says === '' ? '' : `（${says}）`}`
}

/** Of an entry that is one word or number, the complaint itself tells it. */
function firstWords(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return ''
  const [key, said] = Object.entries(entry)[0] ?? []
  return key !== undefined && ['string', 'number', 'boolean'].includes(typeof said) ? `${key}: ${said}` : ''
}

/** What stands at a path; undefined where nothing does. */
export const valueAt = (raw: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined), raw)

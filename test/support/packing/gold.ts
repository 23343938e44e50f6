/** The gold of the county folders as one: sorted by file, each quote looked up in the text it was taken from. */
import { packedPath, plainText, type Sample } from './sample.ts'

interface GoldRecord {
  readonly file: string
  readonly quote?: string
}

type Gold = Readonly<Record<string, readonly (string | GoldRecord)[]>>

const KEYS = ['annotatedFiles', 'values', 'achievements', 'assessments', 'checks', 'structural'] as const

export function mergeGold(golds: readonly Gold[]): string {
  const merged = KEYS.map((key) => {
    const records = golds.flatMap((gold) => gold[key] ?? [])
    const sorted = records
      .map((record) => ({ record, file: typeof record === 'string' ? record : record.file }))
      .sort((a, b) => compare(a.file, b.file))
    return `"${key}": [\n${sorted.map(({ record }) => `  ${JSON.stringify(record)}`).join(',\n')}\n]`
  })
  return `{\n${merged.join(',\n')}\n}\n`
}

/** What is wrong with the gold, one sentence each. */
export function checkGold(golds: readonly Gold[], samples: readonly Sample[]): string[] {
  const texts = new Map(samples.map((sample) => [packedPath(sample), plainText(sample)]))
  return golds.flatMap((gold) => [
    ...Object.keys(gold)
      .filter((key) => !KEYS.some((known) => known === key))
      .map((key) => `gold has no part called ${key}`),
    ...KEYS.flatMap((key) => gold[key] ?? []).flatMap((record) => checkRecord(record, texts)),
  ])
}

function checkRecord(record: string | GoldRecord, texts: ReadonlyMap<string, string>): string[] {
  const file = typeof record === 'string' ? record : record.file
  const text = texts.get(file)
  if (text === undefined) return [`${file}: no sample is packed there`]
  const quote = typeof record === 'string' ? undefined : record.quote
  return quote === undefined || text.includes(quote) ? [] : [`${file}: the text does not hold “${quote}”`]
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

/** The gold of the county folders as one: sorted by file, each quote looked up in the text it was taken from. */
import { packedPath, plainText, type Sample } from './sample.ts'

interface GoldRecord {
  readonly file: string
  readonly quote?: string
}

const ALWAYS = ['annotatedFiles', 'values', 'achievements', 'assessments', 'checks', 'structural'] as const
/** Facts are scored only where the gold has any list of them. */
const KEYS = [...ALWAYS, 'facts'] as const
/** Said of the whole folder; true where one of the golds says so. */
const FLAG = 'unrelatedDocuments'

type Gold = { readonly [Key in (typeof KEYS)[number]]?: readonly (string | GoldRecord)[] } & { readonly [FLAG]?: boolean }

export function mergeGold(golds: readonly Gold[]): string {
  const merged = KEYS.filter((key) => ALWAYS.some((always) => always === key) || golds.some((gold) => gold[key] !== undefined)).map(
    (key) => {
      const records = golds.flatMap((gold) => gold[key] ?? [])
      const sorted = records
        .map((record) => ({ record, file: typeof record === 'string' ? record : record.file }))
        .sort((a, b) => compare(a.file, b.file))
      return `"${key}": [\n${sorted.map(({ record }) => `  ${JSON.stringify(record)}`).join(',\n')}\n]`
    },
  )
  const flags = golds.some((gold) => gold[FLAG]) ? [`"${FLAG}": true`] : []
  return `{\n${[...flags, ...merged].join(',\n')}\n}\n`
}

/** What is wrong with the gold, one sentence each. */
export function checkGold(golds: readonly Gold[], samples: readonly Sample[]): string[] {
  const texts = new Map(samples.map((sample) => [packedPath(sample), plainText(sample)]))
  return golds.flatMap((gold) => [
    ...Object.keys(gold)
      .filter((key) => key !== FLAG && !KEYS.some((known) => known === key))
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

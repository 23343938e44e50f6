/**
 * The text of corpus/lexicon becomes a typed, validated lexicon. A mistake is answered with file, line, what is wrong and what is expected.
 *
 * Beyond the form of each file it checks what must hold between them: ids are unique, an alias belongs to one indicator, a bare generic term is no
 * alias, and every id that is referred to exists (the nearest one is suggested).
 */
import { z } from 'zod'
import type { Lexicon } from './lexicon.ts'
import { unknown } from './suggest.ts'
import { KnowledgeError, type PositionedYaml, parseYaml, type YamlFile } from './yaml.ts'

const word = z.string('应为文字').min(1, '不能为空')
const words = z.array(word, '应为列表，写作 [甲, 乙]')
const id = z.string('应为标识').regex(/^[a-z][a-z0-9_-]*$/u, '标识只能用小写字母、数字、下划线和短横线')
const month = z.string('应为月份，写作 "2021-01"').regex(/^[0-9]{4}-(?:0[1-9]|1[0-2])$/u, '月份写作 "2021-01"')
const list = words.default([])

const schemas = {
  indicators: z.array(
    z.strictObject({
      id,
      name: word,
      aliases: list,
      domain: z.enum(['产品', '工程', '服务', '环境', '基础', '安全', '治理'], '应为 产品、工程、服务、环境、基础、安全、治理 之一'),
      field: id.nullable().default(null),
      unit: z.string('应为单位'),
      kind: z.enum(
        ['ratio', 'count', 'score', 'change', 'money', 'duration', 'index'],
        '应为 ratio、count、score、change、money、duration、index 之一',
      ),
      direction: z.enum(['higher', 'lower', 'zero', 'context'], '应为 higher、lower、zero、context 之一'),
      formula: z.strictObject({ numerator: words, denominator: words, factor: z.number() }).nullable().default(null),
      events: list,
      notes: z.string().default(''),
      examples: z.strictObject({ match: list, miss: list }).default({ match: [], miss: [] }),
    }),
  ),
  generics: z.array(
    z.strictObject({
      term: word,
      rate: z.boolean('应为 true 或 false'),
      divisible: z.boolean('应为 true 或 false').default(false),
      candidates: z.array(id),
      alone: id.optional(),
    }),
  ),
  fields: z.array(z.strictObject({ id, name: word, words, parts: list, endedBy: list, refines: id.optional() })),
  facts: z.array(z.strictObject({ id, name: word, aliases: list, phrases: list })),
  awards: z.array(
    z.strictObject({
      id,
      name: word,
      aliases: list,
      level: z
        .enum(
          ['national', 'provincial', 'prefecture', 'county', 'social'],
          '应为 national、provincial、prefecture、county、social 之一，或不写',
        )
        .nullable()
        .default(null),
      relevance: z.enum(['quality', 'adjacent', 'unrelated'], '应为 quality、adjacent、unrelated 之一').default('quality'),
      notes: z.string().default(''),
    }),
  ),
  regions: z.strictObject({
    counties: z.array(
      z.strictObject({
        id,
        names: z.array(z.strictObject({ name: word, from: month.exactOptional(), to: month.exactOptional() })).min(1),
        aliases: list,
      }),
    ),
    areas: z.array(z.strictObject({ name: word, words })),
    self: words,
    notRegions: words,
  }),
  units: z.array(z.strictObject({ unit: word, synonyms: list })),
  cues: z.record(
    z.string().regex(/^[a-z][a-z0-9-]*$/u, '词组名只能用小写字母、数字和短横线'),
    z.strictObject({ note: z.string(), words, misfires: list }),
  ),
} as const

type Part = keyof typeof schemas

/** `files`: the YAML files of corpus/lexicon, paths relative to the package's root. Throws KnowledgeError. */
export function parseLexicon(files: readonly YamlFile[]): Lexicon {
  const read = <P extends Exclude<Part, 'cues'>>(part: P): PositionedYaml<z.output<(typeof schemas)[P]>> => {
    const file = files.find(({ path }) => path.endsWith(`/${part}.yaml`) && !path.includes('/cues/'))
    if (!file) throw new KnowledgeError(`corpus/lexicon/${part}.yaml：缺少这个文件`)
    return parseYaml(file, schemas[part]) as PositionedYaml<z.output<(typeof schemas)[P]>>
  }
  const indicators = read('indicators')
  const generics = read('generics')
  const fields = read('fields')
  const facts = read('facts')
  const awards = read('awards')
  const regions = read('regions').data
  const units = read('units')
  for (const part of [indicators, fields, facts, awards]) uniqueIds(part)
  const terms = new Set(generics.data.map(({ term }) => term))
  uniqueNames(indicators, '指标', (name) =>
    terms.has(name) ? `“${name}”是几个指标共用的说法，应写在 generics.yaml，不能作为一个指标的别名` : null,
  )
  uniqueNames(awards, '荣誉', () => null)
  uniqueTerms(generics)
  const fieldIds = fields.data.map((field) => field.id)
  for (const [index, { field }] of indicators.data.entries())
    if (field !== null && !fieldIds.includes(field)) throw indicators.mistake([index, 'field'], unknown(field, fieldIds))
  const indicatorIds = indicators.data.map((indicator) => indicator.id)
  for (const [index, { candidates }] of generics.data.entries())
    for (const [at, candidate] of candidates.entries())
      if (!indicatorIds.includes(candidate)) throw generics.mistake([index, 'candidates', at], unknown(candidate, indicatorIds))
  const cues = readCues(files.filter(({ path }) => path.includes('/cues/')))
  const lexicon = {
    indicators: indicators.data,
    generics: generics.data,
    fields: fields.data,
    facts: facts.data,
    awards: awards.data,
    regions,
    units: units.data,
    cues,
  }
  return { ...lexicon, segmenterWords: segmenterWords(lexicon) }
}

function readCues(files: readonly YamlFile[]): Record<string, readonly string[]> {
  const cues: Record<string, readonly string[]> = {}
  const homes = new Map<string, string>()
  for (const file of files) {
    const { data, mistake } = parseYaml(file, schemas.cues)
    for (const [group, entry] of Object.entries(data)) {
      const home = homes.get(group)
      if (home) throw mistake([group], `词组“${group}”在 ${home} 里已经有了`)
      homes.set(group, file.path)
      cues[group] = entry.words
      if (entry.misfires.length > 0) cues[`${group}:misfires`] = entry.misfires
    }
  }
  return cues
}

function uniqueIds({ data, mistake }: PositionedYaml<readonly { readonly id: string }[]>): void {
  const seen = new Set<string>()
  for (const [index, entry] of data.entries()) {
    if (seen.has(entry.id)) throw mistake([index, 'id'], `标识“${entry.id}”重复`)
    seen.add(entry.id)
  }
}

type Named = { readonly id: string; readonly name: string; readonly aliases: readonly string[] }

/** A name belongs to one entry, and is written once. */
function uniqueNames({ data, mistake }: PositionedYaml<readonly Named[]>, what: string, forbidden: (name: string) => string | null): void {
  const owner = new Map<string, string>()
  for (const [index, entry] of data.entries())
    for (const [at, name] of [entry.name, ...entry.aliases].entries()) {
      const path = at === 0 ? [index, 'name'] : [index, 'aliases', at - 1]
      const reason = forbidden(name)
      if (reason) throw mistake(path, reason)
      const other = owner.get(name)
      if (other !== undefined)
        throw mistake(path, other === entry.id ? `“${name}”写了两次` : `“${name}”已经是${what} ${other} 的名称或别名`)
      owner.set(name, entry.id)
    }
}

function uniqueTerms({ data, mistake }: PositionedYaml<readonly { readonly term: string }[]>): void {
  const seen = new Set<string>()
  for (const [index, { term }] of data.entries()) {
    if (seen.has(term)) throw mistake([index, 'term'], `“${term}”写了两次`)
    seen.add(term)
  }
}

/** Words that the segmenter must keep whole: every name of the lexicon. */
function segmenterWords({ indicators, generics, fields, awards, regions, cues }: Omit<Lexicon, 'segmenterWords'>): string[] {
  const names = [
    ...indicators.flatMap(({ name, aliases, events }) => [name, ...aliases, ...events]),
    ...generics.map(({ term }) => term),
    ...fields.flatMap((field) => [...field.words, ...field.parts]),
    ...awards.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...regions.counties.flatMap(({ names: official, aliases }) => [...official.map(({ name }) => name), ...aliases]),
    ...regions.notRegions,
    ...(cues['document-words'] ?? []),
  ]
  return [...new Set(names.flatMap((name) => name.split(/[（）()“”、，/·]/u)))].filter((name) => name.length > 1).sort()
}

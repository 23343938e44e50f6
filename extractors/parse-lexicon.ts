/**
 * The text of corpus/lexicon becomes a typed, validated lexicon. A mistake is answered with file, line, what is wrong and what is expected.
 *
 * Beyond the form of each file it checks what must hold between them: ids are unique, an alias belongs to one indicator, a bare generic term is no
 * alias, and every id that is referred to exists (the nearest one is suggested).
 */
import type { z } from 'zod'
import type { Examples, Lexicon } from './lexicon.ts'
import { lexiconSchemas as schemas } from './lexicon-schemas.ts'
import { unknown } from './suggest.ts'
import { KnowledgeError, type PositionedYaml, parseYaml, type YamlFile } from './yaml.ts'

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
  knownUnits(indicators, units.data)
  uniqueTerms(generics)
  const fieldIds = fields.data.map((field) => field.id)
  for (const [index, { field }] of indicators.data.entries())
    if (field !== null && !fieldIds.includes(field)) throw indicators.mistake([index, 'field'], unknown(field, fieldIds))
  const indicatorIds = indicators.data.map((indicator) => indicator.id)
  for (const [index, { noneWithout }] of indicators.data.entries())
    if (noneWithout !== undefined && !indicatorIds.includes(noneWithout))
      throw indicators.mistake([index, 'noneWithout'], unknown(noneWithout, indicatorIds))
  for (const [index, { candidates }] of generics.data.entries())
    for (const [at, candidate] of candidates.entries())
      if (!indicatorIds.includes(candidate)) throw generics.mistake([index, 'candidates', at], unknown(candidate, indicatorIds))
  const { cues, cueNotes, cueExamples } = readCues(
    files.filter(({ path }) => path.includes('/cues/')),
    regions,
  )
  const lexicon = {
    indicators: indicators.data,
    generics: generics.data,
    fields: fields.data,
    facts: facts.data,
    awards: awards.data,
    regions,
    units: units.data,
    cues,
    cueNotes,
    cueExamples,
  }
  return { ...lexicon, segmenterWords: segmenterWords(lexicon) }
}

/** A group with `places: true` holds the places beside the counties too (regions.yaml, elsewhere), which are listed there and nowhere else. */
function readCues(
  files: readonly YamlFile[],
  { elsewhere: { names, aliases, origins } }: Lexicon['regions'],
): Pick<Lexicon, 'cues' | 'cueNotes' | 'cueExamples'> {
  const cues: Record<string, readonly string[]> = {}
  const cueNotes: Record<string, string> = {}
  const cueExamples: Record<string, Examples> = {}
  const homes = new Map<string, string>()
  for (const file of files) {
    const { data, mistake } = parseYaml(file, schemas.cues)
    for (const [group, entry] of Object.entries(data)) {
      const home = homes.get(group)
      if (home) throw mistake([group], `词组“${group}”在 ${home} 里已经有了`)
      homes.set(group, file.path)
      cues[group] = entry.places ? [...entry.words, ...names, ...aliases, ...origins] : entry.words
      cueNotes[group] = entry.note
      if (entry.misfires.length > 0) cues[`${group}:misfires`] = entry.misfires
      if (entry.examples.match.length + entry.examples.miss.length > 0) cueExamples[group] = entry.examples
    }
  }
  return { cues, cueNotes, cueExamples }
}

function uniqueIds({ data, lineOf, mistake }: PositionedYaml<readonly { readonly id: string }[]>): void {
  const seen = new Map<string, number>()
  for (const [index, entry] of data.entries()) {
    const first = seen.get(entry.id)
    if (first !== undefined) throw mistake([index, 'id'], `标识“${entry.id}”重复，第${lineOf([first, 'id'])}行已经用过`)
    seen.set(entry.id, index)
  }
}

type Named = { readonly id: string; readonly name: string; readonly aliases: readonly string[] }

/** A name belongs to one entry, and is written once. */
function uniqueNames(
  { data, lineOf, mistake }: PositionedYaml<readonly Named[]>,
  what: string,
  forbidden: (name: string) => string | null,
): void {
  const owner = new Map<string, { readonly id: string; readonly path: readonly PropertyKey[] }>()
  for (const [index, entry] of data.entries())
    for (const [at, name] of [entry.name, ...entry.aliases].entries()) {
      const path = at === 0 ? [index, 'name'] : [index, 'aliases', at - 1]
      const reason = forbidden(name)
      if (reason) throw mistake(path, reason)
      const other = owner.get(name)
      if (other !== undefined)
        throw mistake(
          path,
          other.id === entry.id ? `“${name}”写了两次` : `“${name}”已经是${what} ${other.id} 的名称或别名（第${lineOf(other.path)}行）`,
        )
      owner.set(name, { id: entry.id, path })
    }
}

/** A unit is one of units.yaml, or 万 of one. */
function knownUnits({ data, mistake }: PositionedYaml<readonly { readonly unit: string }[]>, units: Lexicon['units']): void {
  const known = units.flatMap(({ unit, synonyms }) => [unit, ...synonyms])
  for (const [index, { unit }] of data.entries())
    if (!known.includes(unit) && !known.includes(unit.replace(/^万/u, '')))
      throw mistake([index, 'unit'], `单位表 units.yaml 里${unknown(unit, known)}`)
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

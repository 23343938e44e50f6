/** Whose a value or a document is: a county's id in the lexicon whatever its name was in the period, or an area's name. */
import { perLexicon } from '../../../extractors/per-lexicon.ts'

/** Null where the name is neither a county's nor that of one area. */
export const owners = perLexicon(({ regions }) => {
  const ids = new Map<string, string>([
    ...regions.areas.filter(({ words }) => words.includes(`全${AREA_END}`)).map(({ name }) => [name, name] as const),
    ...regions.counties.flatMap(({ id, names }) => names.map(({ name }) => [name, id] as const)),
  ])
  return (name: string | null): string | null => ids.get(name ?? '') ?? null
})

/** 全地区: the prefecture, whose documents stand beside those of its counties. */
const AREA_END = '地区'

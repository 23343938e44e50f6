/** Whether a letter names another county: by the scheme, else it is 某县. The county's own name and its own words are left alone. */
import { wordPattern } from '../../../extractors/language/word-pattern.ts'
import type { ReportContext } from '../../context.ts'

/** Masks the official names of all other counties in a sentence of ours. */
export function createMask({ lexicon, scheme }: ReportContext, own: string | null, otherCounty: string): (text: string) => string {
  if (scheme.letters.nameOtherCounties) return (text) => text
  const others = lexicon.regions.counties.filter(({ names }) => names.every(({ name }) => name !== own))
  const pattern = new RegExp(wordPattern(others.flatMap(({ names }) => names.map(({ name }) => name))), 'gu')
  return (text) => text.replace(pattern, otherCounty)
}

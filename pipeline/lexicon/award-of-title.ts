/** Which entry of the catalogue a title is: the longest name that it holds, quotation marks and brackets left out of both. */
import type { Award, Lexicon } from '../../extractors/lexicon.ts'

export type AwardFinder = (title: string) => Award | null

export function createAwardFinder({ awards }: Lexicon): AwardFinder {
  const names = awards
    .flatMap((award) => [award.name, ...award.aliases].map((name) => ({ name: compact(name), award })))
    .sort((a, b) => b.name.length - a.name.length)
  return (title) => {
    const written = compact(title)
    return names.find(({ name }) => written.includes(name))?.award ?? null
  }
}

const compact = (text: string): string => text.replace(/[“”‘’"'\s]|（[^（）]{0,8}）/gu, '')

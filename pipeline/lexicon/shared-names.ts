/** Names that two entries of the lexicon bear, quotation marks, brackets and blanks left out: which of them is meant, nobody can tell. */
import { fold } from '../../extractors/language/fold.ts'
import type { Lexicon } from '../../extractors/lexicon.ts'
import type { EntryPart } from '../../extractors/lexicon-places.ts'

export interface SharedName {
  readonly name: string
  readonly owners: readonly { readonly part: EntryPart; readonly key: string }[]
}

/**
 * Within one kind, and between indicators and shared terms. An honour, a fact and a count may bear one name: different readers read them, and what is
 * done with a fact's thing tells it from another fact's.
 */
export function sharedNames({ indicators, generics, awards }: Pick<Lexicon, 'indicators' | 'generics' | 'awards'>): SharedName[] {
  return [
    ...shared([
      ...indicators.map(({ id, name, aliases }): Owner => ({ part: 'indicators', key: id, names: [name, ...aliases] })),
      ...generics.map(({ term }): Owner => ({ part: 'generics', key: term, names: [term] })),
    ]),
    ...shared(awards.map(({ id, name, aliases }): Owner => ({ part: 'awards', key: id, names: [name, ...aliases] }))),
  ]
}

interface Owner {
  readonly part: EntryPart
  readonly key: string
  readonly names: readonly string[]
}

function shared(owners: readonly Owner[]): SharedName[] {
  const byName = new Map<string, { readonly part: EntryPart; readonly key: string }[]>()
  for (const { part, key, names } of owners)
    for (const name of new Set(names.map(bare))) byName.set(name, [...(byName.get(name) ?? []), { part, key }])
  return [...byName]
    .filter(([, all]) => all.length > 1)
    .map(([name, all]) => ({ name, owners: all }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

const bare = (name: string): string => fold(name).text.replace(/[“”‘’"'（）()]/gu, '')

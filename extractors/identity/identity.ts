/**
 * What a document is: its kind, title, county and period, from path, file name, title, head and text together.
 *
 * The title speaks first, then the document's head and signature, the file's name, its folders, and last the text as a whole. Where two of them
 * disagree, a notice says which was taken and why.
 */
import type { Document, Notice } from '../document.ts'
import { foldText } from '../language/fold.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { Period } from '../quantities/period.ts'
import { countyName, createRegionReader } from '../quantities/region.ts'
import { countyVotes } from './county.ts'
import { createKindReader, type DocumentKind } from './kind.ts'
import { periodVotes } from './period.ts'
import { readTitle } from './title.ts'
import { decide, type Vote } from './vote.ts'

export interface Identity {
  readonly kind: DocumentKind
  readonly title: string
  /** The county's name in use in the period; an area's name where the document is the prefecture's own; null when nothing names one. */
  readonly county: string | null
  readonly countyId: string | null
  readonly period: Period | null
  readonly notices: readonly Notice[]
}

export type Identifier = (document: Document) => Identity

export function createIdentifier(lexicon: Lexicon): Identifier {
  const regionsOf = createRegionReader(lexicon)
  const kindOf = createKindReader(lexicon)
  const reviewed = new RegExp(`^[^，。（）、]{0,8}(?:${wordPattern(cue(lexicon, 'review-words'))})`, 'u')
  return (document) => {
    const title = readTitle(document)
    const parts = document.file.split(/[/\\]|!\//u).map((part) => foldText(part))
    const source = { title: foldText(title), name: parts.at(-1) ?? '', folders: parts.slice(0, -1), text: document.folded.text }
    const county = decide(countyVotes(source, regionsOf))
    const period = decide(periodVotes(source, reviewed))
    const kind = kindOf(source, document.format)
    const entry = lexicon.regions.counties.find(({ id }) => id === county.taken)
    const shown = (id: string): string => {
      const named = lexicon.regions.counties.find((candidate) => candidate.id === id)
      return named ? countyName(named, period.taken) : id
    }
    return {
      kind: kind.kind,
      title,
      county: county.taken === null ? null : shown(county.taken),
      countyId: entry?.id ?? null,
      period: period.taken,
      notices: [
        ...kind.notices,
        ...disagreement('W_COUNTY_DISAGREES', '县市', county.votes, county.taken, shown),
        ...disagreement('W_PERIOD_DISAGREES', '期间', period.votes, period.taken, (name) => name),
      ],
    }
  }
}

function disagreement(
  code: Notice['code'],
  what: string,
  votes: readonly Vote[],
  taken: string | null,
  shown: (value: string) => string,
): Notice[] {
  const first = votes.find(({ value }) => value === taken)
  const others = votes.filter(({ value, weak }) => value !== taken && !weak)
  if (!first || others.length === 0) return []
  const said = others.map(({ source, value }) => `${source}为“${shown(value)}”`).join('，')
  return [
    {
      code,
      message: `${what}不一致：${first.source}为“${shown(first.value)}”，${said}；按${first.source}取“${shown(first.value)}”，请核对`,
    },
  ]
}

/**
 * What a document is: its kind, title, county and period, from path, file name, title, head and text together.
 *
 * The title speaks first, then the file's name and its folders, then the document's head and signature, and last the text as a whole. Where two of them
 * disagree, a notice says which was taken and why; where none of them tells, a notice says so.
 */
import type { Document, Notice } from '../document.ts'
import { foldText } from '../language/fold.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { Period } from '../quantities/period.ts'
import { countyName, createRegionReader } from '../quantities/region.ts'
import { readCountyVotes } from './county.ts'
import { createKindReader, type DocumentKind } from './kind.ts'
import { dated, disagreement } from './notices.ts'
import { identityParts } from './parts.ts'
import { readPeriodVotes } from './period.ts'
import { createTitleReader } from './title.ts'
import { countyInDoubt, periodInDoubt, unknownKind } from './unknowns.ts'
import { decide, type IdentitySource } from './vote.ts'

export interface Identity {
  readonly kind: DocumentKind
  readonly title: string
  /** The county's name in use in the period; an area's name where the document is the prefecture's own; null when nothing names one. */
  readonly county: string | null
  readonly countyId: string | null
  readonly period: Period | null
  /** The year that its figures are of, where its title tells a whole year and its folder a quarter of it. */
  readonly about?: Period
  readonly notices: readonly Notice[]
}

export type Identifier = (document: Document) => Identity

/** `inputName`: what the folder that the submissions were given in is called. */
export function createIdentifier(lexicon: Lexicon, inputName = ''): Identifier {
  const regionsOf = createRegionReader(lexicon)
  const input = foldText(inputName)
  const { kindOf, leadOf } = createKindReader(lexicon)
  const titleOf = createTitleReader(lexicon)
  const words = (group: string): string => `(?:${wordPattern(cue(lexicon, group))})`
  const periodWords = {
    reviewed: new RegExp(`^[^，。（）、]{0,8}${words('review-words')}`, 'u'),
    own: new RegExp(words('own-period-words'), 'u'),
  }
  const joins = new RegExp(`^[^\\p{L}\\p{N}]?${words('county-joiners')}?$`, 'u')
  return (document) => {
    const title = titleOf(document)
    const source = { ...sourceOf(document, foldText(title.text), title.blocks, leadOf), input: isGiven(document) ? '' : input }
    const counties = readCountyVotes(source, regionsOf, joins)
    const county = decide(counties.votes)
    const periods = readPeriodVotes(source, periodWords)
    const period = decide(periods.votes)
    const { kind, notices } = kindOf(source, document.format)
    const entry = lexicon.regions.counties.find(({ id }) => id === county.taken)
    const shown = (id: string): string => {
      const named = lexicon.regions.counties.find((candidate) => candidate.id === id)
      return named ? countyName(named, period.taken) : id
    }
    return {
      kind,
      title: title.text,
      county: county.taken === null ? null : shown(county.taken),
      countyId: entry?.id ?? null,
      period: period.taken,
      ...(periods.wholeYear !== null && period.taken !== periods.wholeYear && period.taken?.startsWith(periods.wholeYear)
        ? { about: periods.wholeYear }
        : {}),
      notices: [
        ...notices,
        ...disagreement({ code: 'W_COUNTY_DISAGREES', name: '县市', ...county, shown }),
        ...disagreement({ code: 'W_PERIOD_DISAGREES', name: '期间', ...period, shown: (name) => name }),
        ...dated(kind, periods, period.taken),
        ...(isGiven(document)
          ? []
          : [
              ...unknownKind(kind, title.text, hasParagraphs(document)),
              ...countyInDoubt({ kind, ...counties, taken: county.taken, input, shown }),
              ...periodInDoubt({ kind, periods, taken: period.taken, input }),
            ]),
      ],
    }
  }
}

function sourceOf(
  document: Document,
  title: string,
  blocks: readonly number[],
  leadOf: (title: string) => string,
): Omit<IdentitySource, 'input'> {
  const parts = document.file.split(/[/\\]|!\//u).map((part) => foldText(part))
  return {
    title,
    lead: leadOf(title),
    name: parts.at(-1) ?? '',
    folders: parts.slice(0, -1),
    text: document.folded.text,
    ...identityParts(document, blocks),
  }
}

/** What is given for comparison (通报 of those above, earlier years) is of no county that has to be known. */
const isGiven = ({ file }: Document): boolean => /^(?:superior|history):/u.test(file)

const hasParagraphs = ({ blocks }: Document): boolean => blocks.some(({ kind }) => kind === 'paragraph')

/**
 * What the documents of a batch copied: from superior documents, from each other, and each county from its own past. Candidates come from an index of
 * fingerprints; only their texts are aligned. The same documents give the same passages, in whatever order they are given.
 */
import { lastMonth } from '../../extractors/quantities/period.ts'
import { type Alignment, align } from './align.ts'
import { type Attributed, attribute } from './attribution.ts'
import { candidateFinder, meet } from './candidates.ts'
import type { CopiedPassage, CopyingShare, SourceClass } from './copy.ts'
import type { CopyDocument } from './copy-document.ts'
import { nobodysFigures } from './figure-sentences.ts'
import { leftOutPlaces } from './left-out-places.ts'
import { sharedWords } from './nobodys-words.ts'
import { type Dated, sourceClass, sourceOrder } from './order.ts'
import { type Copier, type NobodysWords, type Prepared, preparedCopier, preparedSource } from './prepared.ts'
import { seedTable } from './seeds.ts'
import { tableChanges } from './table-changes.ts'
import { templateGrams } from './template-grams.ts'
import { copyThresholds } from './thresholds.ts'

export interface Copies {
  readonly passages: readonly Omit<CopiedPassage, 'id'>[]
  /** By file, for every document examined; null where there was nothing to compare against. */
  readonly shares: ReadonlyMap<string, CopyingShare | null>
}

/** What one document copied. */
export interface CopiesOf {
  readonly file: string
  readonly passages: Copies['passages']
  readonly share: CopyingShare | null
}

/** One of several parts of a batch: each document is looked at in one of them, against all. */
export interface BatchPart {
  readonly part: number
  readonly of: number
}

export const findCopies = (given: readonly CopyDocument[]): Copies => joinCopies(findCopiesIn(given, { part: 0, of: 1 }))

/** The parts of a batch as one; how it was parted does not show. */
export function joinCopies(parts: readonly CopiesOf[]): Copies {
  const sorted = [...parts].sort((a, b) => (a.file < b.file ? -1 : 1))
  return { passages: sorted.flatMap(({ passages }) => passages), shares: new Map(sorted.map(({ file, share }) => [file, share])) }
}

export function findCopiesIn(given: readonly CopyDocument[], { part, of }: BatchPart): CopiesOf[] {
  const all = [...given].sort((a, b) => (a.file < b.file ? -1 : 1))
  const documents = all.filter(({ template }) => !template).map(placedInTime)
  const byFile = new Map(documents.map((document) => [document.file, document]))
  const finder = candidateFinder(documents.map(({ trace }) => trace.fingerprints))
  const shared = sharedWords(documents, finder.index)
  const figuresOf = nobodysFigures(documents)
  const template = templateGrams(all.filter((document) => document.template))
  const near = nearSources(documents)
  const peers = peerTest(documents)
  const sources = new Map<CopyDocument, Prepared>()
  const sourceOf = (document: CopyDocument): Prepared => {
    const prepared = sources.get(document) ?? preparedSource(document, document.trace)
    sources.set(document, prepared)
    return prepared
  }
  const own = documents.filter(({ examined }) => examined).filter((_, index) => index % of === part)
  return own.map((copier): CopiesOf => {
    const nobodys: NobodysWords = { shared: shared.get(copier.period ?? '') ?? new Set(), template, figures: figuresOf(copier) }
    const others = finder.find(copier.trace.fingerprints, (at) => isPeer(copier, documents[at])).map((at) => documents[at] as TimedDocument)
    const nearest = near(copier)
    const chosen = [...nearest.filter(({ trace }) => meet(copier.trace.fingerprints, trace.fingerprints)), ...others]
    const prepared = preparedCopier(copier, copier.trace, nobodys)
    const found = alignAll(copier, prepared, chosen, sourceOf)
    const { share, sources: parts, characters, passages } = attribute(prepared, found)
    const compared = comparedClasses(copier, nearest, peers)
    return {
      file: copier.file,
      passages: passages.map((passage) => copied(copier, passage, byFile.get(passage.file))),
      share: compared.length === 0 ? null : { share, sources: parts, compared, characters, leftOut: leftOutPlaces(prepared) },
    }
  })
}

/** A document with what its order among the others is told by. */
interface TimedDocument extends CopyDocument, Dated {
  /** Sorts earlier documents first. */
  readonly time: string
}

const placedInTime = (document: CopyDocument): TimedDocument => {
  const { dated } = document.trace
  const { origin, period } = document
  const written = origin === 'superior' ? dated : null
  return { ...document, dated, time: written ?? `${period === null ? '9999' : lastMonth(period)} ${dated ?? ''}` }
}

const isPeer = (copier: TimedDocument, other: TimedDocument | undefined): boolean =>
  other !== undefined && other !== copier && sourceClass(copier, other) === 'peer' && sourceOrder(copier, other) !== null

/** Whether any document is a peer that may be a source. Documents alike in all that is asked are asked once. */
function peerTest(documents: readonly TimedDocument[]): (copier: TimedDocument) => boolean {
  const kinds = new Map<string, TimedDocument[]>()
  for (const document of documents) {
    const { origin, county, period, dated, receivedAt } = document
    const key = JSON.stringify([origin, county, period, dated, receivedAt])
    const alike = kinds.get(key) ?? []
    // Two, so that there is another one for a document of the kind itself.
    if (alike.length < 2) kinds.set(key, [...alike, document])
  }
  const some = [...kinds.values()].flat()
  return (copier) => some.some((other) => isPeer(copier, other))
}

/** Superior documents, and the county's latest own ones: they are few, and looked at whatever the index says. */
function nearSources(documents: readonly TimedDocument[]): (copier: TimedDocument) => TimedDocument[] {
  const superior = documents.filter(({ origin }) => origin === 'superior')
  const own = new Map<string | null, TimedDocument[]>()
  for (const document of documents) {
    if (document.origin === 'superior') continue
    const known = own.get(document.county)
    if (known === undefined) own.set(document.county, [document])
    else known.push(document)
  }
  const unnamed = documents.filter(({ origin, county }) => origin === 'history' && county === null)
  const history = documents.filter(({ origin }) => origin === 'history')
  return (copier) => {
    const allowed = (other: TimedDocument): boolean => other !== copier && sourceOrder(copier, other) !== null
    const past = copier.county === null ? history : [...(own.get(copier.county) ?? []), ...unnamed]
    const latest = past
      .filter((other) => copier.againstOwnPast && allowed(other) && sourceClass(copier, other) === 'own-past')
      .sort((a, b) => (a.time > b.time ? -1 : a.time < b.time ? 1 : 0))
      .slice(0, copyThresholds.ownPast)
    return [...superior.filter(allowed), ...latest]
  }
}

function comparedClasses(
  copier: TimedDocument,
  near: readonly TimedDocument[],
  hasPeers: (copier: TimedDocument) => boolean,
): SourceClass[] {
  const classes = new Set(near.map((other) => sourceClass(copier, other)))
  if (hasPeers(copier)) classes.add('peer')
  return (['superior', 'peer', 'own-past'] as const).filter((each) => classes.has(each))
}

function alignAll(
  copier: TimedDocument,
  prepared: Copier,
  sources: readonly TimedDocument[],
  sourceOf: (document: CopyDocument) => Prepared,
): Attributed[] {
  const table = seedTable(prepared.stream.codes)
  return sources.flatMap((source) => {
    const order = sourceOrder(copier, source)
    if (order === null) return []
    const relation = sourceClass(copier, source)
    return align(prepared, table, sourceOf(source)).map(
      (alignment: Alignment): Attributed => ({ file: source.file, sourceClass: relation, order, time: source.time, alignment }),
    )
  })
}

function copied(
  copier: CopyDocument,
  { file: source, sourceClass: relation, order, alignment }: ReturnType<typeof attribute>['passages'][number],
  from: CopyDocument | undefined,
): Omit<CopiedPassage, 'id'> {
  const { place, sourcePlace, length, similarity, masked } = alignment
  const places = { ...place, sourceStart: sourcePlace.start, sourceEnd: sourcePlace.end }
  const inTables = from === undefined ? [] : tableChanges(places, copier, from)
  const changed = [...alignment.changed, ...inTables].sort((a, b) => a.start - b.start)
  return { file: copier.file, ...places, source, length, similarity, masked, sourceClass: relation, order, changed }
}

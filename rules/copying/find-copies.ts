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
import { leftOutPlaces } from './left-out-places.ts'
import { sharedWords } from './nobodys-words.ts'
import { type Dated, sourceClass, sourceOrder } from './order.ts'
import { type NobodysWords, type Prepared, preparedCopier, preparedSource } from './prepared.ts'
import { seedTable } from './seeds.ts'
import { templateGrams } from './template-grams.ts'
import { copyThresholds } from './thresholds.ts'

export interface Copies {
  readonly passages: readonly Omit<CopiedPassage, 'id'>[]
  /** By file, for every document examined; null where there was nothing to compare against. */
  readonly shares: ReadonlyMap<string, CopyingShare | null>
}

export function findCopies(given: readonly CopyDocument[]): Copies {
  const all = [...given].sort((a, b) => (a.file < b.file ? -1 : 1))
  const documents = all.filter(({ template }) => !template)
  const finder = candidateFinder(documents.map(({ trace }) => trace.fingerprints))
  const shared = sharedWords(documents, finder.index)
  const template = templateGrams(all.filter((document) => document.template))
  const near = nearSources(documents)
  const sources = new Map<CopyDocument, Prepared>()
  const sourceOf = (document: CopyDocument): Prepared => {
    const prepared = sources.get(document) ?? preparedSource(document, document.trace)
    sources.set(document, prepared)
    return prepared
  }
  const passages: Omit<CopiedPassage, 'id'>[] = []
  const shares = new Map<string, CopyingShare | null>()
  for (const copier of documents.filter(({ examined }) => examined)) {
    const nobodys: NobodysWords = { shared: shared.get(copier.period ?? '') ?? new Set(), template }
    const others = finder.find(copier.trace.fingerprints, (at) => isPeer(copier, documents[at])).map((at) => documents[at] as CopyDocument)
    const chosen = [...near(copier).filter(({ trace }) => meet(copier.trace.fingerprints, trace.fingerprints)), ...others]
    const prepared = preparedCopier(copier, copier.trace, nobodys)
    const found = alignAll(copier, prepared, chosen, sourceOf)
    const { share, sources: parts, characters, passages: kept } = attribute(prepared, found)
    passages.push(...kept.map((passage) => copied(copier.file, passage)))
    const compared = comparedClasses(copier, documents, near(copier))
    shares.set(
      copier.file,
      compared.length === 0 ? null : { share, sources: parts, compared, characters, leftOut: leftOutPlaces(prepared) },
    )
  }
  return { passages, shares }
}

const datedOf = (document: CopyDocument): Dated => ({ ...document, dated: document.trace.dated })

function isPeer(copier: CopyDocument, other: CopyDocument | undefined): boolean {
  if (other === undefined || other === copier) return false
  const [one, source] = [datedOf(copier), datedOf(other)]
  return sourceClass(one, source) === 'peer' && sourceOrder(one, source) !== null
}

/** Superior documents, and the county's latest own ones: they are few, and looked at whatever the index says. */
function nearSources(documents: readonly CopyDocument[]): (copier: CopyDocument) => CopyDocument[] {
  const superior = documents.filter(({ origin }) => origin === 'superior')
  const own = new Map<string | null, CopyDocument[]>()
  for (const document of documents)
    if (document.origin !== 'superior') own.set(document.county, [...(own.get(document.county) ?? []), document])
  const unnamed = documents.filter(({ origin, county }) => origin === 'history' && county === null)
  const history = documents.filter(({ origin }) => origin === 'history')
  return (copier) => {
    const allowed = (other: CopyDocument): boolean => other !== copier && sourceOrder(datedOf(copier), datedOf(other)) !== null
    const past = copier.county === null ? history : [...(own.get(copier.county) ?? []), ...unnamed]
    const latest = past
      .filter((other) => copier.againstOwnPast && allowed(other) && sourceClass(datedOf(copier), datedOf(other)) === 'own-past')
      .sort((a, b) => (timeOf(a) > timeOf(b) ? -1 : timeOf(a) < timeOf(b) ? 1 : 0))
      .slice(0, copyThresholds.ownPast)
    return [...superior.filter(allowed), ...latest]
  }
}

const timeOf = ({ period, trace: { dated } }: CopyDocument): string => `${period === null ? '9999' : lastMonth(period)} ${dated ?? ''}`

function comparedClasses(copier: CopyDocument, documents: readonly CopyDocument[], near: readonly CopyDocument[]): SourceClass[] {
  const classes = new Set(near.map((other) => sourceClass(datedOf(copier), datedOf(other))))
  if (documents.some((other) => isPeer(copier, other))) classes.add('peer')
  return (['superior', 'peer', 'own-past'] as const).filter((each) => classes.has(each))
}

function alignAll(
  copier: CopyDocument,
  prepared: Prepared,
  sources: readonly CopyDocument[],
  sourceOf: (document: CopyDocument) => Prepared,
): Attributed[] {
  const table = seedTable(prepared.stream.codes)
  return sources.flatMap((source) => {
    const order = sourceOrder(datedOf(copier), datedOf(source))
    if (order === null) return []
    const relation = sourceClass(datedOf(copier), datedOf(source))
    return align(prepared, table, sourceOf(source)).map(
      (alignment: Alignment): Attributed => ({ file: source.file, sourceClass: relation, order, time: timeOf(source), alignment }),
    )
  })
}

const copied = (
  file: string,
  {
    file: source,
    sourceClass: relation,
    order,
    alignment: { place, sourcePlace, length, similarity, masked, changed },
  }: ReturnType<typeof attribute>['passages'][number],
): Omit<CopiedPassage, 'id'> => ({
  file,
  ...place,
  source,
  sourceStart: sourcePlace.start,
  sourceEnd: sourcePlace.end,
  length,
  similarity,
  masked,
  sourceClass: relation,
  order,
  changed,
})

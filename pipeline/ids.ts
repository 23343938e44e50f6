/**
 * The id of a record: the file's hash, the county, the role or kind, and the quote's place. It does not change with the program's version, so that
 * a person's decision keeps its target. Equal ones are told apart by their order.
 */
import { hash } from 'node:crypto'

const LENGTH = 16

export interface IdParts {
  readonly sha256: string
  readonly county: string | null
  /** The role of a value, the status of an achievement, a fact's id, the kind of a check or document. */
  readonly kind: string
  readonly place: { readonly start: number; readonly end: number } | null
}

/** Gives ids that differ: the second record with the same parts gets another ordinal. */
export function createIds(): (
  record: 'document' | 'value' | 'achievement' | 'fact' | 'assessment' | 'check' | 'copy' | 'practice',
  parts: IdParts,
) => string {
  const ordinals = new Map<string, number>()
  return (record, { sha256, county, kind, place }) => {
    const key = [record, sha256, county ?? '', kind, place?.start ?? '', place?.end ?? ''].join('\u0000')
    const ordinal = ordinals.get(key) ?? 0
    ordinals.set(key, ordinal + 1)
    return shortHash(ordinal === 0 ? key : `${key}\u0000${ordinal}`)
  }
}

/** Ids that are equal in two files (the same bytes sent twice) are told apart by the files' order. */
export function distinctIds(): <Record extends { readonly id: string }>(record: Record) => Record {
  const seen = new Map<string, number>()
  return (record) => {
    const times = seen.get(record.id) ?? 0
    seen.set(record.id, times + 1)
    return times === 0 ? record : { ...record, id: shortHash(`${record.id}\u0000${times}`) }
  }
}

const shortHash = (text: string): string => hash('sha256', text, 'hex').slice(0, LENGTH)

/** Which source each copied character is put down to: that of the longest passage, of equals the earliest. What a better passage holds is not listed again. */
import type { Alignment } from './align.ts'
import type { CopyingShare, SourceClass, SourceOrder } from './copy.ts'
import type { Prepared } from './prepared.ts'
import { copyThresholds } from './thresholds.ts'

export interface Attributed {
  readonly file: string
  readonly sourceClass: SourceClass
  readonly order: SourceOrder
  /** Sorts earlier documents first. */
  readonly time: string
  readonly alignment: Alignment
}

export interface Attribution {
  readonly passages: readonly Attributed[]
  readonly share: number
  readonly sources: CopyingShare['sources']
  readonly characters: number
}

/** So much of a passage, or of the shortest, must be new for it to be listed beside a better one. */
const FRESH = 0.6

const CLASSES: readonly SourceClass[] = ['superior', 'own-past', 'peer']

export function attribute({ stream: { starts, ends } }: Prepared, found: readonly Attributed[]): Attribution {
  const taken = new Uint8Array(starts.length)
  const width = (at: number): number => (ends[at] as number) - (starts[at] as number)
  const copied = new Map<Attributed['file'], { readonly from: Attributed; characters: number }>()
  const passages = [...found].sort(better).flatMap((passage) => {
    const { first, end, length, agreeing } = passage.alignment
    let fresh = 0
    for (const [from, to] of agreeing) for (let at = from; at < to; at++) if (taken[at] === 0) fresh += width(at)
    if (fresh < Math.min(copyThresholds.listed, length) * FRESH) return []
    taken.fill(1, first, end)
    if (length >= copyThresholds.counted)
      copied.set(passage.file, { from: passage, characters: (copied.get(passage.file)?.characters ?? 0) + fresh })
    return [passage]
  })
  const characters = starts.reduce((sum, _, at) => sum + width(at), 0)
  const shareOf = (part: number): number => (characters === 0 ? 0 : Math.round((1e4 * part) / characters) / 1e4)
  const parts = [...copied.values()].sort((a, b) => b.characters - a.characters || (a.from.file < b.from.file ? -1 : 1))
  return {
    passages,
    characters,
    share: shareOf(parts.reduce((sum, part) => sum + part.characters, 0)),
    sources: parts.map(({ from: { file, sourceClass, order }, characters: part }) => ({ file, share: shareOf(part), sourceClass, order })),
  }
}

function better(a: Attributed, b: Attributed): number {
  return (
    b.alignment.length - a.alignment.length ||
    b.alignment.similarity - a.alignment.similarity ||
    (a.time < b.time ? -1 : a.time > b.time ? 1 : 0) ||
    CLASSES.indexOf(a.sourceClass) - CLASSES.indexOf(b.sourceClass) ||
    (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
    a.alignment.first - b.alignment.first
  )
}

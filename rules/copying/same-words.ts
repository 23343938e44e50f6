/** Whether two symbols stand for the same words: those that are masked may not. */
import type { Prepared } from './prepared.ts'

export const isMasked = ({ stream: { codes } }: Prepared, at: number): boolean => isMask(codes[at] as number)

export const isMask = (code: number): boolean => code >= 0xe000 && code < 0xf900

/** Whether two symbols stand for the same words. */
export function isSame(copier: Prepared, at: number, source: Prepared, sourceAt: number): boolean {
  const [start, end] = [copier.stream.starts[at] as number, copier.stream.ends[at] as number]
  const apart = (source.stream.starts[sourceAt] as number) - start
  if ((source.stream.ends[sourceAt] as number) - end !== apart) return false
  for (let place = start; place < end; place++)
    if (copier.folded.text.charCodeAt(place) !== source.folded.text.charCodeAt(place + apart)) return false
  return true
}

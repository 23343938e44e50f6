/** What became of a copied share that asked for a rewrite. A version that was compared with nothing says nothing of it. */
import { copiedFrom } from '../copying/thresholds.ts'
import type { Mended, MendState, Version } from './revision.ts'

/** A share that fell by less than this may be other words around the same passages. */
const LESS = 0.1

export function mendedCopying({ assessment: earlier }: Version, { assessment: later }: Version): Mended[] {
  const [before, after] = [earlier?.copying?.share, later?.copying?.share]
  if (before === undefined || after === undefined || before < copiedFrom.review) return []
  const state: MendState = after < copiedFrom.review ? 'mended' : before - after >= LESS ? 'partly' : 'unmended'
  return [{ about: 'copying', said: `正文${percent(before)}的文字与其他文件相同，这一稿为${percent(after)}`, state, evidence: [] }]
}

const percent = (share: number): string => `${Math.round(share * 100)}%`

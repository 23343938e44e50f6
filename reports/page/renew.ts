/** A page made by a run, with its scores made anew. Its records and texts stay as they are: they are what was scored. */
import { inflateSync, strFromU8 } from 'fflate'
import type { Scores } from '../../rules/scoring/score.ts'
import type { OverviewFacts } from '../papers/overview/facts.ts'
import { type PageData, packed } from './payload.ts'

const DATA = /(<script type="application\/octet-stream" id="data">)([A-Za-z0-9+/=]*)<\/script>/u

/** null for what is no page of a run with scores. */
export async function renewed(html: string, scores: Scores, overview: OverviewFacts | null): Promise<string | null> {
  const found = DATA.exec(html)
  const data = found === null ? null : unpacked(found[2] ?? '')
  if (found === null || data === null) return null
  const from = found.index + (found[1]?.length ?? 0)
  return `${html.slice(0, from)}${await packed({ ...data, scores, overview })}${html.slice(from + (found[2]?.length ?? 0))}`
}

function unpacked(base64: string): PageData | null {
  try {
    const data: unknown = JSON.parse(strFromU8(inflateSync(Buffer.from(base64, 'base64'))))
    return typeof data === 'object' && data !== null && 'scores' in data && data.scores !== null ? (data as PageData) : null
  } catch {
    return null
  }
}

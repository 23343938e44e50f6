/** A page made by a run, with its scores made anew. Its records and texts stay as they are: they are what was scored. */
import { type PageScoring, packed } from './payload.ts'

const BEFORE = '<script type="application/octet-stream" id="scoring">'
const AFTER = '</script>'

/** null for what is no page of a run with scores. */
export async function renewed(html: string, scoring: PageScoring): Promise<string | null> {
  const from = html.indexOf(BEFORE) + BEFORE.length
  const to = html.indexOf(AFTER, from)
  return from < BEFORE.length || to === -1 ? null : html.slice(0, from) + (await packed(scoring)) + html.slice(to)
}

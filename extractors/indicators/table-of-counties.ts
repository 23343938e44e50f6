/**
 * The rows of a table that are counties: its row 平均 or 合计 is the prefecture's, and no figure of the county that reports.
 *
 *   乌苏市 | 91.2   托里县 | 92.1   平均 | 91.5
 */
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { RegionReader } from '../quantities/region.ts'

/** Whether a path of headers leads to what stands for all counties that the other labels of its side name. */
export type OverCounties = (path: readonly string[], labels: readonly string[]) => boolean

/** Of one county and its total nothing says that the total is another's. */
const FEWEST = 2

export function createOverCounties(lexicon: Lexicon, regionsIn: RegionReader): OverCounties {
  const over = new RegExp(`^(?:${wordPattern([...cue(lexicon, 'table-total'), ...cue(lexicon, 'table-average')])})$`, 'u')
  return (path, labels) => {
    if (!path.some((label) => over.test(label))) return false
    const counties = labels.flatMap((label) => {
      const [only, ...others] = regionsIn(label)
      return only?.kind === 'county' && others.length === 0 ? [only.region] : []
    })
    return new Set(counties).size >= FEWEST
  }
}

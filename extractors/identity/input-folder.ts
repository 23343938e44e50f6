/** The folder that submissions were given in (`zhijian run 2021年报送/`): whether its name says anything of them. */
import { foldText } from '../language/fold.ts'
import type { Lexicon } from '../lexicon.ts'
import { readPeriods } from '../quantities/period.ts'
import { createRegionReader } from '../quantities/region.ts'
import { writtenOut } from './shorthand.ts'

/** The name, where it tells a county or a year; else ''. Results do not depend on what else a folder is called. */
export function tellingName(lexicon: Lexicon, name: string): string {
  const folded = foldText(name)
  const tells = readPeriods(writtenOut(folded)).length > 0 || createRegionReader(lexicon)(folded).some(({ kind }) => kind === 'county')
  return tells ? name : ''
}

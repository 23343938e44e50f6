/** What could not but follow, as a clause says it: 导体电阻自然超标, 灰分自然越堆越高. What stands before it is why. */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { cueTest } from './cue-test.ts'
import { createDirection } from './direction.ts'

export function createInevitable(lexicon: Lexicon): (text: string) => boolean {
  const words = (...groups: string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  const direction = createDirection(lexicon)
  const followed = new RegExp(`(?:${words('inevitable-marks')})[^，。；]{0,6}(?:${words('cause-results', 'deficits')})`, 'u')
  const surely = cueTest(lexicon, 'inevitable-marks')
  return (text) => followed.test(text) || (surely(text) && direction(text) < 0)
}

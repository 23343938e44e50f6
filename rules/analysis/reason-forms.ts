/**
 * Forms of words that introduce a reason, whatever stands behind them.
 *
 *   原因是回收料掺用比例过高, 问题出在灌装线上      what the words open is the reason
 *   困人多，因维保公司一个人管60台                  a clause beside the result opens with 因
 *   跟卸车等候时间长分不开                          a frame around the reason
 *   5批次来自未装除湿机的两个晾房                   where it was found is told by what is missing there
 */
import { guardedPattern, wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue, type Lexicon } from '../../extractors/lexicon.ts'
import { cueTest } from './cue-test.ts'

export interface ReasonForms {
  /** What stands behind the words that open a reason; null where none do. */
  readonly opened: (text: string) => string | null
  /** What stands behind a 因 that opens the clause; null where none does. */
  readonly owedTo: (text: string) => string | null
  readonly isFramed: (text: string) => boolean
  /** 来自一家个体口腔门诊: where it was found. */
  readonly isOrigin: (text: string) => boolean
  readonly comesOfLack: (text: string) => boolean
}

/** Fewer characters behind a word of cause say nothing by themselves. */
export const SHORTEST_REASON = 5

export function createReasonForms(lexicon: Lexicon): ReasonForms {
  const words = (group: string): string => wordPattern(cue(lexicon, group))
  const guarded = (group: string): string => guardedPattern(cue(lexicon, group), lexicon.cues[`${group}:misfires`] ?? [])
  const opener = new RegExp(`^.{0,12}?(?:${words('cause-openers')})`, 'u')
  const because = new RegExp(`^${guarded('because-openers')}`, 'u')
  const frame = new RegExp(`(?:${words('cause-frame-open')})[^，。；]{2,40}(?:${words('cause-frame-close')})`, 'u')
  const origin = new RegExp(`^(?:${words('origin-words')})[^，。；]{0,8}[0-9一两二三四五六七八九十](?:${words('finding-units')})`, 'u')
  const lack = new RegExp(`(?:${words('origin-words')})[^，。；]{0,6}?(?:${words('lacking-marks')})([^，。；]{2,14})的`, 'u')
  const thing = cueTest(lexicon, 'mechanism-things', 'mechanisms')
  const behind = (pattern: RegExp, text: string): string | null => {
    const rest = text.replace(pattern, '')
    return rest.length < text.length ? rest : null
  }
  return {
    opened: (text) => behind(opener, text),
    owedTo: (text) => behind(because, text),
    isFramed: (text) => frame.test(text),
    isOrigin: (text) => origin.test(text),
    comesOfLack: (text) => thing(lack.exec(text)?.[1] ?? ''),
  }
}

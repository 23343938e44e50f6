/**
 * Who gives an honour, told beside it and not by the verb's grammar.
 *
 *   ‹授牌单位是›自治区供热协会        a field of its own in a clause behind        ‹中国质量协会公布的›全国…小组名单里        before 的 and the title
 */
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { Honour } from './honour.ts'

/** `from`: where what may be said of the honour begins, behind its verb. '' where nobody is told of so. */
export type GiverTold = (text: string, honour: Honour, from: number) => string

const LONGEST_ORGAN = 24

export function createGiverTold(lexicon: Lexicon): GiverTold {
  const organ = wordPattern([...cue(lexicon, 'honour-organ'), ...cue(lexicon, 'honour-level-social')])
  const field = new RegExp(
    `(?:^|[，（])(?:${wordPattern(cue(lexicon, 'honour-giver-field'))})(?:为|是|系|：)([^，。；：（）]{2,${LONGEST_ORGAN}})(?=[，。；）]|$)`,
    'u',
  )
  const relative = new RegExp(
    `(?:^|[，；。：])([^，。；：的]{2,${LONGEST_ORGAN}}(?:${organ}))(?:${wordPattern(cue(lexicon, 'honour-announce'))})的[“‘]?$`,
    'u',
  )
  /** 通过‹自治区卫健委›组织的…复审 */
  const hosting = new RegExp(
    `^([^，。；：的]{2,${LONGEST_ORGAN}}(?:${organ}))(?:${wordPattern([...cue(lexicon, 'honour-hosted'), ...cue(lexicon, 'honour-issued')])})的[“‘]?$`,
    'u',
  )
  return (text, { start, tailEnd }, from) => {
    const stop = text.slice(tailEnd).search(/[；。]/u)
    const behind = text.slice(tailEnd, stop < 0 ? text.length : tailEnd + stop)
    return field.exec(behind)?.[1] ?? relative.exec(text.slice(0, start))?.[1] ?? hosting.exec(text.slice(from, start))?.[1] ?? ''
  }
}

/**
 * Who gives an honour, written at the head of its title without a verb of giving.
 *
 *   获‹自治区质量技术监督局›“计量工匠”称号      获评‹中国旅游协会›2022年度“十佳乡村节庆”      获评‹公安部›一等县级车辆管理所
 *
 * Only where what stands behind cannot go on the body's own name: a quotation, a year, an ordinal, a level or a grade.
 */
import { guardedPattern, wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { LEVEL_GROUPS } from './level.ts'
import { misfires } from './scan.ts'

/** How many characters at the head of the words name who gives; 0 where none do. `governed`: a verb stands directly before, so that a firm may give too. */
export type TitleGiverReader = (words: string, governed: boolean) => number

const LONGEST_GIVER = 22

export function createTitleGiverReader(lexicon: Lexicon): TitleGiverReader {
  const bodies = [...cue(lexicon, 'honour-organ'), ...cue(lexicon, 'honour-level-social')]
  const never = [...misfires(lexicon, 'honour-body-national'), ...misfires(lexicon, 'honour-body-provincial')]
  const opening = wordPattern([...LEVEL_GROUPS.flatMap((group) => cue(lexicon, group)), ...cue(lexicon, 'honour-grade')])
  const giver = new RegExp(
    `^\\p{Script=Han}{1,${LONGEST_GIVER}}?(?:${guardedPattern(bodies, never)})(?=[“《]|(?:19|20)[0-9]{2}[年—-]|首[批届]|第[0-9一二三四五六七八九十]{1,3}[批届次]|${opening})`,
    'u',
  )
  /** 国网新疆电力公司“五星级供电所”: a firm gives only what is called so. */
  const firm = new RegExp(`^\\p{Script=Han}{2,${LONGEST_GIVER}}?(?:${wordPattern(cue(lexicon, 'honour-giver-firm'))})(?=“)`, 'u')
  return (words, governed) => (giver.exec(words) ?? (governed ? firm.exec(words) : null))?.[0].length ?? 0
}

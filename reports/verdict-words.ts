/** Why a verdict is what it is, where what was copied had a part in it. Works in the browser too. */
import type { Assessment, Criteria } from '../rules/analysis/assessment.ts'
import { levelsOf, verdictOfLevels } from '../rules/analysis/verdict.ts'
import { criterionNames, criterionWords, verdictWords } from './wording.ts'

type Judged = Pick<Assessment, 'verdict'> & {
  readonly criteria: Criteria
  readonly copying: { readonly share: number } | null
}

/** Empty where copying changed nothing. */
export function byCopyingWords({ verdict, criteria, copying }: Judged): string {
  const alone = verdictOfLevels(levelsOf(criteria), null)
  const share = Math.round((copying?.share ?? 0) * 100)
  const byShare =
    copying !== null && alone !== verdict && verdictOfLevels(levelsOf(criteria), copying) === verdict
      ? `只看四项要求为${verdictWords[alone]}，因雷同占正文 ${share}% 评为${verdictWords[verdict]}。`
      : ''
  const aside = criterionNames.flatMap((name) => {
    const count = criteria[name].rejected.filter(({ reason }) => reason === 'copied').length
    return count === 0 ? [] : [`${criterionWords[name]} ${count} 处`]
  })
  return `${byShare}${aside.length === 0 ? '' : `与在先的上级文件或其他县市材料相同而没有计入：${aside.join('、')}。`}`
}

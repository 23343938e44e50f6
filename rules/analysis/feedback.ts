/** What to tell the county: what was good, what is missing and where it was looked for, in courteous official Chinese. */
import type { Criteria, Verdict } from './assessment.ts'

export function feedback(criteria: Criteria, verdict: Verdict): string {
  const good = [
    criteria.comparison.level === 'adequate' ? '对比分析较充分' : '',
    criteria.problems.level === 'specific' ? '问题写得具体' : '',
    criteria.causes.level === 'present' ? '分析了原因' : '',
    criteria.measures.level === 'concrete' ? '措施有责任和时限' : '',
  ].filter((text) => text !== '')
  const missing = [criteria.comparison, criteria.problems, criteria.causes, criteria.measures]
    .map((criterion) => criterion.missing)
    .filter((text) => text !== '')
  const praise = good.length > 0 ? `报告${good.join('，')}。` : ''
  if (verdict === 'pass') return `${praise}四项要求均已达到。`
  return `${praise}${missing.length > 0 ? `请补充完善：${missing.map((text, index) => `${index + 1}．${text}`).join('；')}。` : ''}`
}

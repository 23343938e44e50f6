/** What to tell the county: what was good, what is missing and where it was looked for, what does not add up, in courteous official Chinese. */
import type { CopyingShare, SourceClass, SourceOrder } from '../copying/copy.ts'
import { copiedFrom } from '../copying/thresholds.ts'
import type { Assessment, Criteria } from './assessment.ts'
import type { Thresholds } from './thresholds.ts'

type Told = Pick<Assessment, 'criteria' | 'verdict' | 'chains' | 'slips' | 'copying'>

/** Quotes of a problem longer than this are cut. */
const LONGEST_QUOTE = 40

export function feedback({ criteria, verdict, chains, slips, copying }: Told, { examples }: Thresholds): string {
  const [good, missing] = [goodOf(criteria), missingOf(criteria)]
  const praise = good.length > 0 ? `报告${good.join('，')}。` : ''
  const open = criteria.measures.level === 'absent' ? [] : chains.filter(({ measures }) => measures.length === 0).slice(0, examples)
  const rest = [
    open.length === 0
      ? ''
      : `以下问题没有看到对应的措施：${open.map(({ problem }) => `“${short(problem.quote)}”`).join('、')}，请对应写明。`,
    slips.length === 0
      ? ''
      : `请核对数字：${slips
          .slice(0, examples)
          .map(({ message }) => message)
          .join('；')}。`,
    copyingWords(copying),
  ].join('')
  if (verdict === 'pass') return `${praise}四项要求均已达到。${rest}`
  return `${praise}${pointsWords(missing)}${rest}`
}

/** What it says besides the gaps, where each of them stands beside its criterion. */
export const beyondGaps = ({ feedback: told, criteria }: Pick<Assessment, 'feedback' | 'criteria'>): string =>
  told.replace(pointsWords(missingOf(criteria)), '')

/** A single point bears no number. */
function pointsWords(missing: readonly string[]): string {
  if (missing.length === 0) return ''
  const points = missing.length === 1 ? missing : missing.map((text, index) => `${index + 1}．${text}`)
  return `请补充完善：${points.join('；')}。`
}

const goodOf = ({ comparison, problems, causes, measures }: Criteria): string[] =>
  [
    comparison.level === 'adequate' ? '对比分析较充分' : '',
    problems.level === 'specific' ? '问题写得具体' : '',
    causes.level === 'present' ? '分析了原因' : '',
    measures.level === 'concrete' ? '措施有责任和时限' : '',
  ].filter((text) => text !== '')

const missingOf = ({ comparison, problems, causes, measures }: Criteria): string[] =>
  [comparison, problems, causes, measures].map(({ missing }) => missing).filter((text) => text !== '')

const short = (quote: string): string => (quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}…` : quote)

const sourceWords: Readonly<Record<SourceClass, string>> = { superior: '上级文件', peer: '其他县市的报告', 'own-past': '本县市往期报告' }

function copyingWords(copying: CopyingShare | null): string {
  const first = copying?.sources[0]
  if (copying === null || first === undefined || copying.share < copiedFrom.review) return ''
  const classes = [...new Set(copying.sources.map(({ sourceClass }) => sourceClass))].map((each) => sourceWords[each]).join('、')
  const same = `正文有${Math.round(copying.share * 100)}%的文字${orderWords(first.order)}${classes}相同，请核实并结合本县市实际改写。`
  const open = copying.sources.find(({ order }) => order !== 'earlier')
  return open === undefined ? same : `${same}${openWords[open.order]}，不能认定由谁先写；确系本县市自行撰写的，请作说明，由办公室核实。`
}

/** Of equal date nobody can say who wrote it first. */
const orderWords = (order: SourceOrder): string => (order === 'earlier' ? '与此前的' : '与')

const openWords: Readonly<Record<SourceOrder, string>> = {
  earlier: '',
  'same-date': '其中有的材料与本报告日期相同',
  unknown: '其中有的材料与本报告先后不明',
}

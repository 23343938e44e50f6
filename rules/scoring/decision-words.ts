/** A decision in the words of the office, as results, page and forms show it. */
import type { Lexicon } from '../../extractors/lexicon.ts'
import { periodWords } from '../../extractors/quantities/period-words.ts'
import type { Decision, ItemDecision, ValueDecision } from './decisions.ts'
import type { EnteredQuantity } from './entered-quantity.ts'
import type { Feed } from './feed.ts'
import { operandName, operandsOf } from './operand.ts'
import { operandNames } from './operand-name.ts'
import { entryWords } from './read/entered.ts'
import { achievementWords, answerWords, awardLevelWords, kindWords } from './record-words.ts'
import type { Scheme } from './scheme.ts'

export type DecisionWords = (decision: Decision) => string

type RecordDecision = Extract<Decision, { about: 'value' | 'fact' | 'achievement' | 'practice' | 'document' }>

/** What a record is that decisions are about, as the machine read it; null where the feed has it no more. */
export function decidedRecords(
  feed: Feed,
  decisions: readonly Decision[],
  { facts: known }: Lexicon,
): (decision: RecordDecision) => string | null {
  const asked = new Set(decisions.flatMap((decision) => ('id' in decision ? [`${decision.about}/${decision.id}`] : [])))
  const words = new Map<string, string>()
  const add = (about: RecordDecision['about'], id: string, told: () => string): void => {
    if (asked.has(`${about}/${id}`)) words.set(`${about}/${id}`, told())
  }
  if (asked.size === 0) return () => null
  const place = ({ county, period }: Stated): string => `${county ?? ''}${period === null ? '' : periodWords(period)}`
  for (const value of feed.values) add('value', value.id, () => `${place(value)}“${value.name}”（原文“${value.evidence.quote}”）`)
  for (const fact of feed.facts ?? [])
    add('fact', fact.id, () => `${place(fact)}“${known.find(({ id }) => id === fact.fact)?.name ?? fact.fact}”`)
  for (const { id, county, title, holder } of feed.achievements) add('achievement', id, () => `${county ?? ''}“${title}”（${holder}）`)
  for (const practice of feed.practices ?? []) add('practice', practice.id, () => `${place(practice)}创新做法“${practice.evidence.quote}”`)
  for (const { id, file } of feed.documents) add('document', id, () => `文件“${file}”`)
  return ({ about, id }) => words.get(`${about}/${id}`) ?? null
}

type Stated = Pick<Feed['values'][number], 'county' | 'period'>

/** `countyName`: by id, in the assessed year. */
export function createDecisionWords(
  scheme: Scheme,
  lexicon: Lexicon,
  countyName: (id: string) => string,
  recordOf: (decision: RecordDecision) => string | null,
): DecisionWords {
  const record = (decision: RecordDecision, kind: string): string => recordOf(decision) ?? `${kind}（编号 ${decision.id}）`
  const nameOf = operandNames(lexicon)
  const item = (decision: ItemDecision): string => {
    const asked = scheme.items.find(({ id }) => id === decision.item)
    const part = operandsOf(asked?.rule).find((operand) => operandName(operand) === decision.of)
    const about = `${countyName(decision.county)}${periodWords(decision.period)}“${asked?.name ?? decision.item}”${part === undefined ? '' : `的“${nameOf(part)}”`}`
    if (decision.applies === false) return `${about}：不涉及`
    return decision.points === undefined ? `${about}：复核值 ${entryWords(decision)}` : `${about}：复核得分 ${decision.points} 分`
  }
  const value = ({ to, indicator, county, period, reject }: ValueDecision): string =>
    [
      ...(reject === undefined ? [] : ['不采用']),
      ...(to === undefined ? [] : [`更正为 ${quantityWords(to)}`]),
      ...(indicator === undefined ? [] : [`指标改为“${lexicon.indicators.find(({ id }) => id === indicator)?.name ?? indicator}”`]),
      ...placeWords(county, period),
    ].join('，')
  const placeWords = (county: string | undefined, period: string | undefined): string[] => [
    ...(county === undefined ? [] : [`县市改为${countyName(county)}`]),
    ...(period === undefined ? [] : [`期间改为${periodWords(period)}`]),
  ]
  return (decision) => {
    switch (decision.about) {
      case 'item':
        return item(decision)
      case 'value':
        return `${record(decision, '指标值')}${value(decision)}`
      case 'fact':
        return `${record(decision, '事实')}：${answerWords[decision.answer]}`
      case 'achievement':
        return `${record(decision, '成果')}：${decision.reject ? '不采用' : [decision.status && achievementWords[decision.status], decision.level && awardLevelWords[decision.level], decision.year && `${decision.year}年`].filter(Boolean).join('，')}`
      case 'practice':
        return `${record(decision, '创新做法')}：不采用`
      case 'document':
        return `${record(decision, '文件')}${[...placeWords(decision.county, decision.period), ...(decision.kind === undefined ? [] : [`类别改为${kindWords[decision.kind]}`])].join('，')}`
      case 'quarter':
        return `${countyName(decision.county)}${periodWords(decision.period)}得分：${decision.score} 分`
      case 'veto':
        return `${countyName(decision.county)}“${scheme.vetoes.find(({ id }) => id === decision.veto)?.name ?? decision.veto}”：${decision.answer === 'yes' ? '发生' : '未发生'}`
      case 'grade':
        return `${countyName(decision.county)}：${decision.grade}级`
    }
  }
}

const SIGNS = { '=': '', '>=': '≥', '<=': '≤', '>': '＞', '<': '＜', '~': '约' } as const

const quantityWords = ({ value, upper, comparator, unit }: EnteredQuantity): string =>
  `${SIGNS[comparator]}${value}${upper === undefined ? '' : `—${upper}`}${unit}`

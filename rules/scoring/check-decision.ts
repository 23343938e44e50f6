/** A decision held against scheme and lexicon: what it names is known, and what it enters can stand for what the rule reads. */
import type { County, Lexicon } from '../../extractors/lexicon.ts'
import { inUnit } from '../../extractors/quantities/in-unit.ts'
import { periodWords } from '../../extractors/quantities/period-words.ts'
import { unknown } from '../../extractors/suggest.ts'
import type { Entered, GivenDecision, ItemDecision, ValueDecision, WrittenDecision } from './decisions.ts'
import { enteredQuantity, expectedQuantity } from './entered-quantity.ts'
import { entryMistake } from './entry-check.ts'
import { entryKind } from './entry-kind.ts'
import { listedEntry } from './listed-entry.ts'
import { pointsByPeriod } from './office.ts'
import { nameMeant, type Operand, operandName, operandsOf } from './operand.ts'
import type { Scheme } from './scheme.ts'
import type { Item } from './scheme-items.ts'

/** Makes the error that names a key of the decision and says what is wrong with it. */
type Wrong = (key: string, what: string) => Error

/** Counties and indicators by their ids, numbers in words as numbers. Throws what `wrong` makes. */
export function checkedDecision(written: WrittenDecision, scheme: Scheme, lexicon: Lexicon, wrong: Wrong): GivenDecision {
  checkScheme(written, scheme, wrong)
  const named =
    'county' in written && written.county !== undefined ? { ...written, county: countyOf(written.county, lexicon, wrong).id } : written
  if (named.about === 'item') return checkedItem(named, scheme, lexicon, wrong)
  return named.about === 'value' ? checkedValue(named, lexicon, wrong) : named
}

function checkScheme(decision: WrittenDecision, scheme: Scheme, wrong: Wrong): void {
  const known = (key: string, asked: string, names: readonly string[]): void => {
    if (!names.includes(asked)) throw wrong(key, expectedOf(asked, names))
  }
  if (decision.about === 'veto')
    known(
      'veto',
      decision.veto,
      scheme.vetoes.map(({ id }) => id),
    )
  if (decision.about === 'grade') known('grade', decision.grade, scheme.grades?.bands.map(({ grade }) => grade) ?? [])
  if (decision.about === 'quarter' || decision.about === 'item') known('period', decision.period, periodsOf(scheme))
  const { quarter: most } = scheme.settings.caps
  if (decision.about === 'quarter' && most !== null && decision.score > most) throw wrong('score', `季度得分应在 0 到 ${most} 之间`)
}

/** 没有“2020-Q9”，是不是“2020-Q1”？应为 … 之一. */
function expectedOf(asked: string, names: readonly string[]): string {
  const said = unknown(asked, names)
  return `${said}${said.endsWith('？') ? '' : '，'}应为 ${names.join('、')} 之一`
}

const periodsOf = ({ year, quarters }: Scheme): string[] => [...quarters.map(({ quarter }) => `${year}-${quarter}`), String(year)]

function countyOf(asked: string, { regions }: Lexicon, wrong: Wrong): County {
  const county = regions.counties.find(
    ({ id, names, aliases }) => id === asked || aliases.includes(asked) || names.some((each) => each.name === asked),
  )
  if (county !== undefined) return county
  throw wrong(
    'county',
    unknown(
      asked,
      regions.counties.flatMap(({ id, names }) => [id, ...names.map((each) => each.name)]),
    ),
  )
}

function checkedItem(decision: ItemDecision, scheme: Scheme, lexicon: Lexicon, wrong: Wrong): ItemDecision {
  const { item: id, of: named, value, points } = decision
  const { items } = scheme
  const item = items.find((each) => each.id === id)
  if (item === undefined)
    throw wrong(
      'item',
      unknown(
        id,
        items.map((each) => each.id),
      ),
    )
  const asked = Object.keys(pointsByPeriod(item, scheme))
  if (!asked.includes(decision.period))
    throw wrong(
      'period',
      `“${item.name}”在${periodWords(decision.period)}没有计分，应为 ${asked.join('、')}${asked.length > 1 ? ' 之一' : ''}`,
    )
  const beyond = points === undefined ? null : pointsMistake(points, item, decision.period, scheme)
  if (beyond !== null) throw wrong('points', `“${item.name}”的复核得分${beyond}`)
  if (value === undefined) return decision
  const operands = operandsOf(item.rule)
  const names = [...new Set(operands.map(operandName))]
  const meant = named === undefined ? null : nameMeant(named, names)
  if (named !== undefined && meant === null) throw wrong('of', `${unknown(named, names)}（可写：${names.join('、')}）`)
  const of = meant ?? (names.length === 1 ? names[0] : undefined)
  if (of === undefined)
    throw wrong(
      'value',
      `“${item.name}”读取多项，不能只填一个复核值：请填复核得分（points），或在“分项”表里逐项填写（of：${names.join('、')}）`,
    )
  const operand = operands.find((each) => operandName(each) === of)
  const entered = enteredAs(item.rule, operand, value, lexicon)
  const quantity = typeof entered === 'string' ? enteredQuantity(entered, lexicon) : null
  const given = { ...decision, value: entered, ...(named === undefined ? {} : { of }) }
  const read = quantity === null ? given : { ...given, quantity }
  const expected = operand === undefined ? null : entryMistake(operand, read, item.rule, lexicon)
  if (expected !== null) throw wrong('value', `“${item.name}”的复核值${expected}`)
  const unit =
    operand !== undefined && 'indicator' in operand ? lexicon.indicators.find((each) => each.id === operand.indicator)?.unit : null
  return quantity === null ? read : { ...read, quantity: inUnit(quantity, unit ?? '') }
}

/** Words of a list as the list, and a number that is one of a choice's words as that word; all else as it stands. */
function enteredAs(rule: unknown, operand: Operand | undefined, value: Entered, lexicon: Lexicon): Entered {
  const asked = operand !== undefined && 'entry' in operand ? entryKind(rule, operand.entry) : null
  if (asked?.kind === 'choice') return typeof value === 'number' ? String(value) : value
  // 3篇 says how many, and not which.
  if (asked?.kind !== 'list' || typeof value !== 'string' || enteredQuantity(value, lexicon) !== null) return value
  const listed = listedEntry(value)
  return listed === null ? value : [...listed]
}

/** What an item cannot give in that period; null where it can. */
function pointsMistake(points: number, item: Item, period: string, scheme: Scheme): string | null {
  const most = pointsByPeriod(item, scheme)[period]
  if (most === undefined) return null
  const [from, to] = item.kind === 'penalty' ? [-most, 0] : [0, most]
  return points < from || points > to ? `应在 ${from} 到 ${to} 之间` : null
}

function checkedValue(
  { to, indicator: asked, ...decision }: Extract<WrittenDecision, { about: 'value' }>,
  lexicon: Lexicon,
  wrong: Wrong,
): ValueDecision {
  const quantity = to === undefined ? undefined : enteredQuantity(to, lexicon)
  if (quantity === null) throw wrong('to', `更正值${expectedQuantity}`)
  const indicator =
    asked === undefined
      ? undefined
      : lexicon.indicators.find(({ id, name, aliases }) => id === asked || name === asked || aliases.includes(asked))
  if (asked !== undefined && indicator === undefined)
    throw wrong(
      'indicator',
      unknown(
        asked,
        lexicon.indicators.flatMap(({ id, name }) => [name, id]),
      ),
    )
  return {
    ...decision,
    ...(quantity === undefined ? {} : { to: quantity }),
    ...(indicator === undefined ? {} : { indicator: indicator.id }),
  }
}

/** What the review columns of each sheet say, as decisions: one reader a sheet. What cannot be read is answered with its column and what is expected. */
import { createKindReader } from '../extractors/identity/kind.ts'
import type { Role } from '../extractors/indicators/value.ts'
import type { Indicator, Lexicon } from '../extractors/lexicon.ts'
import { readPeriods } from '../extractors/quantities/period.ts'
import { unknown } from '../extractors/suggest.ts'
import { achievementWords, answerWords, awardLevelWords, kindWords, roleWords } from '../reports/wording.ts'
import { reviewTitles } from '../reports/workbook/sheets/review-columns.ts'
import { gradePart, vetoPart } from '../reports/workbook/sheets/standings.ts'
import { domainMistake, type EnteredQuantity, enteredQuantity, expectedQuantity, unitMistake } from '../rules/scoring/entered-quantity.ts'
import { indicatorDomain, valueDomain } from '../rules/scoring/indicator-domain.ts'
import type { WrittenDecision } from './merge-decisions.ts'
import type { ReviewRow } from './review-rows.ts'

/** What is wrong, and in which column. */
export class ReviewMistake {
  readonly title: string
  readonly what: string
  constructor(title: string, expected: string) {
    this.title = title
    this.what = `“${title}”${expected}`
  }
}

/** What is wrong in several columns of a row. */
export type ReviewMistakes = readonly ReviewMistake[]

export type ReviewReader = (row: ReviewRow, id: string, lexicon: Lexicon) => WrittenDecision | ReviewMistake | ReviewMistakes

export const isMistakes = (read: WrittenDecision | ReviewMistake | ReviewMistakes): read is ReviewMistake | ReviewMistakes =>
  read instanceof ReviewMistake || Array.isArray(read)

/** What a row of a sheet is about, whatever is decided of it. */
export function subjectOf(sheet: string, id: string): WrittenDecision {
  const about = ABOUT[sheet]
  if (about !== undefined) return { about, id }
  const [county = '', period = '', item, ...rest] = id.split('/')
  const part = rest.join('/')
  if (item === vetoPart) return { about: 'veto', county, veto: part }
  if (item === gradePart) return { about: 'grade', county }
  if (item === undefined) return { about: 'quarter', county, period }
  return { about: 'item', county, period, item, ...(part === '' ? {} : { of: part }) }
}

const ABOUT: Readonly<Record<string, string>> = {
  指标值: 'value',
  待复核: 'value',
  成果: 'achievement',
  事实: 'fact',
  创新做法: 'practice',
  文件清单: 'document',
}

const REJECTED = new Set(['不采用', '删除', '剔除'])

/** Its number with bound and unit, and what it is of. */
function value(row: ReviewRow, id: string, lexicon: Lexicon): WrittenDecision | ReviewMistakes {
  const written = row.cell(reviewTitles.value)
  const indicator = row.cell(reviewTitles.indicator)
  const { place, wrong: misplaced } = placeOf(row, lexicon)
  if (REJECTED.has(written) && misplaced.length === 0)
    return indicator === '' && Object.keys(place).length === 0
      ? { about: 'value', id, reject: true }
      : [new ReviewMistake(reviewTitles.value, '为“不采用”时，不要再填其他复核列')]
  const known = lexicon.indicators.find(({ id: code, name, aliases }) => [code, name, ...aliases].includes(indicator))
  const quantity = written === '' || REJECTED.has(written) ? null : enteredQuantity(written, lexicon)
  const beyond = quantity === null ? null : quantityMistake(quantity, known, row, lexicon)
  const wrong = [
    ...(indicator === '' || known !== undefined
      ? []
      : [
          new ReviewMistake(
            reviewTitles.indicator,
            `：指标库中${unknown(indicator, namesOf(lexicon)).replace(/？$/u, '')}，请写指标库中的名称`,
          ),
        ]),
    ...(written === '' || REJECTED.has(written) || quantity !== null
      ? []
      : [new ReviewMistake(reviewTitles.value, `${expectedQuantity}，或“不采用”`)]),
    ...(beyond === null ? [] : [new ReviewMistake(reviewTitles.value, beyond)]),
    ...misplaced,
  ]
  if (wrong.length > 0) return wrong
  return {
    about: 'value',
    id,
    ...(written === '' ? {} : { to: numberOf(written) ?? written }),
    ...(indicator === '' ? {} : { indicator: known?.name ?? indicator }),
    ...place,
  }
}

/** `named`: the indicator that the value is corrected to, where it is. */
function quantityMistake(quantity: EnteredQuantity, named: Indicator | undefined, row: ReviewRow, { indicators }: Lexicon): string | null {
  const unit = named?.unit ?? row.cell('单位')
  const role = roles.find((each) => roleWords[each] === row.cell('角色'))
  const of = named ?? indicators.find(({ name }) => name === row.cell('指标'))
  // A row of another sheet does not say its role: what it is corrected to is a level.
  const domain = role === undefined ? named && indicatorDomain(named) : valueDomain(of, role, role === 'change' ? row.cell('单位') : unit)
  return unitMistake(quantity, [unit]) ?? (domain === undefined ? null : domainMistake(quantity, domain))
}

const roles = Object.keys(roleWords) as readonly Role[]

const namesOf = ({ indicators }: Lexicon): string[] => indicators.map(({ name }) => name)

/** County and period, as far as they are corrected. */
function placeOf(row: ReviewRow, { regions }: Lexicon): { place: { county?: string; period?: string }; wrong: ReviewMistakes } {
  const [county, written] = [row.cell(reviewTitles.county), row.cell(reviewTitles.period)]
  const period = written === '' ? null : periodOf(written)
  const isKnown = regions.counties.some(({ id, names, aliases }) => [id, ...aliases, ...names.map(({ name }) => name)].includes(county))
  return {
    place: { ...(county === '' ? {} : { county }), ...(period === null ? {} : { period }) },
    wrong: [
      ...(county === '' || isKnown
        ? []
        : [new ReviewMistake(reviewTitles.county, `：没有名为“${county}”的县（市），应为 ${countyNames(regions).join('、')} 之一`)]),
      ...(written === '' || period !== null ? [] : [new ReviewMistake(reviewTitles.period, '写作 2020年第三季度、2020-Q3 或 2020年')]),
    ],
  }
}

const countyNames = ({ counties }: Lexicon['regions']): string[] => counties.map(({ names, id }) => names[0]?.name ?? id)

/** Status and level, one of them or both, and the year in which it was won. */
function achievement(row: ReviewRow, id: string): WrittenDecision | ReviewMistakes {
  const [written, said] = [row.cell(reviewTitles.value), row.cell(reviewTitles.year)]
  if (REJECTED.has(written))
    return said === ''
      ? { about: 'achievement', id, reject: true }
      : [new ReviewMistake(reviewTitles.value, '为“不采用”时，不要再填其他复核列')]
  const words = written.split(/[、，,；;\s]+/u).filter(Boolean)
  const status = words.map((word) => keyOf(achievementWords, word)).find((each) => each !== null)
  const level = words.map((word) => keyOf(awardLevelWords, word)).find((each) => each !== null)
  const [, year] = /^(\d{4})年?$/u.exec(said) ?? []
  const understood = Number(status !== undefined) + Number(level !== undefined)
  const wrong = [
    ...(words.length === understood
      ? []
      : [
          new ReviewMistake(
            reviewTitles.value,
            `应为“不采用”，或状态（${Object.values(achievementWords).join('、')}），或级别（${Object.values(awardLevelWords).join('、')}），两样都改的用“、”隔开`,
          ),
        ]),
    ...(said === '' || year !== undefined ? [] : [new ReviewMistake(reviewTitles.year, '应为获得的年份，写作 2020')]),
  ]
  if (wrong.length > 0) return wrong
  return {
    about: 'achievement',
    id,
    ...(status === undefined ? {} : { status }),
    ...(level === undefined ? {} : { level }),
    ...(year === undefined ? {} : { year: Number(year) }),
  }
}

function practice(row: ReviewRow, id: string): WrittenDecision | ReviewMistake {
  return REJECTED.has(row.cell(reviewTitles.value))
    ? { about: 'practice', id, reject: true }
    : new ReviewMistake(reviewTitles.value, '应为“不采用”；做法的文字请在通报草稿里改')
}

function fact(row: ReviewRow, id: string): WrittenDecision | ReviewMistake {
  const answer = keyOf(answerWords, row.cell(reviewTitles.value))
  return answer === null
    ? new ReviewMistake(reviewTitles.value, `应为 ${Object.values(answerWords).join('、')} 之一`)
    : { about: 'fact', id, answer }
}

/** By its name here, or as the title of a document would say it. */
function kindNamed(written: string, lexicon: Lexicon): string | null {
  const named = keyOf(kindWords, written)
  if (named !== null) return named
  const { kind } = createKindReader(lexicon).kindOf({ title: written, name: '', folders: [] }, 'docx')
  return kind === 'unknown' ? null : kind
}

function document(row: ReviewRow, id: string, lexicon: Lexicon): WrittenDecision | ReviewMistakes {
  const written = row.cell(reviewTitles.kind)
  const { place, wrong: misplaced } = placeOf(row, lexicon)
  const kind = written === '' ? null : kindNamed(written, lexicon)
  const wrong = [
    ...misplaced,
    ...(written === '' || kind !== null ? [] : [new ReviewMistake(reviewTitles.kind, `应为 ${Object.values(kindWords).join('、')} 之一`)]),
  ]
  return wrong.length > 0 ? wrong : { about: 'document', id, ...place, ...(kind === null ? {} : { kind }) }
}

/** By the shape of its id: an item, a part of one, a quarter, a veto, a grade. */
function scored(row: ReviewRow, id: string): WrittenDecision | ReviewMistake {
  const subject = subjectOf(row.sheet, id)
  const [points, written] = [row.cell(reviewTitles.points), row.cell(reviewTitles.value)]
  if (subject['about'] === 'veto') {
    const answer = VETO_ANSWERS[written]
    return answer === undefined ? new ReviewMistake(reviewTitles.value, '应为 发生、未发生 之一') : { ...subject, answer }
  }
  if (subject['about'] === 'grade') return { ...subject, grade: written.replace(/级$/u, '') }
  if (subject['about'] === 'quarter') {
    const score = numberOf(written)
    return score === null ? new ReviewMistake(reviewTitles.value, '应为分数') : { ...subject, score }
  }
  return item(subject, points, written)
}

const VETO_ANSWERS: Readonly<Record<string, 'yes' | 'no'>> = { 发生: 'yes', 是: 'yes', 未发生: 'no', 没有发生: 'no', 否: 'no' }

function item(place: WrittenDecision, points: string, written: string): WrittenDecision | ReviewMistake {
  if (points !== '' && written !== '') return new ReviewMistake(reviewTitles.value, `和“${reviewTitles.points}”只填一列`)
  if (points !== '') {
    const number = numberOf(points)
    return number === null ? new ReviewMistake(reviewTitles.points, '应为数字') : { ...place, points: number }
  }
  if (place['of'] === undefined && (written === '不涉及' || written === '不适用')) return { ...place, applies: false }
  return { ...place, value: numberOf(written) ?? written }
}

export const reviewReaders: Readonly<Record<string, ReviewReader>> = {
  指标值: value,
  待复核: value,
  成果: achievement,
  事实: fact,
  创新做法: practice,
  文件清单: document,
  评分: scored,
  待核: scored,
  分项: scored,
  季度和等级: scored,
}

/** A plain number; what bears a unit stays in words, and is read with it. */
function numberOf(written: string): number | null {
  const plain = written.replace(/[,，分\s]/gu, '')
  return /^-?\d+(?:\.\d+)?$/u.test(plain) ? Number(plain) : null
}

const keyOf = (words: Readonly<Record<string, string>>, word: string): string | null =>
  Object.entries(words).find(([key, each]) => each === word || key === word)?.[0] ?? null

function periodOf(written: string): string | null {
  if (/^\d{4}(?:-(?:Q[1-4]|H[12]|\d{2}))?$/u.test(written)) return written
  // The whole of it: 2020年第5季度 is no 2020年.
  const [read] = readPeriods(written)
  return read !== undefined && read.span.end - read.span.start === written.length ? read.period : null
}

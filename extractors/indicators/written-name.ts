/**
 * The name under which a value is written that the lexicon has no indicator for: the text's own words, as a table's header would have them.
 *
 *   抽检药品‹40批次›                     药品抽检批次
 *   建设工程质量投诉（件）| 一季度         建设工程质量投诉件数: unit and time have fields of their own
 *   医疗器械抽验6批次，合格率‹83.3%›      医疗器械抽验合格率
 *   其中新的、严重的18例，占‹24.7%›       …占比, where no words stand beside a share
 *
 * Nothing else depends on it: what the values mean is settled before.
 */
import { guardedPattern, wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon, placeNames } from '../lexicon.ts'
import { PERIOD, stripped } from './name.ts'
import type { Value } from './value.ts'

type Unnamed = Omit<Value, 'id'>

/** Values of one document, in order of position, with the names that they are written under. */
export type Namer = (text: string, values: readonly Unnamed[]) => Unnamed[]

/** Short names (乌苏, 奎屯) stand in names of other things. */
const FULL = /[市县州区师]$/u
const WIDE = ['各县（市）']
const BATCH = '批次'
const CASE = '件'
const SHORTEST = 2
/** So far back in its sentence a rate finds what was sampled. */
const LOOK_BACK = 120
/** So far behind a number the thing counted is looked for. */
const LOOK_AHEAD = 18
const BRACKETS = /（[^（）]{1,6}）/gu
const BREAK = /[。；！？\n\t]/u

/** What is added to the name of a count. */
const COUNT_TAIL = /^(?:件数|批次)$/u
/** 合格率%: a header's unit. */
const UNIT_AT_END = /(?<=率|比)[%‰]$/u
/** 抽查9类工业产品 */
const CLASSES = /[0-9一二三四五六七八九十]{1,3}大?[类种]/u
/** What is counted, right behind the number and up to the clause's end or 的. */
const behind = /^(?![及和与])(\p{Script=Han}{2,14}?)(?=[，。；、：（）]|的|$)/u
/** What counts the points of a list. */
const LIST_MARKS = /^(?:[①-⑳—–•·●■◆★※]|【[^【】]*】)+/u

const isPart = (unit: string | undefined): boolean => unit === '%' || unit === '‰' || unit === '个百分点'

const PAIRS = [
  ['（', '）'],
  ['“', '”'],
  ['《', '》'],
] as const

/** A name without the bracket or quotation mark whose other half was left behind. */
function unpaired(name: string): string {
  let rest = name
  for (const [opening, closing] of PAIRS) {
    const opens = rest.lastIndexOf(opening)
    const closes = rest.indexOf(closing)
    if (opens > rest.lastIndexOf(closing)) rest = opens === 0 ? rest.slice(1) : rest.slice(0, opens)
    else if (closes >= 0 && !rest.slice(0, closes).includes(opening)) rest = rest.slice(closes + 1) || rest.slice(0, closes)
  }
  return rest
}

/** 表2!C5 → 表2!5 */
const rowOf = ({ evidence: { cell } }: Unnamed): string => (cell ?? '').replace(/(?<=!)[A-Z]+/u, '')

const tableOf = ({ evidence: { cell } }: Unnamed): string => (cell ?? '').split('!')[0] ?? ''

export function createNamer(lexicon: Lexicon): Namer {
  const words = (...groups: string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  const { areas } = lexicon.regions
  const place = new RegExp(`^(?:${wordPattern([...placeNames(lexicon.regions), ...areas.flatMap((area) => area.words)])})`, 'u')
  /** 额敏县优良天数, 我市受理投诉: whose it is has a field of its own; 额敏县某乡 is a name. */
  const whose = new RegExp(
    `^(?:${wordPattern([...placeNames(lexicon.regions).filter((name) => FULL.test(name)), ...lexicon.regions.self, ...WIDE.flatMap((name) => areas.find((area) => area.name === name)?.words ?? [])])})(?=\\p{Script=Han}{2})(?!\\p{Script=Han}{0,8}(?:${words('named-holders')}))`,
    'u',
  )
  const times = new RegExp(`(?:(?:19|20)[0-9]{2}年)?(?:${PERIOD}|${words('name-sides')})`, 'gu')
  const notLead = new RegExp(`^(?:${wordPattern(lexicon.cues['name-leads:misfires'] ?? [])})`, 'u')
  const lead = new RegExp(`^(?:${words('name-leads')})(?=\\p{Script=Han}{2})`, 'u')
  const tail = new RegExp(`(?:${guardedPattern(cue(lexicon, 'compared'), lexicon.cues['compared:misfires'] ?? [])}|[的等])$`, 'u')
  const against = new RegExp(`^(?:${guardedPattern(cue(lexicon, 'compared-firmly'), lexicon.cues['compared:misfires'] ?? [])})`, 'u')
  const shareTail = new RegExp(`(?:件数|批次|${words('share')})$`, 'u')
  const summedUp = new RegExp(`(?:${words('name-sums')})(?:${words('share')})$`, 'u')
  const sampledFirst = new RegExp(`^(${words('name-sampled')})(\\p{Script=Han}{2,12})$`, 'u')
  const sampled = new RegExp(`(?:${words('name-sampled')})$`, 'u')
  const anySampled = new RegExp(words('name-sampled'), 'gu')
  const result = new RegExp(`(?:${words('name-results')})$`, 'u')
  const counted = new RegExp(`(${words('name-sampled', 'name-results')})(?:${words('name-counted')})$`, 'u')
  const cases = new RegExp(`(?:${words('name-cases')})$`, 'u')
  const rate = new RegExp(`^(?:${words('name-rates')})$`, 'u')
  // 建立了, 全国共有; what was done (抽查) stays in the name, that there is something does not.
  const areaWords = wordPattern(areas.flatMap((area) => area.words))
  const onlyActs = new RegExp(
    `^(?:${areaWords}|${wordPattern(lexicon.regions.self)})?(?:(?:${words('name-holds')})|(${words('name-sampled', 'name-acts')}))了?$`,
    'u',
  )
  const told = new RegExp(`^([^0-9：]{2,14}?)(?:${words('name-tells')})`, 'u')

  /** 质量问题依然最多，占54.4%: of what the clause before tells of. */
  const shareOf = (before: string): string => {
    const thing = told.exec(plain(before.split('，').at(-2) ?? '', false))?.[1]
    return `${thing ?? ''}占比`
  }

  /** Without what has a field of its own. */
  const plain = (name: string, inTable: boolean): string => {
    const shorter = [
      (text: string) => text.replace(BRACKETS, ''),
      (text: string) => text.replace(times, ''),
      (text: string) => text.replace(inTable ? place : whose, ''),
      (text: string) => text.replace(LIST_MARKS, '').replace(UNIT_AT_END, ''),
      (text: string) => (notLead.test(text) ? text : text.replace(lead, '')),
      (text: string) => text.replace(against, '').replace(tail, ''),
      unpaired,
    ]
    return shorter.reduce((text, step) => {
      const rest = step(text)
      return rest.length >= SHORTEST ? rest : text
    }, name)
  }

  /** 药品抽检批次, 食品抽检不合格批次: the thing, what was done, what came of it. */
  const ofBatches = (written: string, before: string): string => {
    const name = written.endsWith(BATCH) ? written.slice(0, -BATCH.length) : written
    const [, verb, thing] = sampledFirst.exec(name) ?? []
    const ordered = verb && thing && !result.test(thing) ? thing + verb : name.replace(counted, '$1')
    if (sampled.test(ordered)) return ordered + BATCH
    if (!result.test(ordered)) return written
    const done = before.match(anySampled)?.at(-1)
    const thingOnly = ordered.replace(result, '')
    const says = ordered.slice(thingOnly.length)
    return done && thingOnly !== '' && ordered.match(anySampled) === null ? `${thingOnly}${done}${says}${BATCH}` : ordered + BATCH
  }

  /** 抽查‹35家›企业, 全国共有‹38家›特种设备生产单位: what was done, or that there are so many, says nothing without what stands behind the number. */
  const completed = (name: string, { unit, role }: Unnamed, after: string): string => {
    const noun = role === 'change' || isPart(unit) ? undefined : behind.exec(after)?.[1]
    if (noun === undefined) return name
    const act = onlyActs.exec(name)
    return act ? (act[1] ?? '') + noun : name
  }

  const nameOf = (value: Unnamed, before: string, after: string, previous: Unnamed | undefined): string => {
    const name = completed(plain(value.name, value.evidence.cell !== undefined), value, after)
    if (value.unit === BATCH) return ofBatches(name.replace(CLASSES, ''), before)
    if (value.unit === CASE && cases.test(name)) return `${name}件数`
    const last = previous?.name ?? ''
    // 投诉971件，同比上升30.51%: a change is named as its level is.
    if (value.role === 'change' && last.startsWith(name) && COUNT_TAIL.test(last.slice(name.length))) return last
    const of = previous?.indicator === null || value.role === 'share' ? last : ''
    if (value.role === 'share' && isPart(name) && of === '') return shareOf(before)
    if (rate.test(name) && of.endsWith(BATCH)) return `${of.slice(0, -BATCH.length).replace(result, '')}${name}`
    if ((name !== value.unit && !isPart(name)) || of === '') return name
    if (value.role === 'share') return summedUp.exec(before)?.[0] ?? `${stripped(of, shareTail)}占比`
    // 白棉占81.3%，上年84.9%，降低3.6个百分点: of what was told before.
    return value.role === 'actual' || isPart(previous?.unit) !== isPart(value.unit) ? name : of
  }

  return (text, values) => {
    const named: Unnamed[] = []
    // Rows of counties: what is sampled stands in the columns.
    const ofPlaces = new Set(values.filter(({ name }) => place.test(name)).map(tableOf))
    for (const value of values) {
      if (value.indicator !== null) {
        named.push(value)
        continue
      }
      const { start, cell } = value.evidence
      const head = text.slice(Math.max(0, start - LOOK_BACK), start)
      const from = start - (cell === undefined ? (head.split(BREAK).at(-1) ?? '').length : 0)
      const previous = named.findLast(({ evidence }) => evidence.start < start)
      const beside =
        previous && (cell === undefined ? previous.evidence.start >= from : rowOf(previous) === rowOf(value)) ? previous : undefined
      named.push({
        ...value,
        name: nameOf(
          value,
          cell === undefined ? text.slice(from, start) : ofPlaces.has(tableOf(value)) ? (beside?.name ?? '') : '',
          cell === undefined ? text.slice(value.evidence.end, value.evidence.end + LOOK_AHEAD) : '',
          beside,
        ),
      })
    }
    return named
  }
}

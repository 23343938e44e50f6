/** One quantity said of several subjects: A、B和C均为100%; 两项均高于97%的目标; 前者与上年持平. */
import type { Quantity } from '../quantities/quantity.ts'
import type { Subject } from './draft.ts'
import { subjectOfItem } from './list-subject.ts'
import { type ListItem, listItems } from './lists.ts'
import type { RoleContext } from './role-context.ts'
import type { SentenceKit } from './sentence-context.ts'
import { findSubject } from './subject.ts'
import { isRate, type SubjectContext } from './subject-kit.ts'
import { agrees } from './units.ts'
import type { Role } from './value.ts'

/**
 * A level said of several subjects before 均 (A、B和C均为100%) is one value for each that the clause names; where it names none (两项均高于97%的目标), for
 * each level that the sentence has just stated.
 */
export function collectiveSubjects(
  kit: SentenceKit,
  context: SubjectContext,
  quantity: Quantity,
  role: Role,
  { lead }: RoleContext,
  levels: readonly Subject[],
): Subject[] {
  const each =
    isCounted(quantity) && role !== 'change' ? [...ofEach(kit, context, lead, quantity, role), ...ofEachLevel(kit, lead, levels)] : []
  if (each.length > 0) return each
  const word = collectiveWord(kit, lead)
  const said = word ? lead.slice(0, word.index) : lead
  const named = levels.length > 1 ? kit.cues.formerOrLatter(lead) : null
  const one = named ? levels.at(named) : undefined
  // 投保率100%、打卡维保率98.4%，后者按期打卡122台: a count that the latter rests on is not it.
  if (one && (role === 'change' || one.rate === isRate(quantity))) return [{ ...one, how: 'inherited' }]
  const all = word && levels.length > 1 && kit.ownName(said, '', '').bare ? justStated(kit, levels, said + word[0], quantity, role) : []
  if (all.length > 0) return all
  const nearest = findSubject(kit, quantity, role, context)
  if (nearest.how === 'inherited' || (role !== 'actual' && role !== 'target')) return [nearest]
  const ofFields = word ? fieldsJustCounted(kit, context, said, quantity, role) : []
  if (ofFields.length > 1) return ofFields
  const { words, at } = listed(said)
  const items = listItems(words)
  // 乌苏市、沙湾市食品抽检合格率均为100%: a list of counties is whose, not what.
  if (items.length < 2 || isExampleList(kit, items) || items.some(({ text }) => isRegion(kit, text))) return [nearest]
  const list = { items, head: items.at(-1)?.text ?? '', start: context.leadStart + at + (items[0]?.at ?? 0) }
  const subjects = items.map((item) => subjectOfItem(kit, context, list, item, quantity, role))
  // Without 均, a list that only its last item ties to an indicator may as well be the indicator's own words.
  const tied =
    word !== null ||
    subjects.every(
      ({ indicator, breakdown }) =>
        indicator !== null || (breakdown?.product !== undefined && kit.mentionsOf(items.at(-1)?.text ?? '').at(-1)?.generic),
    )
  const known = subjects.filter((subject) => subject.indicator !== null || subject.breakdown !== null).length
  if (known === subjects.length && tied) return subjects
  // 煤炭、工业盐合格率均为100%: what 均 stands behind is a list of subjects, whether the lexicon knows them or not.
  // 耳标佩戴率、检疫电子出证率均达98%: each a measure of its own.
  const measures = word !== null && items.every(({ text }) => kit.endsInMeasure(text.trim()))
  return word && (measures || known > 0 || kit.mentionsOf(items.at(-1)?.text ?? '').length > 0) ? subjects : [nearest]
}

const isCounted = ({ unit }: Quantity): boolean => unit !== '' && !/^(?:%|‰|个百分点|分)$/u.test(unit)

/** 预拌混凝土和复混肥料各1批次, 骆驼奶、罗布麻茶各制定1项: one for each of the things that the clause has just listed. */
function ofEach(kit: SentenceKit, context: SubjectContext, lead: string, quantity: Quantity, role: Role): Subject[] {
  const said = kit.cues.eachBefore.exec(lead)
  if (!said) return []
  const from = Math.max(lead.lastIndexOf('，', said.index), lead.lastIndexOf('：', said.index), lead.lastIndexOf('；', said.index)) + 1
  const items = listItems(lead.slice(from, said.index))
  if (items.length < 2 || items.some(({ text }) => text.length > LONGEST_ITEM || kit.regionsIn(text).some(({ kind }) => kind === 'county')))
    return []
  const list = { items, head: items.at(-1)?.text ?? '', start: context.leadStart + from + (items[0]?.at ?? 0) }
  return items.map((item) => subjectOfItem(kit, context, list, item, quantity, role))
}

/** 药品合格率98.4%，化妆品合格率95.0%，不合格各1批次: a result of each of the rates just told. */
function ofEachLevel(kit: SentenceKit, lead: string, levels: readonly Subject[]): Subject[] {
  const said = kit.cues.eachBefore.exec(lead)
  const words = said ? lead.slice(0, said.index).replace(/^[，；]/u, '') : ''
  const rates = levels.filter(({ rate, span }) => rate && span !== null)
  if (words === '' || words.length > LONGEST_RESULT || !kit.isResult(words, '') || rates.length < 2) return []
  return rates.map(({ name, breakdown }) => ({
    indicator: null,
    name: `${breakdown?.product ?? name.replace(/[^率]{0,2}合格率$/u, '')}${words}`,
    breakdown: null,
    span: null,
    how: 'list',
    rate: false,
    notes: [],
  }))
}

const LONGEST_RESULT = 5
const LONGEST_ITEM = 14

/** 抽检药品36批次、化妆品24批次，合格率都是100%: a bare rate said of all that the clause before has counted. */
function fieldsJustCounted(
  kit: SentenceKit,
  { text, sentence, clause }: SubjectContext,
  said: string,
  quantity: Quantity,
  role: Role,
): Subject[] {
  const generic = kit.mentionsOf(said).at(-1)?.generic
  if (!generic || kit.qualifierOf(said.slice(0, said.lastIndexOf(generic.term))) !== null) return []
  const before = text.slice(sentence.start, clause.start).replace(/，$/u, '')
  const counted = before.slice(Math.max(before.lastIndexOf('，'), before.lastIndexOf('；')) + 1)
  const subjects = counted.split('、').flatMap((item): Subject[] => {
    const field = /[0-9]/u.test(item) ? kit.fieldsIn(item).at(-1) : undefined
    if (!field) return []
    const { indicator, breakdown } = kit.resolve(generic, field.word + generic.term, [], true)
    if (!(indicator && agrees(indicator, quantity.unit, role)) && !breakdown) return []
    return [{ indicator, name: indicator?.name ?? field.word + generic.term, breakdown, span: null, how: 'list', rate: true, notes: [] }]
  })
  return subjects.length === counted.split('、').length ? subjects : []
}

/** 均 stands for the subjects before it only where nothing but verbs follows it: 比全部产品合格率低 holds none. */
function collectiveWord(kit: SentenceKit, lead: string): RegExpExecArray | null {
  const word = kit.cues.collective.exec(lead)
  return word && kit.ownName(lead.slice(word.index + word[0].length), '', '').bare ? word : null
}

/** 农产品监督抽查合格率（包括例行监测合格率和监督抽查合格率）均…: the bracket says of which. */
function listed(said: string): { readonly words: string; readonly at: number } {
  const inside = /（(?:包括|包含|含|即)?([^（）]*[、和及与][^（）]*)）$/u.exec(said)?.[1]
  return inside === undefined ? { words: said, at: 0 } : { words: inside, at: said.length - inside.length - 1 }
}

function isRegion(kit: SentenceKit, item: string): boolean {
  const [only] = kit.regionsIn(item)
  return only !== undefined && only.span.start === 0 && only.span.end === item.length
}

/** 锅炉、压力容器等特种设备定检率: examples closed by 等 are the whole. */
function isExampleList(kit: SentenceKit, items: readonly ListItem[]): boolean {
  const last = items.at(-1)?.text ?? ''
  const mention = kit.mentionsOf(last).at(-1)
  return mention !== undefined && last.slice(0, mention.span.start + 1).includes('等')
}

/** 双双, 两项均: the last two levels; 均 alone: all of the sentence that the quantity can be of. */
function justStated(kit: SentenceKit, levels: readonly Subject[], words: string, quantity: Quantity, role: Role): Subject[] {
  const fitting = levels.filter(({ indicator, rate }) =>
    // 项目170项，企业15家，同比增长均为42%: a count grows by percent.
    indicator ? agrees(indicator, quantity.unit, role) : rate === (quantity.unit === '%') || (role === 'change' && quantity.unit === '%'),
  )
  const count = kit.cues.collectiveCount(words)
  // One indicator of several counties is one thing.
  const things = fitting.filter(
    (one, at) => !fitting.slice(at + 1).some((other) => other.indicator !== null && other.indicator === one.indicator),
  )
  return (count === null ? things : things.slice(-count)).map((subject) => ({ ...subject, how: 'inherited' as const }))
}

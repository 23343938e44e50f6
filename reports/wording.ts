/** How the products say in Chinese what the records say in codes. Used by the workbook, the page (in the browser too) and the summary. */
import type { StructuralNumber } from '../extractors/indicators/ledger.ts'
import type { Basis, Role, Value } from '../extractors/indicators/value.ts'
import { periodWords } from '../extractors/quantities/period-words.ts'
import type { Criteria, RejectionReason, Verdict } from '../rules/analysis/assessment.ts'
import type { Finding } from '../rules/checks/finding.ts'
import type { ChangedKind, LeftOutReason, SourceClass, SourceOrder } from '../rules/copying/copy.ts'
import type { Mended, MendState } from '../rules/resubmission/revision.ts'
import { achievementWords, answerWords, awardLevelWords, kindWords } from '../rules/scoring/record-words.ts'
import type { CountyScore, Figure, SchemeRecord, Turns } from '../rules/scoring/score.ts'
import type { VersionReason } from '../rules/versions/version-order.ts'
import type { DocumentRecord, DocumentStatus } from './contract/records.ts'

export { achievementWords, answerWords, awardLevelWords, kindWords, periodWords }

export const statusWords: Readonly<Record<DocumentStatus, string>> = {
  ok: '已读取',
  partial: '部分读取',
  rejected: '未能读取',
  duplicate: '重复文件',
  ignored: '未纳入',
}

/** A file with a text of its own: an archive has none, and of what was not read nobody knows it. */
export const hasText = ({ format, status }: Pick<DocumentRecord, 'format' | 'status'>): boolean =>
  format !== 'zip' && status !== 'rejected' && status !== 'ignored'

/** Of a file without a text, what its name tells. */
export function documentKindWords(document: Pick<DocumentRecord, 'kind' | 'format' | 'status'>): string {
  if (document.kind !== 'unknown' || hasText(document)) return kindWords[document.kind]
  return document.format === 'zip' ? '压缩包' : '—'
}

export const roleWords: Readonly<Record<Role, string>> = {
  actual: '实际值',
  target: '目标值',
  reference: '参照值',
  change: '变化量',
  share: '占比',
  rank: '位次',
}

export const basisWords: Readonly<Record<Basis, string>> = {
  yoy: '同比（上年同期）',
  qoq: '环比（上期）',
  previous: '与此前某时点比',
  target: '与目标比',
  peer: '与其他县市比',
  average: '与平均水平比',
  'base-year': '与基年比',
}

export const comparatorWords: Readonly<Record<Value['comparator'], string>> = {
  '=': '等于',
  '>=': '不低于',
  '<=': '不超过',
  '>': '高于',
  '<': '低于',
  '~': '约',
}

export const comparatorSigns: Readonly<Record<Value['comparator'], string>> = {
  '=': '',
  '>=': '≥',
  '<=': '≤',
  '>': '＞',
  '<': '＜',
  '~': '约',
}

/** Where something stands by what reviewers decided: 复核决定第2、26条. */
export const decisionWords = (numbers: readonly number[]): string => `复核决定第${numbers.join('、')}条`

export const verdictWords: Readonly<Record<Verdict, string>> = { pass: '合格', review: '待复核', weak: '薄弱' }

/** What a county's writer is told before sending. */
export const writerAdvice: Readonly<Record<Verdict, string>> = {
  pass: '四项要求都已达到，可以报送；报送前再看一眼下面的数据核对。',
  review: '基础不错，按下面的提示补充后会更完整，建议改好再报。',
  weak: '按目前的写法可能会被要求修改。先补上下面标出的几处，用本县市自己的数据就能写好，改完可再查一遍。',
}

export const criterionWords: Readonly<Record<keyof Criteria, string>> = {
  comparison: '对比分析',
  problems: '问题查找',
  causes: '原因分析',
  measures: '改进措施',
}

export const criterionNames = ['comparison', 'problems', 'causes', 'measures'] as const satisfies readonly (keyof Criteria)[]

export const levelWords: Readonly<Record<Criteria[keyof Criteria]['level'], string>> = {
  adequate: '充分',
  thin: '不足',
  specific: '具体',
  boilerplate: '套话',
  present: '有',
  concrete: '具体可行',
  slogan: '口号',
  absent: '没有',
}

export const sourceClassWords: Readonly<Record<SourceClass, string>> = {
  superior: '上级文件',
  peer: '其他县市材料',
  'own-past': '本县市往期材料',
}

export const orderWords: Readonly<Record<SourceOrder, string>> = { earlier: '在先', 'same-date': '同期', unknown: '先后不明' }

const changedWords: Readonly<Record<ChangedKind, string>> = {
  number: '数字',
  time: '时间',
  place: '地名',
  name: '单位名称',
  words: '个别字词',
}

/** What differs between two passages: 数字、地名. */
export const differenceWords = (kinds: readonly ChangedKind[]): string =>
  changedKinds
    .filter((kind) => kinds.includes(kind))
    .map((kind) => changedWords[kind])
    .join('、')

const changedKinds = ['number', 'time', 'place', 'name', 'words'] as const satisfies readonly ChangedKind[]

/** 抄自上级文件《…》 of one known to be the older; else nobody can say who wrote it first: 与其他县市材料《…》相同. */
export const sameAsWords = (order: SourceOrder, source: string): string => (order === 'earlier' ? `抄自${source}` : `与${source}相同`)

/** Of equal date nobody can say who wrote it first. */
export const copyWords = (order: SourceOrder): string =>
  order === 'earlier'
    ? '另一文件在先，系抄自该文件'
    : order === 'same-date'
      ? '两份文件日期相同，只能说与其相同'
      : '两份文件的先后不明，只能说与其相同'

export const leftOutWords: Readonly<Record<LeftOutReason, string>> = {
  quotation: '注明出处的引用',
  name: '文件、法规和标准名称',
  title: '标题',
  formula: '通用套话',
  template: '上级模板文字',
}

export const severityWords: Readonly<Record<Finding['severity'], string>> = { error: '错误', warning: '提示' }

const checkWords: Readonly<Record<string, string>> = {
  rate: '比率与分子分母不符',
  delta: '增减量与前后数不符',
  sum: '合计与分项不符',
  range: '数值超出可能范围',
  direction: '升降说法与数据不符',
  unit: '单位不当',
  restated: '同一事项前后说法不一',
  'cross-document': '不同文件之间不一致',
  period: '期间不一致',
  achievement: '成果重复申报',
}

/** Kinds of checks are open: one that has no words yet is shown as it is. */
export const checkKindWords = (kind: string): string => checkWords[kind] ?? kind

const numberClasses: Readonly<Record<StructuralNumber['class'], string>> = {
  date: '日期、节日',
  'document-number': '文号',
  numbering: '编号',
  ordinal: '第几',
  law: '法律条款、罚则',
  standard: '标准号',
  phone: '电话、热线',
  name: '名称里的数字',
  deadline: '期限、年限',
  age: '年龄',
  grade: '等级',
  code: '型号、代码',
  enumeration: '分几个方面',
  page: '页眉页脚、联系方式',
}

/** What a number that is no value was taken for; a class that has no words yet is shown as it is. */
export const structuralWords = (name: string): string => (numberClasses as Readonly<Record<string, string>>)[name] ?? name

/** 207000000 with 元 → 2.07亿元; other figures with thousands marked from five digits on. */
export function quantityWords(value: number, unit: string): string {
  if (unit === '元' && Math.abs(value) >= 1e8) return `${plain(value / 1e8)}亿元`
  if (unit === '元' && Math.abs(value) >= 1e4) return `${plain(value / 1e4)}万元`
  return `${plain(value)}${unit}`
}

/** The reading of a value as the office would write it: ≥97.5%, 97.5—98.1%, 第3位, +1.1个百分点. */
export function valueWords({
  role,
  value,
  upper,
  unit,
  comparator,
}: Pick<Value, 'role' | 'value' | 'upper' | 'unit' | 'comparator'>): string {
  if (role === 'rank') return `第${plain(value)}${unit}`
  const sign = role === 'change' && value > 0 ? '+' : ''
  const range = upper === undefined ? '' : `${plain(value)}—`
  return `${comparatorSigns[comparator]}${sign}${range}${quantityWords(upper ?? value, unit)}`
}

/** At most six decimals (money in 亿 leaves no binary remainder behind), thousands marked from five digits on. */
function plain(value: number): string {
  const [whole = '', decimals] = String(Number(value.toFixed(6))).split('.')
  const marked = whole.replace('-', '').length > 4 ? whole.replace(/\B(?=(?:\d{3})+$)/gu, ',') : whole
  return decimals === undefined ? marked : `${marked}.${decimals}`
}

/** Why something that looks like it does not count. */
export const rejectionWords: Readonly<Record<RejectionReason, string>> = {
  placeholder: '数字没有填写，不计',
  foreign: '说的是别处，不是本地，不计',
  quoted: '转述文件或他人的话，不计',
  copied: '与在先的上级文件或其他县市材料相同，不是自己的分析，不计',
  planned: '是目标或打算，不是现状，不计',
  effort: '比的是培训、检查等工作投入，不是质量结果，不计',
  macro: '比的是经济总量或规模，不是质量结果，不计',
  contest: '是竞赛、考核得分，不是质量结果，不计',
  limit: '是样品与标准或限量相比，属合格判定，不计作对比',
  unquantified: '没有数量，无从核对，不计',
  listing: '只列出数字，没有对比的基准或结论，不计',
  unreal: '说的是没有发生的或者假设的情形，不计',
  lookalike: '只是字面上像比较，不计',
  boilerplate: '放在哪个县市都适用，没有落到具体的产品、项目、地方或单位，不计',
  attitude: '只说认识、重视、力度或人手，没有说明机理，不计',
  slogan: '是开会、发文、宣传或原则要求，没有作用在质量上的动作，不计',
}

/** What one shortcoming of an earlier version was about: a finding speaks for itself. */
export const mendedAbout = (about: Mended['about']): string =>
  about === 'finding' ? '' : `${about === 'copying' ? '雷同' : criterionWords[about]}：`

export const mendWords: Readonly<Record<MendState, string>> = { mended: '已改', partly: '部分改', unmended: '未改' }

/** Why one of several versions counts. */
export const versionReasonWords: Readonly<Record<VersionReason, string>> = {
  set: '按方案指定',
  received: '收到日期较晚',
  name: '按文件名中的版本说明',
  none: '文件名和收文登记未说明先后，暂按文件名排序在后的一份',
}

/** An exact decimal of the records as it is read: two digits at most. The exact ones stand in scores.jsonl. */
export const pointsWords = (decimal: string | number): string => String(Number(Number(decimal).toFixed(2)))

type Bands = Pick<SchemeRecord, 'bands'>

/** A score as it is rounded, unless that lifts it to where a grade begins that it does not reach: then with the places that show it, cut off. */
export const scoreShown = ({ shown, provisional }: Pick<Figure, 'shown' | 'provisional'>, scheme: Bands): string =>
  notLifted(shown, provisional, scheme)

/** A score of the year that may still come to be, shown as `scoreShown` shows the score. */
export const boundShown = (decimal: string, scheme: Bands): string => notLifted(pointsWords(decimal), decimal, scheme)

/** 70.28—94.78; a score that is settled stands alone. */
export const yearRange = ({ low, high, ...score }: Figure, scheme: Bands): string =>
  low === high ? scoreShown(score, scheme) : `${boundShown(low, scheme)}—${boundShown(high, scheme)}`

/** The score of a county's year; none where no quarter was scored yet. */
export const yearScore = ({ score, quartersScored, provisional }: CountyScore, scheme: Bands): string =>
  isUnscored({ score, quartersScored, provisional }) ? '—' : scoreShown(score, scheme)

/** Of a county that sent nothing, and whose quarters are not settled by the scheme: its nought is no score. */
export const isUnscored = ({
  score,
  quartersScored,
  provisional,
}: Pick<CountyScore, 'score' | 'quartersScored' | 'provisional'>): boolean =>
  quartersScored === 0 && provisional && score.low !== score.high

function notLifted(rounded: string, exact: string, { bands }: Bands): string {
  const isLifted = bands.some(({ from }) => from !== undefined && Number(rounded) >= from && Number(exact) < from)
  return isLifted ? cutOff(exact, rounded) : rounded
}

/** With the places that rounding takes, cut off; as it is rounded where it has none. */
export function cutOff(exact: string, rounded: string): string {
  const [whole = '', places = ''] = exact.split('.')
  return places.length <= SHOWN_PLACES ? rounded : `${whole}.${places.slice(0, MOST_PLACES)}`
}

const SHOWN_PLACES = 2

const MOST_PLACES = 6

/** What of a county's result open items may still change: its grade too, or the score alone. Stands before the grade. */
export const provisionalNote = ({ provisional, grades }: Pick<CountyScore, 'provisional' | 'grades'>): string =>
  provisional ? (grades.length > 1 ? '暂定' : '得分暂定，等级已定：') : ''

/** What an open item can do to the grade. */
export const turnsWords: Readonly<Record<Turns, string>> = {
  alone: '单独即可改变等级',
  together: '合起来可能改变等级',
  never: '不改变等级',
}

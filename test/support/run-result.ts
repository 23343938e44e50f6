/**
 * The result of a run as the stages would give it, made by hand: four counties, four quarters, every status, verdict, role and severity, notices,
 * merged cells, a range, a zero without figures, and text that would do harm in a page or a workbook if it were not escaped.
 */
import { createHash } from 'node:crypto'
import type { Achievement } from '../../extractors/achievements/achievement.ts'
import type { StatedFact } from '../../extractors/facts/fact.ts'
import type { Value } from '../../extractors/indicators/value.ts'
import type { Fact, Indicator, Lexicon } from '../../extractors/lexicon.ts'
import type { ReportContext } from '../../reports/context.ts'
import type { DocumentRecord, DocumentText, RunResult } from '../../reports/contract/records.ts'
import type { Assessment, Criteria } from '../../rules/analysis/assessment.ts'
import type { Finding } from '../../rules/checks/finding.ts'
import type { CopiedPassage } from '../../rules/copying/copy.ts'
import type { Practice } from '../../rules/practices/practice.ts'
import { documentText, evidence, type Part, place } from './document-text.ts'

export const hostile = '</script><script>window.harmed=1</script>"><img src=x onerror="window.harmed=1">=cmd|\'/c calc\'!A1'

const sha = (text: string): string => createHash('sha256').update(text).digest('hex')

const indicator = (
  id: string,
  name: string,
  unit: string,
  kind: Indicator['kind'],
  direction: Indicator['direction'],
  domain: string,
): Indicator => ({
  id,
  name,
  aliases: [],
  domain,
  field: null,
  unit,
  kind,
  direction,
  formula: null,
  events: [],
  notes: '',
  examples: { match: [], miss: [] },
})

const fact = (id: string, name: string): Fact => ({
  id,
  name,
  aliases: [],
  yes: [],
  implies: [],
  no: [],
  plan: [],
  context: [],
  misfires: [],
  near: [],
  circumstance: false,
  made: false,
  notes: '',
  examples: { match: [], no: [], unknown: [], miss: [] },
})

const county = (id: string, ...names: string[]) => ({
  id,
  aliases: [],
  names:
    names.length > 1
      ? [
          { name: names[0] ?? '', to: '2020-12' },
          { name: names[1] ?? '', from: '2021-01' },
        ]
      : [{ name: names[0] ?? '' }],
})

const lexicon: Lexicon = {
  indicators: [
    indicator('industrial_sampling_pass_rate', '工业产品质量监督抽查合格率', '%', 'ratio', 'higher', '产品'),
    indicator('agri_monitoring_pass_rate', '农产品例行监测合格率', '%', 'ratio', 'higher', '产品'),
    indicator('special_equipment_inspection_rate', '特种设备定期检验率', '%', 'ratio', 'higher', '安全'),
    indicator('special_equipment_accidents', '特种设备事故起数', '起', 'count', 'zero', '安全'),
    indicator('complaint_completion_rate', '投诉办结率', '%', 'ratio', 'higher', '服务'),
    indicator('quality_competitiveness_index', '制造业质量竞争力指数', '指数', 'index', 'higher', '产品'),
  ],
  generics: [],
  fields: [],
  facts: [fact('quality_plan_issued', '制定印发年度质量提升工作方案'), fact('leading_group', '质量工作领导小组健全运行')],
  awards: [],
  regions: {
    counties: [county('wusu', '乌苏市'), county('shawan', '沙湾县', '沙湾市'), county('tuoli', '托里县'), county('yumin', '裕民县')],
    areas: [],
    elsewhere: { names: [], aliases: [], origins: [], deals: [] },
    self: [],
    notRegions: [],
    nameTails: [],
    assessments: [],
    superiorActs: [],
  },
  units: [],
  cues: { 'draft-files': ['初稿'], 'final-files': ['终稿'], 'newer-files': ['最新版'] },
  cueNotes: {},
  cueExamples: {},
  segmenterWords: [],
}

const QUARTERS = ['一', '二', '三', '四']
const periodOf = (quarter: number): string => `2020-Q${quarter}`

export const context: ReportContext = {
  lexicon,
  inputName: '2020年报送材料',
  scheme: {
    year: 2020,
    office: '塔城地区质量强区工作领导小组办公室',
    counties: ['wusu', 'shawan', 'tuoli', 'yumin'],
    submissions: [
      ...[1, 2, 3, 4].map((quarter) => ({
        kind: 'analysis' as const,
        period: periodOf(quarter),
        due: `2020-${['04', '07', '10', '12'][quarter - 1]}-15`,
      })),
      { kind: 'summary', period: '2020' },
    ],
    reviewBelow: 0.9,
    letters: { days: 10, nameOtherCounties: false, counted: [] },
    targets: {
      industrial_sampling_pass_rate: { op: '>=', value: 91, source: '塔质量强区办〔2021〕2号' },
      agri_monitoring_pass_rate: { op: '>=', value: 97 },
      special_equipment_inspection_rate: { op: '=', value: 100 },
      special_equipment_accidents: { op: '=', value: 0 },
    },
  },
}

interface Submission {
  readonly record: DocumentRecord
  readonly text: DocumentText
  readonly values: readonly Value[]
  readonly assessment: Assessment | null
}

const NAMES: Readonly<Record<string, string>> = Object.fromEntries(lexicon.indicators.map(({ id, name }) => [id, name]))

type ValueGiven = Partial<Value> & Pick<Value, 'value' | 'unit'>

function value(document: DocumentText, countyName: string, period: string, marked: string, id: string | null, given: ValueGiven): Value {
  const found = evidence(document, marked)
  const subject =
    marked.indexOf('‹') > 0
      ? place(document, `‹${marked.replace('‹', '›‹').split('‹')[0]}${marked.split('‹')[1]?.replace('›', '') ?? ''}`)
      : null
  const role = given.role ?? 'actual'
  return {
    id: sha(`${document.file}|${countyName}|${role}|${found.start}|${id}`).slice(0, 16),
    file: document.file,
    county: countyName,
    period,
    indicator: id,
    name: NAMES[id ?? ''] ?? '未命名',
    breakdown: null,
    role,
    comparator: '=',
    basis: null,
    evidence: found,
    subject,
    confidence: 0.95,
    notes: [],
    ...given,
  }
}

const RATES: Readonly<Record<string, readonly [number, number, number, number]>> = {
  乌苏市: [92.3, 94.1, 90.2, 96.8],
  沙湾县: [95, 95.4, 95.1, 97.2],
  托里县: [90.48, 91.2, 93.75, 92.6],
}

function submission(countyName: string, quarter: number): Submission {
  const title = `${countyName}2020年第${QUARTERS[quarter - 1]}季度质量状况分析报告`
  const file = `2020/${countyName}/第${QUARTERS[quarter - 1]}季度/${title}.docx`
  const rate = RATES[countyName]?.[quarter - 1] ?? 0
  const last = RATES[countyName]?.[quarter - 2]
  const change = last === undefined ? 1.1 : Math.round((rate - last) * 100) / 100
  const changeText = change < 0 ? `下降${-change}个百分点` : `上升${change}个百分点`
  const parts: Part[] = [
    { kind: 'heading', level: 0, text: title },
    { kind: 'heading', level: 1, text: '一、总体情况' },
    {
      kind: 'paragraph',
      text: `本季度工业产品质量监督抽查合格率为${rate}%，较上季度${changeText}，高于不低于91%的目标。农产品例行监测合格率达到97%以上，全季未发生特种设备事故。出动检查${quarter * 37}余处。`,
    },
    { kind: 'caption', text: `表1 监督抽查情况（单位：批次）` },
    {
      kind: 'table',
      rows: [
        [
          { text: '产品类别', rows: 2, header: true },
          { text: '监督抽查', columns: 2, header: true },
        ],
        [
          { text: '抽查批次', header: true },
          { text: '合格批次', header: true },
        ],
        ['建材', `${quarter * 20}`, `${quarter * 20 - 1}`],
        ['农资', `${quarter * 11}`, `${quarter * 11 - 2}`],
      ],
    },
    { kind: 'heading', level: 1, page: 2, text: '二、存在问题' },
    {
      kind: 'paragraph',
      page: 2,
      text: `滴灌带不合格${quarter}批次，主要是炭黑含量不达标，原因是企业更换了回收料供应商。投诉办结率约98%，办理时限在3至5天之间。按企业数计，工业产品质量监督抽查合格率约89%。`,
    },
    { kind: 'heading', level: 1, page: 2, text: '三、下一步措施' },
    { kind: 'list-item', page: 2, text: '一是由县市场监督管理局在下季度末前对3家滴灌带企业复检。' },
    { kind: 'header', text: `${countyName}质量工作领导小组办公室` },
    { kind: 'footer', text: `— ${quarter} —` },
    { kind: 'note', text: `注：数据截至第${quarter}季度末。` },
  ]
  const bare = documentText(file, parts)
  const text: DocumentText = { ...bare, structural: [], unexplained: [place(bare, `出动检查‹${quarter * 37}›余处`)] }
  const period = periodOf(quarter)
  const of = (marked: string, id: string | null, given: ValueGiven): Value => value(text, countyName, period, marked, id, given)
  const values = [
    of(`工业产品质量监督抽查合格率为‹${rate}%›`, 'industrial_sampling_pass_rate', { value: rate, unit: '%' }),
    of(`较上季度${changeText.slice(0, 2)}‹${Math.abs(change)}个百分点›`, 'industrial_sampling_pass_rate', {
      value: change,
      unit: '个百分点',
      role: 'change',
      basis: 'qoq',
    }),
    of('高于‹不低于91%›的目标', 'industrial_sampling_pass_rate', { value: 91, unit: '%', role: 'target', comparator: '>=' }),
    of('农产品例行监测合格率达到‹97%以上›', 'agri_monitoring_pass_rate', { value: 97, unit: '%', comparator: '>=' }),
    of('全季‹未发生特种设备事故›', 'special_equipment_accidents', { value: 0, unit: '起' }),
    of(`建材\t‹${quarter * 20}›`, null, {
      value: quarter * 20,
      unit: '批次',
      name: '建材抽查批次',
      breakdown: { of: 'industrial_sampling_pass_rate', product: '建材' },
      notes: ['单位取自表题'],
    }),
    of('投诉办结率‹约98%›', 'complaint_completion_rate', { value: 98, unit: '%', comparator: '~', confidence: 0.61 }),
    of('办理时限在‹3至5天›', null, { value: 3, upper: 5, unit: '天', name: '投诉办理时限' }),
    of('按企业数计，工业产品质量监督抽查合格率‹约89%›', 'industrial_sampling_pass_rate', {
      value: 89,
      unit: '%',
      comparator: '~',
      confidence: 0.7,
    }),
  ]
  const record: DocumentRecord = {
    ...blank(file),
    kind: 'analysis',
    title,
    county: countyName,
    period,
    pages: 2,
    characters: text.text.length,
    receivedAt: quarter === 2 && countyName === '沙湾县' ? '2020-07-20' : null,
    numbers: { extracted: values.length, structural: 9, unexplained: 1, structuralByClass: { date: 9 } },
    unexplained: [],
    ...(countyName === '托里县' && quarter === 2
      ? { status: 'partial', code: 'E_PAGE_WITHOUT_TEXT', message: '第3页是图片，未读出文字，请补交可复制文字的版本' }
      : {}),
    notices: countyName === '托里县' ? [{ code: 'W_COUNTY_DISAGREES', message: '文件夹写作额敏县，正文写作托里县，按正文认定' }] : [],
  }
  return { record, text, values, assessment: assessment(text, countyName, quarter) }
}

const blank = (file: string): DocumentRecord => ({
  id: sha(`id ${file}`).slice(0, 12),
  file,
  sha256: sha(file),
  bytes: 20_480,
  format: 'docx',
  status: 'ok',
  kind: 'unknown',
  title: '',
  notJudged: null,
  county: null,
  period: null,
  pages: null,
  characters: 0,
  receivedAt: null,
  numbers: { extracted: 0, structural: 0, unexplained: 0, structuralByClass: {} },
  unexplained: [],
  notices: [],
})

function assessment(text: DocumentText, countyName: string, quarter: number): Assessment {
  const [verdict, criteria] = judgement(text, countyName)
  return {
    id: sha(`assessment ${text.file}`).slice(0, 16),
    file: text.file,
    county: countyName,
    period: periodOf(quarter),
    verdict,
    criteria,
    narrativeShare: 0.31,
    copying:
      countyName === '沙湾县'
        ? {
            share: 0.42,
            sources: [{ file: 'superior:上级材料.docx', share: 0.42, sourceClass: 'superior', order: 'earlier' }],
            compared: ['superior', 'peer'],
            characters: 200,
            leftOut: [],
          }
        : null,
    chains: criteria.problems.evidence.map((problem) => ({
      problem,
      causes: criteria.causes.evidence,
      measures: criteria.measures.evidence,
    })),
    unprompted: [],
    slips: [],
    known: [],
    locality: { places: ['老沙湾镇'], qualityFigures: 6 },
    usefulness: { measures: 2, owner: 1, deadline: 1, quantity: 2, priority: false, resources: false },
    genres: { narration: 0.31, analysis: 0.6, background: 0.09 },
    reviewSuggested: verdict === 'review',
    doubt: 0.31,
    feedback: verdict === 'pass' ? '分析完整。' : `${countyName}的报告请补充与上年同期、与目标的对比，并写明原因。`,
  }
}

function judgement(text: DocumentText, countyName: string): [Assessment['verdict'], Criteria] {
  const full: Criteria = {
    comparison: {
      level: 'adequate',
      evidence: [evidence(text, '‹较上季度›'), evidence(text, '高于‹不低于91%的目标›')],
      rejected: [],
      missing: '',
    },
    problems: { level: 'specific', evidence: [evidence(text, '‹滴灌带不合格›')], rejected: [], missing: '' },
    causes: { level: 'present', evidence: [evidence(text, '‹原因是企业更换了回收料供应商›')], rejected: [], missing: '' },
    measures: { level: 'concrete', evidence: [evidence(text, '‹对3家滴灌带企业复检›')], rejected: [], missing: '' },
  }
  if (countyName === '乌苏市') return ['pass', full]
  if (countyName === '沙湾县')
    return [
      'review',
      { ...full, comparison: { ...full.comparison, level: 'thin', missing: '只有与上季度的对比，未见与目标或上年同期的对比' } },
    ]
  return [
    'weak',
    {
      comparison: { level: 'absent', evidence: [], rejected: [], missing: '全文未见对比' },
      problems: { level: 'boilerplate', evidence: full.problems.evidence, rejected: [], missing: '问题未落到具体产品' },
      causes: { level: 'absent', evidence: [], rejected: [], missing: '未说明原因' },
      measures: { level: 'slogan', evidence: full.measures.evidence, rejected: [], missing: '措施没有责任单位和时限' },
    },
  ]
}

const submissions = ['乌苏市', '沙湾县', '托里县'].flatMap((name) =>
  [1, 2, 3, 4].filter((quarter) => !(name === '托里县' && quarter === 4)).map((quarter) => submission(name, quarter)),
)

const hostileText = documentText('2020/裕民县/第一季度/<img src=x onerror=alert(1)>.txt', [
  { kind: 'heading', level: 0, text: hostile },
  { kind: 'paragraph', text: `=1+1 ${hostile} 合格率96%。\u0007\uD800` },
])

const hostileValue = value(hostileText, '裕民县', '2020-Q1', '合格率‹96%›', null, {
  value: 96,
  unit: '%',
  name: hostile,
  notes: ['@SUM(A1)', '+1', '-1'],
})

const others: readonly DocumentRecord[] = [
  {
    ...blank(hostileText.file),
    format: 'txt',
    kind: 'data',
    title: hostile,
    county: '裕民县',
    period: '2020-Q1',
    characters: hostileText.text.length,
    numbers: { extracted: 1, structural: 0, unexplained: 0, structuralByClass: {} },
    unexplained: [],
  },
  {
    ...blank('2020/托里县/第四季度/托里县2020年第四季度质量状况分析报告.pdf'),
    format: 'pdf',
    status: 'rejected',
    code: 'E_PDF_ENCRYPTED',
    message: '文件已加密，请提供无密码版本',
    kind: 'analysis',
    county: '托里县',
    period: '2020-Q4',
  },
  {
    ...blank('2020/乌苏市/第一季度/盖章扫描件.pdf'),
    format: 'pdf',
    status: 'duplicate',
    duplicateOf: submissions[0]?.record.file ?? '',
    code: 'E_DUPLICATE',
    message: '与同一期的 Word 文件内容相同，按 Word 文件计',
    kind: 'analysis',
    county: '乌苏市',
    period: '2020-Q1',
  },
  { ...blank('2020/Thumbs.db'), format: 'unknown', status: 'ignored', code: 'E_NOT_A_DOCUMENT', message: '系统文件，不是报送材料' },
]

const first = submissions[0] as Submission
const second = submissions[1] as Submission

const checks: readonly Finding[] = [
  {
    id: 'c-rate',
    file: first.record.file,
    kind: 'rate',
    severity: 'error',
    claimed: 92.3,
    recomputed: 95,
    evidence: [evidence(first.text, '合格率为‹92.3%›'), evidence(first.text, '建材\t‹20›')],
    message: '19 ÷ 20 应为 95%，文中写作 92.3%',
  },
  {
    id: 'c-restated',
    file: first.record.file,
    kind: 'restated',
    severity: 'warning',
    claimed: '97%以上',
    recomputed: '97%',
    evidence: [evidence(first.text, '达到‹97%以上›')],
    message: '同一事项前后说法不一',
  },
  {
    id: 'c-cross',
    file: first.record.file,
    kind: 'cross-document',
    severity: 'error',
    claimed: 92.3,
    recomputed: 97,
    evidence: [evidence(first.text, '合格率为‹92.3%›'), { ...evidence(second.text, '达到‹97%以上›'), file: second.record.file }],
    message: '两个文件写法不同',
  },
]

const honour = (status: Achievement['status'], marked: string, title: string, holder: string): Achievement => ({
  id: sha(`${status}${title}`).slice(0, 16),
  file: first.record.file,
  county: '乌苏市',
  period: '2020-Q1',
  title,
  holder,
  level: 'provincial',
  status,
  year: 2020,
  evidence: evidence(first.text, marked),
  confidence: 0.9,
  notes: [],
})

const stated = (
  of: Submission,
  id: string,
  answer: StatedFact['answer'],
  marked: string,
  others: StatedFact['others'] = [],
): StatedFact => ({
  id: sha(`${of.record.file}${id}`).slice(0, 16),
  file: of.record.file,
  county: of.record.county,
  period: of.record.period,
  fact: id,
  answer,
  evidence: evidence(of.text, marked),
  others,
  confidence: 0.95,
  notes: others.length > 0 ? ['文件前后说法不一，两处都列出，请核对'] : [],
})

const facts: readonly StatedFact[] = [
  stated(first, 'leading_group', 'yes', '‹本季度›'),
  stated(submissions.find(({ record }) => record.county === '沙湾县') as Submission, 'leading_group', 'no', '‹本季度›'),
  stated(first, 'quality_plan_issued', 'unknown', '‹工业产品›', [{ answer: 'no', evidence: evidence(first.text, '达到‹97%以上›') }]),
]

const practice: Practice = {
  id: sha('practice').slice(0, 16),
  file: first.record.file,
  county: first.record.county,
  period: first.record.period,
  signs: ['试点', '推行…二维码'],
  saysNew: true,
  evidence: evidence(first.text, '‹一是由县市场监督管理局在下季度末前对3家滴灌带企业复检›'),
}

/** The same measure in two counties' reports of one quarter, the number of firms left out of what agrees. */
function copyOf(one: DocumentText | undefined, source: DocumentText | undefined): CopiedPassage | null {
  if (one === undefined || source === undefined) return null
  const marked = '‹一是由县市场监督管理局在下季度末前对3家滴灌带企业复检。›'
  const [here, there] = [place(one, marked), place(source, marked)]
  const number = {
    start: here.start + 18,
    end: here.start + 19,
    sourceStart: there.start + 18,
    sourceEnd: there.start + 19,
    kind: 'number' as const,
  }
  return {
    id: sha(`copy ${one.file}`).slice(0, 16),
    file: one.file,
    ...here,
    source: source.file,
    sourceStart: there.start,
    sourceEnd: there.end,
    length: 28,
    similarity: 0.96,
    masked: true,
    sourceClass: 'peer',
    order: 'same-date',
    changed: [number],
  }
}

const copy = copyOf(submissions[4]?.text, submissions[0]?.text)

export const result: RunResult = {
  practices: [practice],
  earlier: [],
  documents: [...submissions.map(({ record }) => record), ...others],
  values: [...submissions.flatMap(({ values }) => values), hostileValue],
  achievements: [
    honour('obtained', '‹本季度›', '国家AAA级旅游景区', '乌拉斯台旅游景区'),
    honour('applied', '‹工业产品›', '自治区质量奖', '乌苏市某企业'),
  ],
  facts,
  assessments: submissions.flatMap(({ assessment: made }) => (made === null ? [] : [made])),
  checks,
  copies: copy === null ? [] : [copy],
  revisions: [],
  terms: [],
  texts: [...submissions.map(({ text }) => text), hostileText],
}

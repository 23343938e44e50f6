import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { beforeAll, describe, expect, it } from 'vitest'
import { KnowledgeError } from '../../../extractors/yaml.ts'
import { readLines } from '../../../reports/contract/read.ts'
import { bulletinFile } from '../../../reports/contract/write.ts'
import { type Bulletin, bulletin } from '../../../reports/papers/bulletin/bulletin.ts'
import { parseBulletinWording } from '../../../reports/papers/bulletin/wording.ts'
import { bulletinInput, item, speech, submitted, wordingText } from '../../support/bulletin.ts'
import type { Submitted } from '../../support/scoring.ts'
import { lexicon } from '../../support/text-document.ts'

const made = async (...given: Parameters<typeof bulletinInput>): Promise<Bulletin> => {
  const paper = await bulletin(bulletinInput(...given), speech)
  if (paper === null) throw new Error('no bulletin')
  return paper
}
const part = ({ content }: Bulletin, name: string): string => strFromU8(unzipSync(content)[name] ?? new Uint8Array())
const plain = (xml: string): string => xml.replaceAll(/<[^>]+>/gu, '')

let paper: Bulletin
let text: string
const said = (id: string, of = paper): string => of.records.find((record) => record.id === id)?.text ?? ''
beforeAll(async () => {
  paper = await made()
  text = (await mammoth.extractRawText({ buffer: Buffer.from(paper.content) })).value
})

describe('the draft bulletin', () => {
  it('ranks by grade, commends the best, and says of whom the grade may still change', () => {
    expect(text).toContain('A级：乌苏市、裕民县；')
    expect(text).toContain('B级：托里县。')
    expect(text).toContain('其中，乌苏市、裕民县考核结果优秀，予以通报表扬。')
    expect(said('result.provisional')).toMatch(/^【待核：.*裕民县的等级为暂定.*核定后.*】$/u)
    expect(said('result.provisional')).not.toContain('托里县的等级')
    expect(said('result.provisional')).toMatch(/待核项目和否决事项核定后/u)
  })

  it('leaves a county without a grade open, and tells of an event that a county states', async () => {
    const without = await made(
      {},
      [],
      submitted.filter(({ county, period }) => county !== 'yumin' || period !== '2020-Q4'),
    )
    expect(said('result.pending', without)).toBe('【待定：裕民县的等级尚不能确定。】')
    expect(said('result.grade.A', without)).toBe('A级：乌苏市；')
    expect((await mammoth.extractRawText({ buffer: Buffer.from(without.content) })).value).toContain('缺报')
    const event: Submitted = { county: 'tuoli', period: '2020-Q2', given: { silent: true, regional_systemic_quality_event: 1 } }
    const vetoed = await made({}, [], [...submitted, event])
    expect(said('result.veto.event.yes', vetoed)).toBe('托里县发生系统性质量安全事件，按规定定为D级。')
    expect(said('result.grade.D', vetoed)).toBe('D级：托里县。')
    expect(vetoed.records.find(({ id }) => id === 'result.veto.event.yes')?.sources).toMatchObject([{ record: 'value', county: '托里县' }])
  })

  it('counts a county among those that reached a target only where every number that it states does', () => {
    expect(said('targets.industrial_sampling_pass_rate')).toBe('工业产品质量监督抽查合格率达到91%以上的有：乌苏市、托里县。')
    expect(said('targets.special_equipment_accident_count')).toBe('各县（市）均未发生特种设备事故。')
    expect(said('targets.guarantee_compensation_rate')).toBe('融资担保公司代偿率控制在8%及以下的有：乌苏市。')
    expect(said('targets.silent')).toContain('制造业产品质量合格率')
  })

  it('says of what nobody answers neither yes nor no', () => {
    expect(said('work.quality_plan_issued')).toContain('乌苏市制定印发了年度质量提升工作方案')
    expect(text).not.toMatch(/托里县[^。；]*制定印发/u)
    expect(said('result.veto.event.no')).toBe('2020年，乌苏市未发生系统性质量安全事件。')
    expect(said('result.veto.event.unknown')).toMatch(/^【待核：托里县、裕民县是否发生/u)
  })

  it('says that extra points are counted beside the quarters, where the scheme has them', async () => {
    expect(said('result.formula')).toMatch(/（占15%）。$/u)
    expect(said('annex.scores')).not.toContain('另计加分')
    const tested = { id: 'tested', name: '所测项目', part: '测试', standard: '见规则', in: ['Q3'], ...item }
    const bonus = {
      id: 'honours',
      name: '成果',
      part: '加分',
      standard: '每项1分',
      kind: 'bonus',
      in: 'year',
      points: 5,
      rule: { form: 'awards', levels: { national: 1 } },
    }
    const rest = {
      id: 'rest',
      name: '其他',
      part: '其他',
      standard: '其他',
      points: 60,
      in: ['Q3'],
      rule: { form: 'constant', points: 60 },
    }
    const other = { ...rest, id: 'other', points: 100, in: ['Q1', 'Q2', 'Q4'], rule: { form: 'constant', points: 100 } }
    const extra = await made({ items: [tested, rest, other, bonus] })
    expect(said('result.formula', extra)).toMatch(/（占15%），另计加分、扣分。$/u)
    expect(said('annex.scores', extra)).toContain('年度得分为各季度折算得分之和，另计加分、扣分。')
  })

  it('tells an honour once however often it is stated, and an application as an application', () => {
    expect(said('honours.wusu.1')).toBe('甲公司被评为国家级绿色工厂。')
    expect(paper.records.find(({ id }) => id === 'honours.wusu.1')?.sources).toHaveLength(2)
    expect(said('applications.wusu.applied.1')).toBe('申报地区“红花杯”（某楼）。')
    expect(said('honours.yumin.1')).toBe('一是某股被评为2019年度全国先进单位【称号年度为2019年，是否列入待定】；')
    expect(said('honours.yumin.2')).toMatch(/某景区继续保持国家AAA级旅游景区/u)
    expect(said('honours.without')).toContain('托里县')
    expect(said('problems.revoked')).toBe('有1项原有的称号或者认证被撤销、注销或者到期失效。')
  })

  it('offers what tells of a new way of doing something in its own words, once each, with its source in the margin', async () => {
    const input = bulletinInput()
    const file = 'wusu/2020-Q3/报告.docx'
    const practice = (id: string, quote: string, signs: string[]) => ({
      id,
      file,
      county: '乌苏市',
      period: '2020-Q3',
      signs,
      saysNew: false,
      evidence: { quote, start: 0, end: quote.length, block: 0 },
    })
    const practices = [
      practice('p1', '一是推行“一坊一码”二维码监管', ['推行…二维码']),
      practice('p2', '采用二维码监管小作坊', ['采用…二维码']),
    ]
    const offered = await bulletin({ ...input, feed: { ...input.feed, practices } }, speech)
    if (offered === null) throw new Error('no bulletin')
    expect(said('practices.wusu.1', offered)).toBe('【待选：推行“一坊一码”二维码监管】')
    expect(offered.records.find(({ id }) => id === 'practices.wusu.1')).toMatchObject({
      kind: 'gap',
      sources: [{ county: '乌苏市', record: 'practice', id: 'p1', file }],
    })
    expect(said('practices.wusu.2', offered)).toBe('')
    expect(plain(part(offered, 'word/comments.xml'))).toContain('选出的理由：推行…二维码')
    expect(said('honours.innovation')).toContain('没有读到')
  })

  it('marks an honour that two counties claim, and says so in the margin', async () => {
    const input = bulletinInput()
    const place = { quote: '甲公司', start: 0, end: 3, block: 0 }
    const finding = { id: 'x', file: 'wusu/2020/报告.docx', kind: 'achievement', severity: 'warning', claimed: 1, recomputed: 0 } as const
    const checks = [...input.feed.checks, { ...finding, evidence: [place], message: '乌苏市与托里县都写了同一称号' }]
    const contested = await bulletin({ ...input, feed: { ...input.feed, checks } }, speech)
    const first = contested?.records.find(({ id }) => id === 'honours.wusu.1')
    expect(first).toMatchObject({ text: '甲公司被评为国家级绿色工厂【待核】。', notes: ['乌苏市与托里县都写了同一称号'] })
  })

  it('does not count as unwritten what was written, but in the words of others', async () => {
    const input = bulletinInput()
    const place = { quote: '甲公司', start: 0, end: 3, block: 0 }
    const assessments = input.feed.assessments.map((report) => {
      const { comparison } = report.criteria
      const rejected = comparison.level === 'absent' ? [{ evidence: place, reason: 'copied' as const }] : []
      return { ...report, criteria: { ...report.criteria, comparison: { ...comparison, rejected } } }
    })
    const copied = (await bulletin({ ...input, feed: { ...input.feed, assessments } }, speech)) as Bulletin
    expect(said('problems.reports.comparison.absent', copied)).toBe('')
    expect(said('problems.reports.comparison.copied', copied)).toContain('对比分析抄自其他材料、未予采信的1份')
  })

  it('says that a grade rests on a decision beside the scores, where one does', async () => {
    const decided = await made({}, [{ about: 'grade', county: '托里县', grade: 'A', reason: '综合评议', by: '复核员', on: '2021-01-05' }])
    const words = (await mammoth.extractRawText({ buffer: Buffer.from(decided.content) })).value
    expect(words).toContain('按照考核得分，结合综合评议（托里县），')
    expect(text).toContain('按照考核得分，2020年度')
  })

  it('counts the problems without naming anybody', () => {
    expect(said('problems.reports.comparison.absent')).toBe('在11份质量状况分析报告中，没有对比分析的1份，')
    expect(said('problems.reports.comparison.thin')).toBe('对比分析不充分的1份，')
    expect(said('problems.figures')).toMatch(/^有1份材料的2处数据/u)
    expect(said('problems.copying')).toMatch(/^有2份质量状况分析报告三成以上/u)
    expect(said('problems.copying.most')).toMatch(/^其中1份达到六成以上/u)
    expect(said('problems.submissions.missing')).toBe('应报未报的工作方案3份，')
    expect(said('problems.submissions.unread')).toBe('文件加密、损坏等无法读取的1份。')
    expect(said('problems.targets.guarantee_compensation_rate')).toBe('1个县（市）的融资担保公司代偿率高于8%。')
    const problems = text.slice(text.indexOf('三、存在的主要问题'), text.indexOf('四、下一步工作要求'))
    expect(problems).not.toMatch(/乌苏|托里|裕民/u)
  })

  it('offers a requirement for each problem that was found, and for no other', () => {
    const offered = paper.records.flatMap(({ id }) => (id.startsWith('requirements.') ? [id] : []))
    expect(offered).toEqual(
      ['reports', 'figures', 'copying', 'submissions', 'targets', 'silent', 'revoked'].map((name) => `requirements.${name}`),
    )
    expect(text).not.toContain('{')
  })
})

describe('the sources of the bulletin', () => {
  it('know for every sentence the records, with file and quote, and the file reads back', () => {
    const stated = paper.records.filter(({ kind }) => kind === 'statement')
    expect(stated.filter(({ sources }) => sources.length === 0)).toEqual([])
    const [first] = paper.records.find(({ id }) => id === 'targets.guarantee_compensation_rate')?.sources ?? []
    expect(first).toMatchObject({ county: '乌苏市', record: 'value', file: 'wusu/2020/报告.docx', evidence: { quote: '8' } })
    expect(readLines('bulletin.jsonl', bulletinFile(paper.records).text)).toEqual(paper.records)
    expect(paper.records.map(({ number }) => number)).toEqual(paper.records.map((_, index) => index + 1))
  })

  it('stand in the margin of each sentence as a comment, and not in the text', () => {
    const comments = plain(part(paper, 'word/comments.xml').replaceAll('</w:p>', '\n'))
    for (const { number, kind } of paper.records) if (kind === 'statement') expect(comments).toContain(`依据［${number}］\n`)
    const marked = [...part(paper, 'word/document.xml').matchAll(/<w:commentRangeStart[^>]*>(.*?)<w:commentRangeEnd/gu)]
    expect(marked.map(([, run = '']) => plain(run))).toContain('某股被评为2019年度全国先进单位')
    expect(comments).toContain('乌苏市：8%（2020年，其他材料）；报告.docx“8”')
    expect(comments).toMatch(/未写明或不足以判断的：裕民县（/u)
    expect(text).not.toContain('依据［')
  })

  it('name the decision that a list rests on', async () => {
    const decided = await made({}, [{ about: 'grade', county: '裕民县', grade: 'B' }])
    expect(said('result.grade.B', decided)).toMatch(/^B级：/u)
    expect(said('result.grade.B', decided)).toContain('裕民县')
    const sources = decided.records.find(({ id }) => id === 'result.grade.B')?.sources ?? []
    expect(sources.map(({ words }) => words).join()).toContain('按复核决定第1条')
    const entered = await made({}, [
      { about: 'item', county: '裕民县', period: '2020-Q3', item: 'tested', value: true },
      { about: 'item', county: '乌苏市', period: '2020-Q3', item: 'tested', value: false },
    ])
    const plan = entered.records.find(({ id }) => id === 'work.quality_plan_issued')
    expect(plan?.text).toMatch(/^(?:一是)?裕民县制定印发/u)
    expect(plan?.sources).toMatchObject([{ county: '裕民县', record: 'decision', id: '1' }])
    expect(plan?.notes.join()).toContain('乌苏市（2020年第三季度 复核录入 否）')
  })
})

describe('the bulletin after decisions', () => {
  const sourcesOf = (of: Bulletin, id: string) => of.records.find((record) => record.id === id)?.sources ?? []
  const judged = {
    id: 'judged',
    name: '质量状况分析报告质量',
    part: '测试',
    standard: '见规则',
    points: 20,
    in: ['Q3'],
    rule: {
      form: 'sum',
      rules: [
        { form: 'choice', of: { assessment: 'comparison' }, options: { adequate: 10, thin: 5, absent: 0 } },
        { form: 'boolean', of: { fact: 'quality_plan_issued' } },
      ],
    },
  }
  const rest = {
    id: 'rest',
    name: '其他',
    part: '测试',
    standard: '见规则',
    points: 80,
    in: ['Q3'],
    rule: { form: 'constant', points: 80 },
  }
  const others = { ...rest, id: 'others', points: 100, in: ['Q1', 'Q2', 'Q4'], rule: { form: 'constant', points: 100 } }
  const comparison = { about: 'item', county: '托里县', period: '2020-Q3', item: 'judged', of: 'assessment:comparison' }

  it('counts a report by the level that a reviewer decided, and tells the verdict again', async () => {
    const items = [judged, rest, others]
    const thin = await made({ items }, [{ ...comparison, value: '不足' }])
    expect(said('problems.reports.comparison.absent', thin)).toBe('')
    expect(said('problems.reports.comparison.thin', thin)).toContain('对比分析不充分的2份')
    expect(sourcesOf(thin, 'problems.reports.comparison.thin').map(({ words }) => words)).toEqual([
      '对比分析：不足，按复核决定第1条',
      '对比分析：不足',
    ])
    // Seven tenths of it are copied: it stays weak whatever is decided of the comparison.
    expect(said('problems.reports.weak', thin)).toContain('薄弱的1份')
    const own = submitted.map((each) =>
      each.county === 'tuoli' && each.period === '2020-Q3' ? { ...each, given: { ...each.given, 'assessment.copying': 0.1 } } : each,
    )
    expect(said('problems.reports.weak', await made({ items }, [], own))).toContain('薄弱的1份')
    expect(said('problems.reports.weak', await made({ items }, [{ ...comparison, value: '充分' }], own))).toBe('')
  })

  it('shows a score that falls short of a grade as it is, and speaks of no open items where only an event is open', async () => {
    const decisions = ['wusu', 'tuoli', 'yumin'].flatMap((county) =>
      ['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => ({
        about: 'quarter',
        county,
        period: `2020-${quarter}`,
        score: county === 'tuoli' ? 89.9999 : 90,
      })),
    )
    const paper = await made({}, decisions)
    const body = plain(part(paper, 'word/document.xml'))
    expect(body).toContain('89.9999')
    expect(said('annex.scores', paper)).toContain('列出了更多位数')
    expect(said('annex.scores')).not.toContain('列出了更多位数')
    expect(said('result.provisional', paper)).toBe(
      '【待核：托里县、裕民县的等级为暂定，否决事项核定后可能变化；核定后改定等级并删去本段。】',
    )
  })

  it('leaves a gap for who is in no list because its documents disagree', async () => {
    const both: Submitted = { county: 'wusu', period: '2020', given: { silent: true, guarantee_compensation_rate: [8, 9] } }
    const paper = await made({}, [], [...submitted.filter(({ county, period }) => county !== 'wusu' || period !== '2020'), both])
    expect(said('targets.disputed.guarantee_compensation_rate', paper)).toBe(
      '【待核：乌苏市的融资担保公司代偿率材料说法不一，是否控制在8%及以下请核实；更正后重新计分。】',
    )
    expect(said('targets.disputed.guarantee_compensation_rate')).toBe('')
  })

  it('tells one number of what is open: those without a figure or a fact are a part of it', async () => {
    const asked = { form: 'target', of: { indicator: 'manufacturing_pass_rate' }, op: '>=', value: 94 }
    const timely = { ...judged, id: 'timely', rule: { form: 'lateness', of: { document: 'analysis' }, each: 1, unit: 'day' } }
    const unknown = await made({ items: [timely, { ...rest, rule: asked }, others] })
    const all = /全部(\d+)项待核项目/u.exec(said('result.provisional', unknown))?.[1]
    const [, total, count] = /共(\d+)项次，其中.*?的(\d+)项次/u.exec(said('problems.silent', unknown)) ?? []
    expect(total).toBe(all)
    expect(Number(count)).toBeLessThan(Number(total))
  })

  it('says whether a report is late by the day that a reviewer entered', async () => {
    const timely = { ...judged, id: 'timely', rule: { form: 'lateness', of: { document: 'analysis' }, each: 1, unit: 'day' } }
    const late = submitted.map((each) =>
      each.county === 'wusu' && each.period === '2020-Q3' ? { ...each, given: { ...each.given, 'document.analysis': '2021-01-02' } } : each,
    )
    const items = [timely, rest, others]
    expect(said('problems.submissions.late', await made({ items }, [], late))).toContain('逾期报送的质量状况分析报告1份')
    const entered = { about: 'item', county: '乌苏市', period: '2020-Q3', item: 'timely' }
    const mended = await made({ items }, [{ ...entered, value: '2020-12-30' }], late)
    expect(said('problems.submissions.late', mended)).toBe('')
    const lateOnly = await made({ items }, [{ ...entered, value: '2021-01-04' }])
    expect(sourcesOf(lateOnly, 'problems.submissions.late')).toMatchObject([{ county: '乌苏市', record: 'decision', id: '1' }])
  })

  it('names the quarters that a reviewer found it done in, and rests on no decision that denies it', async () => {
    const items = [
      { ...judged, points: 100, in: ['Q1', 'Q2', 'Q3', 'Q4'], rule: { form: 'boolean', of: { fact: 'county_quarterly_assessment' } } },
    ]
    const decisions = [false, true, true].map((value, index) => ({
      about: 'item',
      county: '乌苏市',
      period: `2020-Q${index + 1}`,
      item: 'judged',
      value,
    }))
    const paper = await made({ items }, decisions)
    expect(said('work.county_quarterly_assessment', paper)).toContain('乌苏市（第二季度、第三季度）按季度开展')
    expect(sourcesOf(paper, 'work.county_quarterly_assessment').map(({ id }) => id)).toEqual(['2', '3'])
  })

  it('rests on the decision that no event happened before the documents that speak of a part of the year', async () => {
    const partly: Submitted = { county: 'tuoli', period: '2020-Q2', given: { silent: true, regional_systemic_quality_event: 0 } }
    const paper = await made({}, [{ about: 'veto', county: '托里县', veto: 'event', answer: 'no' }], [...submitted, partly])
    const own = sourcesOf(paper, 'result.veto.event.no').filter(({ county }) => county === '托里县')
    expect(own.map(({ record, id }) => [record, record === 'decision' ? id : ''])).toEqual([
      ['decision', '1'],
      ['value', ''],
    ])
    expect(own[0]?.words).toContain('人工认定未发生：现场核实')
  })
})

describe('the bulletin as .docx', () => {
  it('is set as an official document: red mark, gaps that stand out, page numbers, 版记', () => {
    const body = part(paper, 'word/document.xml')
    expect(body).toMatch(/w:val="FF0000".*某地区质量强区工作领导小组办公室/u)
    expect(plain(body)).toContain('某质量强区办〔2021〕【待填】号')
    for (const [, run = ''] of body.matchAll(/<w:r>((?:(?!<\/w:r>).)*【(?:(?!<\/w:r>).)*)<\/w:r>/gu)) expect(run).toContain('w:highlight')
    expect(part(paper, 'word/footer1.xml')).toMatch(/— .*PAGE.* —/u)
    expect(part(paper, 'word/styles.xml')).toContain('w:eastAsia="仿宋_GB2312"')
    for (const line of [
      '各县（市）人民政府：',
      '一、总体情况',
      '附件：每季度考核情况反馈表',
      '（代章）',
      '2021年1月6日',
      '抄送：地委组织部，行署办公室。',
    ])
      expect(text.split('\n').map((each) => each.trim())).toContain(line)
  })

  it('marks in the annex what open items may still change, quarters too', () => {
    const rows = [...part(paper, 'word/document.xml').matchAll(/<w:tr[ >].*?<\/w:tr>/gu)].map(([row]) =>
      [...row.matchAll(/<w:tc[ >].*?<\/w:tc>/gu)].map(([cell]) => [plain(cell), cell.includes('w:highlight')] as const),
    )
    const row = (county: string) => rows.find(([first]) => first?.[0] === county)?.slice(1)
    // Of the third quarter alone 裕民县 says nothing of the plan: 60 or 100; 乌苏市 has all settled.
    expect(row('裕民县')?.map(([, isMarked]) => isMarked)).toEqual([false, false, true, false, true, true])
    expect(row('乌苏市')?.some(([, isMarked]) => isMarked)).toBe(false)
  })

  it('is the same bytes from the same input', async () => {
    expect(Buffer.from((await made()).content).equals(Buffer.from(paper.content))).toBe(true)
  })

  it('leaves the day to the office where nobody gives it, and is not made where the scheme has no papers', async () => {
    const undated = await bulletin(bulletinInput(), { ...speech, day: null })
    expect(plain(part(undated ?? paper, 'word/document.xml'))).toContain('【待填：成文日期】')
    const { papers: _, ...scheme } = bulletinInput().scheme
    expect(await bulletin({ ...bulletinInput(), scheme }, speech)).toBeNull()
  })
})

describe('the words of the bulletin', () => {
  it.each([
    ['quality_plan_issued', 'quality_plan_isued', /第\d+行.*是不是“quality_plan_issued”/u],
    ['{counties}考核结果优秀', '{county_names}考核结果优秀', /没有可以填写的“\{county_names\}”/u],
    ['for: reports', 'for: report', /应为 reports、/u],
  ])('answer a mistake (%s → %s) with its line', (right, wrong, message) => {
    const read = () => parseBulletinWording({ path: 'bulletin.yaml', text: wordingText.replace(right, wrong) }, lexicon)
    expect(read).toThrow(KnowledgeError)
    expect(read).toThrow(message)
  })
})

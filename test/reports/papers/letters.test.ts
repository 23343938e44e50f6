import { describe, expect, it } from 'vitest'
import { KnowledgeError, writeYaml } from '../../../extractors/yaml.ts'
import { loadKnowledge } from '../../../pipeline/knowledge.ts'
import type { RunResult } from '../../../reports/contract/records.ts'
import { asDecided } from '../../../reports/papers/letter/as-decided.ts'
import type { Speech } from '../../../reports/papers/letter/facts.ts'
import { letter } from '../../../reports/papers/letter/letter.ts'
import { letterFacts, letters, lettersAskingAgain } from '../../../reports/papers/letter/letters.ts'
import { parseLetterWording } from '../../../reports/papers/letter/wording.ts'
import { linesOf, plainText, wordsOf } from '../../../reports/papers/paper.ts'
import { parseDecisions } from '../../../rules/scoring/decisions.ts'
import { readBack, speech, wordingText } from '../../support/letter-speech.ts'
import { context, result } from '../../support/run-result.ts'

const lines = async (given: RunResult, said: Speech, name: string): Promise<string[]> => {
  const file = (await letters(given, said)).find((each) => each.name === `反馈意见/${name}.docx`)
  if (file === undefined) throw new Error(`no letter ${name}`)
  return readBack(file.content).blocks.map(({ text }) => text)
}
const withLetters = (changes: Partial<Speech['context']['scheme']['letters']>): Speech => ({
  ...speech,
  context: { ...context, scheme: { ...context.scheme, letters: { ...context.scheme.letters, ...changes } } },
})
const shawan = result.assessments.find(({ county, period }) => county === '沙湾县' && period === '2020-Q1')
if (shawan === undefined) throw new Error('no report of 沙湾县')

const withShawan = (changes: Partial<typeof shawan>): RunResult => ({
  ...result,
  assessments: result.assessments.map((each) => (each.id === shawan.id ? { ...each, ...changes } : each)),
})
const lost = (): never => {
  throw new Error('the report of 沙湾县 lacks it')
}

describe('the letters of a run', () => {
  it('are one for each report that is not pass, named by county and period', async () => {
    const names = (await letters(result, speech)).map(({ name }) => name)
    const expected = result.assessments
      .filter(({ verdict }) => verdict !== 'pass')
      .map(({ county, period }) => `反馈意见/${county}-${period}.docx`)
    expect(names.filter((name) => !name.includes('重新报送')).toSorted()).toEqual(expected.toSorted())
    expect(expected.length).toBeGreaterThan(0)
  })

  it('say what was good and what is missing, with the quote and its place, and by when to mend', async () => {
    const text = (await lines(result, speech, '沙湾县-2020-Q1')).join('\n')
    expect(text).toContain('沙湾县质量工作领导小组办公室：')
    expect(text).toContain('一、值得肯定的方面')
    expect(text).toMatch(/1\.问题写得具体.*如第2页“二、存在问题”部分第1段：“滴灌带不合格”/u)
    expect(text).toContain('（一）对比分析（不够充分）')
    expect(text).toContain('只有与上季度的对比，未见与目标或上年同期的对比')
    expect(text).toContain('于2020年11月7日前将修改后的报告')
    expect(text).toContain('2020年10月28日')
    expect(text).toContain('报告正文约42%的文字与其他材料相同或仅个别字词、数字、名称不同，共1处')
  })

  it('ask for what cannot be read to be sent again, with the reason', async () => {
    const text = (await lines(result, speech, '托里县-2020-Q4-重新报送')).join('\n')
    expect(text).toContain('关于请重新报送2020年第四季度\n质量状况分析报告的函')
    expect(text).toContain('托里县质量工作领导小组办公室：')
    expect(text).toContain('文件“托里县2020年第四季度质量状况分析报告.pdf”：文件已加密，请提供无密码版本。')
    expect(text).toContain('于2020年11月7日前重新报送质量状况分析报告')
    expect(text).not.toContain('附件')
  })

  describe('about what cannot be read', () => {
    const [unread] = result.documents.filter(({ status }) => status === 'rejected')
    if (unread === undefined) throw new Error('every file was read')
    const resent = async (changes: Partial<typeof unread>, more: RunResult['documents'] = []): Promise<string[]> =>
      (
        await letters(
          { ...result, documents: [...result.documents.filter(({ file }) => file !== unread.file), { ...unread, ...changes }, ...more] },
          speech,
        )
      )
        .map(({ name }) => name)
        .filter((name) => name.includes('重新报送'))
    it('are of the county and period that the file is of', async () => {
      expect(await resent({ county: '额敏县', period: '2020-Q3', kind: 'data' })).toEqual(['反馈意见/额敏县-2020-Q3-重新报送.docx'])
      expect(await resent({ period: null })).toEqual([])
      expect(await resent({ county: null })).toEqual([])
    })
    it('are none where another version of the report was read, or the office’s own machine failed', async () => {
      const [read] = result.documents
      if (read === undefined) throw new Error('no document')
      const other = { ...read, county: '托里县', period: '2020-Q4', kind: 'analysis' as const }
      expect(await resent({}, [other])).toEqual([])
      expect(await resent({ kind: 'evidence' }, [other])).toEqual(['反馈意见/托里县-2020-Q4-重新报送.docx'])
      expect(await resent({ code: 'E_INTERNAL' })).toEqual([])
    })
    it('are told to the page by the file that they ask for, also where the letter is that of a report beside it', () => {
      expect([...lettersAskingAgain(result, speech)]).toEqual([[unread.file, '反馈意见/托里县-2020-Q4-重新报送.docx']])
      const beside = { ...unread, county: shawan.county, period: shawan.period, kind: 'data' as const }
      const documents = [...result.documents.filter(({ file }) => file !== unread.file), beside]
      expect(lettersAskingAgain({ ...result, documents }, speech).get(unread.file)).toBe(`反馈意见/${shawan.county}-${shawan.period}.docx`)
    })
    it('say nothing to a county of options of the command line', async () => {
      const message = '文件有 90.0 MB，超过上限 64.0 MB，请拆分或压缩图片后提交（上限可用 --limit fileBytes=… 调整）'
      const given = { ...result, documents: result.documents.map((each) => (each.file === unread.file ? { ...each, message } : each)) }
      const text = (await lines(given, speech, '托里县-2020-Q4-重新报送')).join('\n')
      expect(text).toContain('超过上限 64.0 MB，请拆分或压缩图片后提交。')
      expect(text).not.toContain('--')
    })
    it('are left to the letter about the report of the same period', async () => {
      const text = (
        await lines(
          { ...result, documents: [...result.documents, { ...unread, county: '沙湾县', period: '2020-Q1' }] },
          speech,
          '沙湾县-2020-Q1',
        )
      ).join()
      expect(text).toContain('未能读取（文件已加密，请提供无密码版本）')
      expect(await resent({ county: '沙湾县', period: '2020-Q1' })).toEqual([])
    })
  })

  it('say the share alone where no passage is shown', async () => {
    expect((await lines({ ...result, copies: [] }, speech, '沙湾县-2020-Q1')).join('\n')).toMatch(/约42%的文字与其他材料相同/u)
  })

  it('follow what reviewers decided: none for a report that is pass by it, and a level that was decided', async () => {
    const { scheme, lexicon } = loadKnowledge()
    const decided = (of: string, value: string): RunResult => {
      const decision = { about: 'item', county: 'shawan', period: '2020-Q1', item: 'report_quality', of, value }
      const text = writeYaml({ decisions: [{ ...decision, reason: '核实', by: '复核员', on: '2021-01-05' }] })
      return asDecided(result, parseDecisions({ path: '决定.yaml', text }, scheme, lexicon), scheme, lexicon)
    }
    const names = (given: RunResult): string[] => letterFacts(given, context).map(({ document }) => document.file)
    expect(names(result)).toContain(shawan.file)
    expect(names(decided('assessment:verdict', '合格'))).not.toContain(shawan.file)
    const said = (await lines(decided('assessment:problems', '套话'), speech, '沙湾县-2020-Q1')).join('\n')
    expect(said).toContain('问题查找（偏笼统）')
    expect(said).toContain('经我办复核，报告的问题查找偏笼统，请补充完善。')
    expect(said).not.toMatch(/问题写得具体/u)
  })

  it('tell what looks like a comparison and is none, and which earlier figures could make one', async () => {
    const rejected = [{ evidence: shawan.criteria.problems.evidence[0] ?? lost(), reason: 'effort' as const }]
    const comparison = { ...shawan.criteria.comparison, rejected }
    const figure = {
      indicator: 'industrial_sampling_pass_rate',
      name: '工业产品质量监督抽查合格率',
      basis: 'yoy' as const,
      period: '2019-Q1',
      value: 93,
      unit: '%',
      quote: '93.0%',
      source: '2019/沙湾县2019年第一季度质量状况分析报告.docx',
    }
    const said = (
      await lines(withShawan({ criteria: { ...shawan.criteria, comparison }, known: [figure] }), speech, '沙湾县-2020-Q1')
    ).join('\n')
    expect(said).toMatch(/未计作质量对比：\n第2页.*“滴灌带不合格”：比的是培训、检查等工作投入，不是质量结果，不计。/u)
    expect(said).toContain('工业产品质量监督抽查合格率上年同期为93.0%（见《沙湾县2019年第一季度质量状况分析报告》），可作同比')
  })

  it('tell which problem no measure answers, and which measure no problem asks for', async () => {
    const problem = shawan.criteria.problems.evidence[0] ?? lost()
    const measure = shawan.criteria.measures.evidence[0] ?? lost()
    const loose = withShawan({ chains: [{ problem, causes: [], measures: [] }], unprompted: [measure] })
    const said = (await lines(loose, speech, '沙湾县-2020-Q1')).join('\n')
    expect(said).toMatch(/“滴灌带不合格”没有看到对应的措施。/u)
    expect(said).toMatch(/“对3家滴灌带企业复检”没有看到对应的问题。/u)
    const answered = withShawan({ chains: [{ problem, causes: [], measures: [measure] }], unprompted: [] })
    expect((await lines(answered, speech, '沙湾县-2020-Q1')).join('\n')).not.toContain('没有看到对应')
  })

  it('part the share by class of source, and give none where what is equal is too short to count', async () => {
    const from = (file: string, sourceClass: 'superior' | 'peer', share: number) => ({
      file,
      share,
      sourceClass,
      order: 'unknown' as const,
    })
    const copying = shawan.copying ?? lost()
    const two = { ...copying, sources: [from('a', 'superior', 0.3), from('b', 'peer', 0.07), from('c', 'peer', 0.05)] }
    const said = (await lines(withShawan({ copying: two }), speech, '沙湾县-2020-Q1')).join('\n')
    expect(said).toContain('共1处（与上级文件相同的约30%，与其他县市材料相同的约12%，其中1处不足30字，未计入占比）')
    const short = (await lines(withShawan({ copying: { ...copying, share: 0, sources: [] } }), speech, '沙湾县-2020-Q1')).join('\n')
    expect(short).toContain('以下1处短句与其他材料相同')
    expect(short).not.toContain('约0%')
  })

  it('leave the day to the office where none is given, and count the days from receipt', async () => {
    const text = (await lines(result, { ...speech, day: null }, '沙湾县-2020-Q1')).join('\n')
    expect(text).toContain('于收到本函之日起10日内')
    expect(text).not.toMatch(/2020年1[01]月/u)
  })

  it('take the last day of the submission before the days of the scheme', async () => {
    const submissions = context.scheme.submissions.map((each) => (each.period === '2020-Q1' ? { ...each, amendBy: '2020-05-06' } : each))
    const said = { ...speech, context: { ...context, scheme: { ...context.scheme, submissions } } }
    expect((await lines(result, said, '沙湾县-2020-Q1')).join('\n')).toContain('于2020年5月6日前')
  })

  it('name another county only where the scheme says so', async () => {
    const finding = {
      id: 'c-other',
      file: shawan.file,
      kind: 'achievement',
      severity: 'warning' as const,
      claimed: '沙湾县',
      recomputed: '乌苏市',
      evidence: shawan.criteria.problems.evidence,
      message: '“某项荣誉”乌苏市也在《乌苏市报告.docx》中报送，请核对是否重复',
    }
    const given = { ...result, checks: [...result.checks, finding] }
    const masked = (await lines(given, speech, '沙湾县-2020-Q1')).join('\n')
    expect(masked).toContain('“某项荣誉”某县也在《某县报告.docx》中报送')
    expect(masked).not.toContain('乌苏市')
    expect((await lines(given, withLetters({ nameOtherCounties: true }), '沙湾县-2020-Q1')).join('\n')).toContain('乌苏市也在')
  })

  it('tell of passages equal to other documents without saying who took from whom', async () => {
    const text = result.texts.find(({ file }) => file === shawan.file)
    const source = result.documents.find(({ county }) => county === '乌苏市')
    const start = text?.text.indexOf('滴灌带不合格') ?? -1
    const copies: RunResult['copies'] = [
      {
        id: 'copy',
        file: shawan.file,
        start,
        end: start + 20,
        source: source?.file ?? '',
        sourceStart: 0,
        sourceEnd: 20,
        length: 20,
        similarity: 1,
        masked: false,
        sourceClass: 'peer',
        order: 'unknown',
        changed: [],
      },
    ]
    const given = { ...result, copies }
    const said = (await lines(given, speech, '沙湾县-2020-Q1')).join('\n')
    expect(said).toMatch(/第2页“二、存在问题”部分第1段“滴灌带不合格.*”，与某县的报告相同。/u)
    expect(said).not.toMatch(/抄|照搬/u)
    expect((await lines(given, withLetters({ nameOtherCounties: true }), '沙湾县-2020-Q1')).join('\n')).toContain('与乌苏市的报告相同')
  })

  it('mark on both sides what differs in a passage, and call nothing equal that is not', async () => {
    const named = letterFacts(result, context).find(({ assessment: { id } }) => id === shawan.id) ?? lost()
    const [own, other] = [named.text.text, '乌苏市由‹监管所›在下季度前对‹8›家企业复检']
    const source = named.passages[0]?.source ?? lost()
    const at = own.indexOf('对3家滴灌带企业复检')
    const bare = other.replaceAll(/[‹›]/gu, '')
    const changed = [
      { start: at - 4, end: at - 1, sourceStart: 4, sourceEnd: 7, kind: 'name' as const },
      { start: at + 1, end: at + 2, sourceStart: bare.indexOf('8'), sourceEnd: bare.indexOf('8') + 1, kind: 'number' as const },
    ]
    const passage = { ...(named.passages[0] ?? lost()), start: at - 4, end: at + 10, sourceStart: 0, sourceEnd: bare.length, changed }
    const texts = new Map([[source, { ...named.text, file: source, text: bare, blocks: [] }]])
    const text = letter({ ...named, passages: [passage], texts }, speech).parts.flatMap((part) => ('text' in part ? [part.text] : []))
    const told = text.find((each) => plainText(each).includes('该材料原文为')) ?? lost()
    expect(plainText(told)).toMatch(/除数字、单位名称（划线处）外，与某县的报告相同.*。该材料原文为“某县由某处在下季度前对8家企业复检”。/u)
    const marked = wordsOf(told).flatMap(({ text: words, mark }) => (mark ? [words] : []))
    expect(marked).toEqual([own.slice(at - 4, at - 1), '3', '某处', '8'])
    expect(marked).not.toContain('监管所')
  })

  it('praise no sentence that they list as equal to another document', async () => {
    const measure = shawan.criteria.measures.evidence[0] ?? lost()
    const said = (await lines(result, speech, '沙湾县-2020-Q1')).join('\n')
    expect(said).not.toContain(`如第2页“三、下一步措施”部分第1段：“${measure.quote}`)
    expect(said).toContain('报告中改进措施所依据的内容都在上述相同文字之中，核实前暂不作肯定。')
    expect((await lines({ ...result, copies: [] }, speech, '沙湾县-2020-Q1')).join('\n')).toContain(measure.quote)
  })

  it('list what would have counted and was copied, with the reason', async () => {
    const evidence = shawan.criteria.problems.evidence[0] ?? lost()
    const problems = {
      level: 'absent' as const,
      evidence: [],
      rejected: [{ evidence, reason: 'copied' as const }],
      missing: '所写的1处问题与他人相同',
    }
    const said = (await lines(withShawan({ criteria: { ...shawan.criteria, problems } }), speech, '沙湾县-2020-Q1')).join('\n')
    expect(said).toContain('问题查找（未计入）')
    expect(said).toContain('不是自己的分析，不计。')
  })

  it('say what could not be judged, and what to do about it', async () => {
    const said = (await lines(result, speech, '沙湾县-2020-Q1')).join('\n')
    expect(said).toContain('没有你县往期材料可供比对，无法评定。请随修改后的报告附送')
    expect(said).not.toContain('没有可供比对的上级文件')
    expect((await lines(withShawan({ copying: null }), speech, '沙湾县-2020-Q1')).join('\n')).toContain(
      '没有可供比对的上级文件，无法评定。请你县自行对照',
    )
    const [document] = result.documents.filter(({ file }) => file === shawan.file)
    const unread = {
      ...(document ?? lost()),
      id: 'unread',
      file: '扫描件.pdf',
      status: 'rejected' as const,
      code: 'E_PDF_ENCRYPTED',
      message: '文件已加密',
    }
    const partial = result.documents.map((each) =>
      each.file === shawan.file ? { ...each, status: 'partial' as const, notices: [] } : each,
    )
    const also = (await lines({ ...result, documents: [...partial, unread] }, speech, '沙湾县-2020-Q1')).join('\n')
    expect(also).toContain('文件“扫描件.pdf”未能读取（文件已加密），其中的内容无法评定。请重新报送')
    expect(also).toContain('报告有一部分未能读出，所涉内容无法评定。')
  })

  it('say which of two versions counts, and what became of the shortcomings of the one before', async () => {
    const document = result.documents.find(({ file }) => file === shawan.file)
    const text = result.texts.find(({ file }) => file === shawan.file)
    if (document === undefined || text === undefined) throw new Error('no document')
    const draft = shawan.file.replace('.docx', '（初稿）.docx')
    const given: RunResult = {
      ...result,
      documents: [...result.documents, { ...document, id: 'draft', file: draft }],
      texts: [...result.texts, { ...text, file: draft }],
      assessments: [...result.assessments, { ...shawan, id: 'draft', file: draft }],
      revisions: [
        {
          file: shawan.file,
          earlier: draft,
          deficiencies: [{ about: 'comparison', said: '全文未见对比', state: 'partly', evidence: [] }],
          figures: [
            {
              name: '抽查合格率',
              before: { quote: '94%', start: 0, end: 3, block: 0 },
              after: { quote: '95%', start: 0, end: 3, block: 0 },
            },
          ],
        },
      ],
    }
    const said = (await lines(given, speech, '沙湾县-2020-Q1')).join('\n')
    expect(said).toContain('同一期共收到2份报告')
    expect(said).toMatch(/其余为：.*（初稿）\.docx/u)
    expect(said).toContain('按文件名中的版本说明')
    expect(said).toContain('对比分析：部分改。')
    expect(said).toContain('94% → 95%')
    const between = (other: string) => ({
      ...given,
      checks: [
        {
          id: 'v',
          file: shawan.file,
          kind: 'cross-document' as const,
          severity: 'warning' as const,
          claimed: '95%',
          recomputed: '94%',
          message: '两份文件所写的抽查合格率不同，请核对',
          evidence: [
            { quote: '95%', start: 0, end: 3, block: 0 },
            { file: other, quote: '94%', start: 0, end: 3, block: 0 },
          ],
        },
      ],
    })
    const findingsWith = (other: string) =>
      letterFacts(between(other), speech.context).find(({ document: { file } }) => file === shawan.file)?.findings.length
    expect(findingsWith(draft), 'a figure changed since the version before is no slip').toBe(0)
    expect(findingsWith('沙湾县/数据表.xlsx')).toBe(1)
    const set = withLetters({ counted: [draft] })
    expect(letterFacts(given, set.context).some(({ document: { file } }) => file === draft)).toBe(true)
    expect(letterFacts(given, set.context).some(({ document: { file } }) => file === shawan.file)).toBe(false)
  })

  it('list every finding in the annex', () => {
    const first = letterFacts(result, context)[0]
    if (first === undefined) throw new Error('no letter')
    const table = letter(first, speech).parts.find((part) => part.kind === 'table')
    const rows = table?.kind === 'table' ? table.rows : []
    expect(
      rows.map(([number]) =>
        linesOf(number ?? '')
          .map(plainText)
          .join(''),
      ),
    ).toEqual(rows.map((_, index) => String(index + 1)))
    expect(rows.length).toBeGreaterThan(0)
  })
})

describe('the words of the letter', () => {
  it('answer a place that nothing fills with file and line', () => {
    const spoiled = wordingText.replace('{deadline}将', '{期限}将')
    expect(() => parseLetterWording({ path: 'feedback-letter.yaml', text: spoiled })).toThrow(KnowledgeError)
    expect(() => parseLetterWording({ path: 'feedback-letter.yaml', text: spoiled })).toThrow(/第\d+行 deadline：没有可以填写的“\{期限\}”/u)
  })
})

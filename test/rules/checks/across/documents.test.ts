/** The checks over all documents on whole texts, read as a run reads them. */
import { expect, it } from 'vitest'
import { createAchievementExtractor } from '../../../../extractors/achievements/extract-achievements.ts'
import { structure } from '../../../../extractors/language/structure.ts'
import type { ComparedDocument } from '../../../../rules/checks/across/compared-document.ts'
import { checkAcross } from '../../../../rules/checks/across/index.ts'
import { identityOf, lexicon, textDocument, valuesOf } from '../../../support/text-document.ts'

const achievementsOf = createAchievementExtractor(lexicon)

function read(title: string, ...lines: string[]): ComparedDocument {
  const file = `${title}.docx`
  const document = textDocument([title, ...lines].join('\n'), file)
  const identity = identityOf(document)
  const sections = structure(document)
  const withId = <Record extends object>(record: Record, index: number) => ({ ...record, id: `${file}${index}` })
  return {
    ...identity,
    file,
    submitted: true,
    values: valuesOf(document).values.map(withId),
    achievements: achievementsOf({ document, structure: sections, identity }).map(withId),
    text: document,
  }
}

const messages = (...documents: ComparedDocument[]): string[] => checkAcross(documents, lexicon).map(({ message }) => message)

const second = read(
  '乌苏市2020年第二季度质量状况分析报告',
  '工业产品质量监督抽查合格率89.1%，比一季度下降0.5个百分点。',
  '食品监督抽检合格率97.1%。特种设备定期检验率100%。',
)

it('a summary and the reports of its quarters that bear each other out are left in peace', () => {
  const third = read(
    '乌苏市2020年第三季度质量状况分析报告',
    '工业产品质量监督抽查合格率90.9%，较上季度的89.1%提高1.8个百分点。',
    '小作坊食品监督抽检合格率95%。食品监督抽检合格率97.7%，高于97%的目标。从全年看，食品监督抽检合格率累计97.3%。',
  )
  const summary = read('乌苏市2020年度质量工作总结', '全年食品监督抽检合格率97.3%，工业产品质量监督抽查合格率达到89%以上。')
  expect(messages(second, third, summary)).toEqual([])
})

it('a report that gives another figure for last quarter than that quarter’s report is told', () => {
  const third = read(
    '乌苏市2020年第三季度质量状况分析报告',
    '工业产品质量监督抽查合格率90.9%，较上季度的88.1%提高2.8个百分点。',
    '食品监督抽检合格率97.7%。',
  )
  expect(messages(second, third)).toEqual([
    '提到的2020年第二季度工业产品质量监督抽查合格率，本文件写作“88.1%”，《乌苏市2020年第二季度质量状况分析报告.docx》写作“89.1%”，请核对以哪个为准',
  ])
})

it('another county’s report is another matter', () => {
  expect(messages(second, read('沙湾县2020年第二季度质量状况分析报告', '食品监督抽检合格率98.8%。'))).toEqual([])
})

const village = '古尔图镇乌兰叶尔格村荣获自治区乡村旅游重点村。'

it('an honour that is new in two quarters, or in two counties, is told', () => {
  const first = read('乌苏市2020年第一季度质量状况分析报告', village)
  expect(messages(first, read('乌苏市2020年第三季度质量状况分析报告', village))).toHaveLength(1)
  expect(messages(first, read('沙湾县2020年第一季度质量状况分析报告', village))).toHaveLength(1)
})

it('an honour that a summary repeats, or that is kept, or whose holder every county has, is left in peace', () => {
  const first = read('乌苏市2020年第一季度质量状况分析报告', village)
  expect(messages(first, read('乌苏市2020年度质量工作总结', village))).toEqual([])
  expect(messages(first, read('乌苏市2020年第三季度质量状况分析报告', '古尔图镇乌兰叶尔格村继续保持自治区乡村旅游重点村称号。'))).toEqual(
    [],
  )
  const centre = '县农产品质量安全检验检测中心通过自治区农产品质检体系项目“双认证”。'
  expect(messages(read('托里县2020年第一季度质量状况分析报告', centre), read('裕民县2020年第一季度质量状况分析报告', centre))).toEqual([])
})

/** A paragraph put in from a superior document makes the copied share rise by its length, and no figure, name or blank in it hides that. */
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { defaultLimits } from '../../../extractors/formats/reading.ts'
import { defaultEngine } from '../../../extractors/language/segmenter-engine.ts'
import { createKit } from '../../../pipeline/kit.ts'
import { loadKnowledge } from '../../../pipeline/knowledge.ts'
import { overAll } from '../../../pipeline/over-all.ts'
import { noReceipts } from '../../../pipeline/receipts.ts'
import { processDocument } from '../../../pipeline/stages.ts'

const knowledge = loadKnowledge()
const kit = await createKit({ ...knowledge, limits: defaultLimits, segmenter: defaultEngine, kind: null })

const PASTED =
  '各县市要把重点工业产品、农资和食品相关产品作为监管重心，按季度梳理抽查不合格企业名单，督促企业查找原料进厂、过程控制、出厂检验等环节的漏洞，逐条制定整改方案并由属地市场监管部门组织复查，复查仍不合格的依法从严处理。'
const OWN = `老沙湾镇两家滴灌带厂的断裂伸长率本季又退了回去，入厂看料才知道新料涨价以后，掺比从一成半提到了四成。
金沟河镇的膜厂在机台出口装了在线测厚，偏薄的膜卷当场剔下，流到门店的几乎看不见了。
安集海镇的辣椒酱换了新的杀菌釜，胀罐退货由上年的二十一批减到三批，酱体颜色也稳了。`

async function shareWith(pasted: string): Promise<number> {
  const texts = {
    'superior:通知.txt': `关于做好2020年质量工作的通知\n${PASTED}\n`,
    '2020/沙湾县/沙湾县2020年第三季度质量状况分析报告.txt': `沙湾县2020年第三季度质量状况分析报告\n${OWN}\n${pasted}\n`,
  }
  const processed = await Promise.all(
    Object.entries(texts).map(([file, text]) => {
      const bytes = Buffer.from(text)
      return processDocument(kit, { file, bytes, sha256: createHash('sha256').update(bytes).digest('hex') })
    }),
  )
  const { assessments } = overAll(
    processed.map(({ result }) => result),
    noReceipts,
    knowledge,
  )
  return assessments[0]?.copying?.share ?? Number.NaN
}

const length = (text: string): number => text.replace(/\s/gu, '').length
const expected = length(PASTED) / (length(PASTED) + length(OWN))

it('is nothing before, and the paragraph’s part of the text after', async () => {
  expect(await shareWith('')).toBe(0)
  expect(await shareWith(PASTED)).toBeCloseTo(expected, 1)
})

it.each([
  ['parted into paragraphs', PASTED.replaceAll('，', '，\n')],
  ['with blanks between its characters', PASTED.replaceAll('整改', '整 改')],
  ['with the county’s name for the counties', PASTED.replace('各县市', '沙湾县')],
])('stays %s', async (_, pasted) => {
  expect(Math.abs((await shareWith(pasted)) - expected)).toBeLessThan(0.08)
})

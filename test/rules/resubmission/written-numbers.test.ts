import { expect, it } from 'vitest'
import { changedFigures } from '../../../rules/resubmission/figures.ts'
import type { Version } from '../../../rules/resubmission/revision.ts'
import { textDocument, valuesOf } from '../../support/text-document.ts'

function version(body: string): Version {
  const document = textDocument(`裕民县2020年第三季度质量状况分析报告\n一、问题\n${body}`)
  const values = valuesOf(document).values.map((value, index) => ({ ...value, id: String(index) }))
  return { file: document.file, text: document.text, blocks: document.blocks, values, assessment: null, checks: [] }
}

const changes = (before: string, after: string): string[] =>
  changedFigures(version(before), version(after)).map((figure) => `${figure.before?.quote ?? ''}→${figure.after?.quote ?? ''}`)

it('lists deadlines and numbers in words that changed, each once and with both sides', () =>
  expect(
    changes(
      '两家小厂的模头三年没有更换。\n二、措施\n由市场监管局11月底前对2家滴灌带厂上门核验。',
      '两家小厂的模头两年没有更换。\n二、措施\n由市场监管局12月底前对3家滴灌带厂上门核验。',
    ),
  ).toEqual(expect.arrayContaining(['三年→两年', '11月→12月', '2家→3家'])))

it('lists nothing else: neither what stayed, nor numbers of a list, nor a sentence that was written anew', () => {
  const body = '两家小厂的模头三年没有更换。\n二、措施\n一是11月底前校准台秤；二是按月抽查滴灌带。'
  expect(changes(body, body)).toEqual([])
  expect(changes('一是校准全部台秤；二是抽查滴灌带壁厚。', '一是抽查滴灌带壁厚；二是校准全部台秤。')).toEqual([])
  expect(changes('台秤11月底前校准完毕。', '砝码由计量所在12月送检。')).toEqual([])
})

it('finds a number in a clause that stayed where the sentence around it did not', () =>
  expect(changes('模头磨损，挤出机用了十年仍未大修。', '模头磨损严重并且漏料，挤出机用了九年仍未大修。')).toEqual(['十年→九年']))

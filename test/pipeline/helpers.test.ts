import { setTimeout as after } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Helpers, withHelpers } from '../../pipeline/helpers.ts'
import type { Paper } from '../../reports/papers/paper.ts'
import { builtWorker } from '../support/workspace.ts'

const file = new URL('./helper.js', builtWorker)
const paper: Paper = {
  office: '某地区质量工作领导小组办公室',
  documentNumber: '〔2020〕1号',
  title: '试排',
  day: '2020-10-28',
  parts: [{ kind: 'body', text: '一段正文。' }],
}
const many = Array.from({ length: 40 }, () => paper)

const unhandled: unknown[] = []
const note = (reason: unknown): void => void unhandled.push(reason)
beforeEach(() => {
  unhandled.length = 0
  process.on('unhandledRejection', note)
})
afterEach(() => process.off('unhandledRejection', note))

it('a mistake made while papers are set by threads shows as itself, and nothing else is told', async () => {
  const fail = async (helpers: Helpers): Promise<void> => {
    const setting = helpers.renderPapers(many).then((papers) => papers.length)
    await after(50)
    throw new Error(`the mistake itself, not ${typeof setting}`)
  }
  await expect(withHelpers(2, file, fail)).rejects.toThrow('the mistake itself')
  await after(50)
  expect(unhandled).toEqual([])
})

it('a mistake in what a thread sets is the thread’s own', async () => {
  const broken = [...many, { ...paper, parts: [{ kind: 'unheard of' }] } as unknown as Paper]
  const error = await withHelpers(2, file, (helpers) => helpers.renderPapers(broken)).catch((reason: unknown) => reason)
  expect(String(error)).not.toContain('Terminating')
  expect(unhandled).toEqual([])
})

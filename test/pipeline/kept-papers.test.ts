import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { cacheAt } from '../../pipeline/cache.ts'
import { keptPapers } from '../../pipeline/kept-papers.ts'
import type { FormBook, Printable } from '../../reports/papers/paper.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhijian-papers-'))
})

afterEach(() => rm(folder, { recursive: true }))

const book = (name: string): FormBook => ({ form: 'book', sheets: [{ name, columns: [], rows: [] }] })

const nameOf = (paper: Printable): string => (paper.form === 'book' ? (paper.sheets[0]?.name ?? '') : '')

/** Sets papers as their names and keeps account of which it was given. */
function press() {
  const given: string[] = []
  const render = async (papers: readonly Printable[]) => {
    given.push(...papers.map(nameOf))
    return papers.map((paper) => new TextEncoder().encode(nameOf(paper)))
  }
  return { given, render }
}

const texts = (contents: readonly Uint8Array[]) => contents.map((content) => new TextDecoder().decode(content))

it('has only those set that are not kept, and gives all in the order asked', async () => {
  const first = press()
  expect(texts(await keptPapers(cacheAt(folder), first.render)([book('甲'), book('乙')]))).toEqual(['甲', '乙'])
  const second = press()
  expect(texts(await keptPapers(cacheAt(folder), second.render)([book('丙'), book('乙'), book('甲')]))).toEqual(['丙', '乙', '甲'])
  expect(second.given).toEqual(['丙'])
})

it('keeps nothing where no folder is given', async () => {
  const { given, render } = press()
  const kept = keptPapers(cacheAt(null), render)
  await kept([book('甲')])
  await kept([book('甲')])
  expect(given).toEqual(['甲', '甲'])
})

it('has a paper asked for twice set, and gives it twice', async () => {
  const { render } = press()
  expect(texts(await keptPapers(cacheAt(folder), render)([book('甲'), book('甲')]))).toEqual(['甲', '甲'])
})

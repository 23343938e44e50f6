/** Papers that were set before from the same data by the same program, taken from where results are kept. */
import type { Printable } from '../reports/papers/paper.ts'
import type { RenderPapers } from '../reports/papers/render-papers.ts'
import { cacheKey, noCache, type ResultCache } from './cache.ts'
import { programHash } from './package.ts'

/** `render` sets those that are not kept; these are then. */
export function keptPapers(cache: ResultCache, render: RenderPapers): RenderPapers {
  if (cache === noCache) return render
  const program = programHash()
  return async (papers) => {
    const asked = await Promise.all(papers.map((paper) => look(cache, program, paper)))
    const lacking = asked.filter(({ kept }) => kept === null)
    const made = lacking.length === 0 ? [] : await render(lacking.map(({ paper }) => paper))
    const byKey = new Map(lacking.map(({ key }, index) => [key, made[index]]))
    await Promise.all([...byKey].map(([key, content]) => content && cache.put(key, content)))
    return asked.map(({ key, kept }) => {
      const content = kept ?? byKey.get(key)
      if (content === undefined) throw new Error('a paper was not set')
      return content
    })
  }
}

async function look(cache: ResultCache, program: string, paper: Printable) {
  const key = cacheKey([program, 'paper', paper])
  return { paper, key, kept: await cache.get(key) }
}

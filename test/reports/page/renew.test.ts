/** A page made by a run, with its scores made anew from the result files. */
import { describe, expect, it } from 'vitest'
import { page } from '../../../reports/page/page.ts'
import { renewed } from '../../../reports/page/renew.ts'
import { overviewFacts } from '../../../reports/papers/overview/read-facts.ts'
import { clientScript } from '../../support/client-script.ts'
import { decidedScores, scores } from '../../support/form-speech.ts'
import { overviewInput } from '../../support/overview-given.ts'
import { context, result } from '../../support/run-result.ts'

const overview = overviewFacts(overviewInput)
const made = async (given: typeof scores | undefined, facts: typeof overview | null): Promise<string> =>
  page(given === undefined ? result : { ...result, scores: given }, { ...context, overview: facts, clientScript: await clientScript() })

describe('a page renewed', () => {
  it('is the page that a run with those scores makes, byte for byte', async () => {
    const before = await made(decidedScores, null)
    const wanted = await made(scores, overview)
    expect(before).not.toBe(wanted)
    expect(await renewed(before, { scores, overview })).toBe(wanted)
  })

  it('is none where the page holds no scores, or is another’s', async () => {
    expect(await renewed(await made(undefined, null), { scores, overview })).toBeNull()
    expect(await renewed('<html></html>', { scores, overview })).toBeNull()
    expect(await renewed('<script type="application/octet-stream" id="data">AAAA</script>', { scores, overview })).toBeNull()
  })
})

/** A page made by a run, with its scores made anew from the result files. */
import { describe, expect, it } from 'vitest'
import { page } from '../../../reports/page/page.ts'
import { renewed } from '../../../reports/page/renew.ts'
import { overviewFacts } from '../../../reports/papers/overview/read-facts.ts'
import { clientScript } from '../../support/client-script.ts'
import { decidedReport } from '../../support/decided-report.ts'
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
    expect(await renewed(before, { scores, overview, submissions: [] })).toBe(wanted)
  })

  it('takes over what came in as reviewers decided it', async () => {
    const before = await made(scores, overview)
    const submissions = [decidedReport(1)]
    const after = await renewed(before, { scores, overview, submissions })
    expect(after).not.toBe(before)
    expect(after).toBe(await page({ ...result, scores }, { ...context, overview, submissions, clientScript: await clientScript() }))
  })

  it('is none where the page holds no scores, or is another’s', async () => {
    expect(await renewed(await made(undefined, null), { scores, overview, submissions: [] })).toBeNull()
    expect(await renewed('<html></html>', { scores, overview, submissions: [] })).toBeNull()
    expect(
      await renewed('<script type="application/octet-stream" id="data">AAAA</script>', { scores, overview, submissions: [] }),
    ).toBeNull()
  })
})

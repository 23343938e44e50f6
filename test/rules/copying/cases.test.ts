/** The search held to its aims on the texts of test/support/copying, of another hand's in copying-blind, and of twelve reports with four superior documents in copying-batch; each case a batch of its own. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../../../extractors/formats/reading.ts'
import { defaultEngine } from '../../../extractors/language/segmenter-engine.ts'
import { evaluate } from '../../../pipeline/eval/evaluate.ts'
import { parseGold } from '../../../pipeline/eval/gold.ts'
import { createKit } from '../../../pipeline/kit.ts'
import { loadKnowledge } from '../../../pipeline/knowledge.ts'
import { overAll } from '../../../pipeline/over-all.ts'
import { noReceipts } from '../../../pipeline/receipts.ts'
import { processDocument } from '../../../pipeline/stages.ts'
import { type CopyingCase, copyingCases } from '../../support/copying-cases.ts'

const knowledge = loadKnowledge()
const { lexicon, scheme } = knowledge
const kit = await createKit({ lexicon, scheme, limits: defaultLimits, segmenter: defaultEngine, kind: null })

async function resultOf({ files }: CopyingCase) {
  const processed = await Promise.all(
    files.map(({ file, text }) => {
      const bytes = Buffer.from(text)
      return processDocument(kit, { file, bytes, sha256: createHash('sha256').update(bytes).digest('hex') })
    }),
  )
  return overAll(
    processed.map(({ result }) => result),
    noReceipts,
    knowledge,
  )
}

const cases = await Promise.all(
  [...copyingCases(), ...copyingCases('copying-blind'), ...copyingCases('copying-batch')].map(async (each) => ({
    ...each,
    result: await resultOf(each),
  })),
)

describe('copied text', () => {
  it.each(cases)('is found, and nothing else: $name', ({ result, copies }) => {
    const { differences, errors } = evaluate(result, parseGold(JSON.stringify({ annotatedFiles: [], copies }), 'gold.json'))
    expect(differences.filter(({ of }) => of === 'copy')).toEqual([])
    expect(errors['copies.share']?.greatest).toBeLessThan(0.08)
  })
})

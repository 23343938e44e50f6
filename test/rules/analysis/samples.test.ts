/** The sample submissions, judged as their gold says. What copying alone decides (two reports that are alike) is left out of the verdicts. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { structure } from '../../../extractors/language/structure.ts'
import { createChecker } from '../../../rules/checks/index.ts'
import { judgeDocument } from '../../support/judge-text.ts'
import { packedPath } from '../../support/packing/sample.ts'
import { goldOf, sampleDocument, samplesOf } from '../../support/sample-document.ts'
import { identityOf, lexicon, valuesOf } from '../../support/text-document.ts'

const criteria = z.strictObject({ comparison: z.string(), problems: z.string(), causes: z.string(), measures: z.string() })
const Gold = z.object({
  assessments: z.array(z.object({ file: z.string(), verdict: z.string(), criteria })),
  checks: z.array(z.object({ file: z.string(), kind: z.string(), claimed: z.number(), recomputed: z.number() })),
})
const counties = ['tuoli', 'yumin', 'emin', 'wusu', 'tacheng', 'shawan', 'hebukesaier']
/** Spreadsheets have tables of their own; they are looked at packed, by `zhijian eval`. */
const isText = ({ format }: { readonly format: string }): boolean => !['xlsx', 'xls', 'csv'].includes(format)
const samples = samplesOf(counties).filter(isText)
const golds = counties.map((county) => Gold.parse(goldOf(county)))
const assessments = golds.flatMap((gold) => gold.assessments)
const analyses = samples.flatMap((sample) => {
  const gold = assessments.find(({ file }) => file === packedPath(sample))
  return gold ? [{ sample, gold, name: sample.source }] : []
})

/** Held against the one report whose gold verdict rests on copying. */
const COPIES = new Set(['emin/04-q3.md'])

describe.each(analyses)('$name', ({ sample, gold }) => {
  const { document, assessment } = judgeDocument(sampleDocument(sample))

  it('has the levels of its gold', () => {
    const levels = Object.entries(assessment.criteria).map(([name, { level }]) => [name, level])
    expect(Object.fromEntries(levels)).toEqual(gold.criteria)
    if (!COPIES.has(sample.source)) expect(assessment.verdict).toBe(gold.verdict)
  })

  it('quotes its own text, and says what is missing wherever a level is not the top', () => {
    for (const { level, evidence, missing } of Object.values(assessment.criteria)) {
      for (const { quote, start, end } of evidence) expect(document.text.slice(start, end)).toBe(quote)
      expect(missing === '').toBe(['adequate', 'specific', 'present', 'concrete'].includes(level))
      expect(assessment.feedback).toContain(missing)
    }
  })
})

it('finds the slips that were planted in the samples, and nothing else', () => {
  const check = createChecker(lexicon)
  const found = samples.flatMap((sample) => {
    const document = sampleDocument(sample)
    return check({ document, identity: identityOf(document), structure: structure(document), values: valuesOf(document).values }).map(
      ({ file, kind, claimed, recomputed }) => ({ file, kind, claimed, recomputed }),
    )
  })
  const planted = golds
    .flatMap(({ checks }) => checks)
    .filter(({ file }) => samples.some((sample) => packedPath(sample) === file))
    .map(({ file, kind, claimed, recomputed }) => ({ file, kind, claimed, recomputed }))
  const byFile = (a: { file: string }, b: { file: string }): number => (a.file < b.file ? -1 : 1)
  expect(found.sort(byFile)).toEqual(planted.sort(byFile))
})

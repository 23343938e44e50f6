/**
 * Whole reports by several pens, judged as their gold says: those of test/support/gold/analysis-* and 36 short ones (analysis-short.json). The rules were developed
 * with them in view, so that their share of right answers says nothing of unseen texts (docs/evaluation.md does); it must not fall, and no sound report may be weak.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Assessment, Criteria } from '../../../rules/analysis/assessment.ts'
import { verdict } from '../../../rules/analysis/verdict.ts'
import { judgeDocument, judgeText } from '../../support/judge-text.ts'
import { packedPath, parseSample } from '../../support/packing/sample.ts'
import { sampleDocument } from '../../support/sample-document.ts'

const GOLD = new URL('../../support/gold/', import.meta.url)
const criteria = z.strictObject({
  comparison: z.enum(['adequate', 'thin', 'absent']),
  problems: z.enum(['specific', 'boilerplate', 'absent']),
  causes: z.enum(['present', 'absent']),
  measures: z.enum(['concrete', 'slogan', 'absent']),
})
type Levels = z.infer<typeof criteria>
const Whole = z.object({ assessments: z.array(z.object({ file: z.string(), criteria })) })
const Short = z.array(z.object({ file: z.string(), text: z.string(), criteria }))

const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, GOLD), 'utf8'))

/** Folders of texts, and the gold beside them. */
const SETS = {
  developed: ['analysis-dev/sound', 'analysis-dev/partial', 'analysis-dev/narrated'],
  'held-back': ['analysis-held-back'],
  own: ['analysis-own'],
  blind: ['analysis-blind'],
  'held-back-second': ['analysis-held-back-second'],
  'blind-second': ['analysis-blind-second'],
  'held-back-third': ['analysis-held-back-third'],
  'blind-third': ['analysis-blind-third'],
  'held-back-fourth': ['analysis-held-back-fourth'],
  'blind-fourth': ['analysis-blind-fourth'],
  'held-back-fifth': ['analysis-held-back-fifth'],
  'blind-fifth': ['analysis-blind-fifth'],
  'blind-sixth': ['analysis-blind-sixth'],
  'blind-seventh': ['analysis-blind-seventh'],
  'held-back-sixth': ['analysis-held-back-sixth'],
  'blind-eighth': ['analysis-blind-eighth'],
  'held-back-seventh': ['analysis-held-back-seventh'],
}

const textsIn = (folder: string): string[] =>
  readdirSync(new URL(`${folder}/`, GOLD), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))

const goldOf = (folder: string) =>
  readdirSync(new URL(`${folder}/`, GOLD), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('gold.json'))
    .flatMap((name) => Whole.parse(json(`${folder}/${name}`)).assessments)

const wholeOf = (folders: readonly string[]) =>
  folders.flatMap((folder) => {
    const assessments = goldOf(folder)
    return textsIn(folder).flatMap((name) => {
      const sample = parseSample(`${folder}/${name}`, readFileSync(new URL(`${folder}/${name}`, GOLD), 'utf8'))
      const gold = assessments.find(({ file }) => file === packedPath(sample))
      return gold ? [{ wanted: gold.criteria, said: judgeDocument(sampleDocument(sample)).assessment }] : []
    })
  })
const short = Short.parse(json('analysis-short.json')).map(({ text, file, criteria: wanted }) => ({
  wanted,
  said: judgeText(text, file).assessment,
}))

const level = <Level extends string>(name: Level) => ({ level: name, evidence: [], rejected: [], missing: '' })
const verdictOf = (levels: Levels): Assessment['verdict'] => {
  const made: Criteria = {
    comparison: level(levels.comparison),
    problems: level(levels.problems),
    causes: level(levels.causes),
    measures: level(levels.measures),
  }
  return verdict(made, null)
}

describe.each([
  { name: 'reports developed against', reports: wholeOf(SETS.developed), count: 45, verdicts: 44, levels: 176 },
  { name: 'reports once held back', reports: wholeOf(SETS['held-back']), count: 30, verdicts: 29, levels: 117 },
  { name: 'reports of many trades', reports: wholeOf(SETS.own), count: 30, verdicts: 29, levels: 118 },
  { name: 'reports of a blind writer', reports: wholeOf(SETS.blind), count: 18, verdicts: 17, levels: 70 },
  { name: 'reports opened at an end', reports: wholeOf(SETS['held-back-second']), count: 18, verdicts: 17, levels: 70 },
  { name: 'reports of a blind writer, later', reports: wholeOf(SETS['blind-second']), count: 24, verdicts: 22, levels: 92 },
  { name: 'reports opened at a later end', reports: wholeOf(SETS['held-back-third']), count: 24, verdicts: 23, levels: 94 },
  { name: 'reports of a third blind writer', reports: wholeOf(SETS['blind-third']), count: 24, verdicts: 23, levels: 94 },
  { name: 'reports opened at the latest end', reports: wholeOf(SETS['held-back-fourth']), count: 24, verdicts: 21, levels: 92 },
  { name: 'reports of a fourth blind writer', reports: wholeOf(SETS['blind-fourth']), count: 24, verdicts: 22, levels: 93 },
  { name: 'reports opened at the end after them', reports: wholeOf(SETS['held-back-fifth']), count: 24, verdicts: 22, levels: 94 },
  { name: 'reports of a fifth blind writer', reports: wholeOf(SETS['blind-fifth']), count: 24, verdicts: 22, levels: 94 },
  { name: 'reports of a sixth blind writer', reports: wholeOf(SETS['blind-sixth']), count: 24, verdicts: 23, levels: 94 },
  { name: 'reports of that writer held back', reports: wholeOf(SETS['blind-seventh']), count: 24, verdicts: 23, levels: 94 },
  { name: 'reports held back to the end', reports: wholeOf(SETS['held-back-sixth']), count: 24, verdicts: 23, levels: 94 },
  { name: 'reports of a seventh blind writer', reports: wholeOf(SETS['blind-eighth']), count: 24, verdicts: 23, levels: 94 },
  { name: 'reports of that writer opened at the end', reports: wholeOf(SETS['held-back-seventh']), count: 24, verdicts: 20, levels: 90 },
  { name: 'short reports', reports: short, count: 36, verdicts: 34, levels: 138 },
])('$name', ({ reports, count, verdicts, levels }) => {
  it('have the verdicts and levels of their gold as often as they had', () => {
    expect(reports.length).toBe(count)
    expect(reports.filter(({ wanted, said }) => said.verdict === verdictOf(wanted)).length).toBeGreaterThanOrEqual(verdicts)
    const right = reports.flatMap(({ wanted, said }) =>
      (['comparison', 'problems', 'causes', 'measures'] as const).filter((name) => said.criteria[name].level === wanted[name]),
    )
    expect(right.length).toBeGreaterThanOrEqual(levels)
  })

  it('are never weak where they are sound', () => {
    expect(reports.filter(({ wanted, said }) => said.verdict === 'weak' && verdictOf(wanted) === 'pass')).toEqual([])
  })
})

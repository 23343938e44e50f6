/**
 * Every cue word of the judgement is fired by an example (corpus/examples/cues.yaml), and what only looks like one fires none: the near misses, and the words that
 * the lexicon names as misfires, each of which holds a word of its group.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { cue } from '../../../extractors/lexicon.ts'
import { cueFinder } from '../../../rules/analysis/cue-test.ts'
import { readExamples } from '../../support/examples.ts'
import { lexicon } from '../../support/text-document.ts'

const FILES = ['comparison', 'problems', 'causes', 'measures', 'narration']
const groups = FILES.flatMap((name) =>
  Object.keys(parse(readFileSync(new URL(`../../../corpus/lexicon/cues/${name}.yaml`, import.meta.url), 'utf8'))),
)
/** A group with `places: true` holds these, which regions.yaml lists; its rows show some. */
const { elsewhere } = lexicon.regions
const places = new Set([...elsewhere.names, ...elsewhere.aliases, ...elsewhere.origins])
const Examples = z.record(z.string(), z.strictObject({ fire: z.array(z.string()), miss: z.array(z.string()).min(1) }))
const examples = Examples.parse(readExamples('cues'))

it('every group has examples', () => {
  expect(Object.keys(examples).sort()).toEqual([...groups].sort())
})

describe.each(groups)('%s', (group) => {
  const find = cueFinder(lexicon, group)
  const { fire, miss } = examples[group] ?? { fire: [], miss: [] }
  const misfires = lexicon.cues[`${group}:misfires`] ?? []

  it('each of its words is fired, and each example fires one', () => {
    const found = fire.map((text) => find(text).map(({ word }) => word))
    expect(fire.filter((_, index) => found[index]?.length === 0)).toEqual([])
    const fired = new Set(found.flat())
    expect(cue(lexicon, group).filter((word) => !fired.has(word) && !places.has(word))).toEqual([])
  })

  it('its near misses and misfires fire none', () => {
    expect([...miss, ...misfires].filter((text) => find(text).length > 0)).toEqual([])
  })

  it('each of its misfires holds one of its words', () => {
    expect(misfires.filter((text) => !cue(lexicon, group).some((word) => text.includes(word)))).toEqual([])
  })
})

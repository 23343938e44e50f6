/**
 * Looking for copied text among many reports: how long the index takes to build, what it holds in memory, and what one more report costs: finding
 * whom it shares words with, and aligning it with the most candidates there may be. The generated reports are built from twelve sentences, so that
 * almost every fingerprint is shared by many: worse than what counties send.
 */
import type { Document } from '../../../extractors/document.ts'
import { defaultLimits } from '../../../extractors/formats/reading.ts'
import { loadKnowledge } from '../../../pipeline/knowledge.ts'
import { createReadingKit } from '../../../pipeline/reading-kit.ts'
import { align } from '../../../rules/copying/align.ts'
import { candidateFinder } from '../../../rules/copying/candidates.ts'
import { preparedCopier, preparedSource } from '../../../rules/copying/prepared.ts'
import { seedTable } from '../../../rules/copying/seeds.ts'
import { copyThresholds } from '../../../rules/copying/thresholds.ts'
import { createTracer } from '../../../rules/copying/trace.ts'
import { inventText } from '../corpus/report-text.ts'
import { type Bench, type Figure, type Measured, milliseconds, repeated } from '../measure.ts'

const REPORTS = 12_000
const CHARACTERS = 6_000
const MANY = 120_000
const NOBODYS = { shared: new Set<number>(), template: new Set<number>(), figures: [] }
const MIB = 2 ** 20

export async function copying({ quick, runs }: Bench): Promise<Measured> {
  const { lexicon, scheme } = loadKnowledge()
  const kit = createReadingKit({ lexicon, scheme, limits: defaultLimits, segmenter: 'jieba-rs', kind: null })
  const tracer = createTracer(lexicon)
  const count = quick ? REPORTS / 10 : REPORTS
  const readText = (index: number, text: string): Promise<Document> =>
    kit.read({ file: `${index}.txt`, sha256: '', bytes: new TextEncoder().encode(text) })
  const textOf = (index: number): string => inventText(index, CHARACTERS).paragraphs.join('\n')
  const read = (index: number): Promise<Document> => readText(index, textOf(index))
  const readVaried = (index: number): Promise<Document> => readText(index, varied(textOf(index), index))
  const tracing: number[] = []
  const fingerprints: number[][] = []
  for (let index = 0; index < count; index++) {
    const document = await read(index)
    const started = performance.now()
    const { fingerprints: own } = tracer(document)
    tracing.push(performance.now() - started)
    fingerprints.push([...own])
  }
  const building: number[] = []
  let finder = candidateFinder([])
  for (let run = 0; run < runs; run++) {
    const started = performance.now()
    finder = candidateFinder(fingerprints)
    building.push(performance.now() - started)
  }
  const { postings } = finder.index
  const querying = await repeated(100, (run) => milliseconds(() => finder.find(fingerprints[run * 7] ?? [], () => true)))
  const aligning = async (reading: (index: number) => Promise<Document>): Promise<number[]> => {
    const [first, ...others] = await Promise.all(Array.from({ length: copyThresholds.candidates + 1 }, (_, index) => reading(index)))
    if (first === undefined) return []
    const sources = others.map((document) => preparedSource(document, tracer(document)))
    const trace = tracer(first)
    return repeated(10 * runs, () =>
      milliseconds(() => {
        const copier = preparedCopier(first, trace, NOBODYS)
        const table = seedTable(copier.stream.codes)
        for (const source of sources) align(copier, table, source)
      }),
    )
  }
  const reports = count.toLocaleString('en')
  const figure = (name: string, unit: string, values: readonly number[], goal: Figure['goal'], command: string): Figure => ({
    name,
    unit,
    values,
    goal,
    command,
  })
  const index = (postings * 8) / MIB
  const times = MANY / count
  return [
    figure('fingerprints of one report of 6,000 characters', 'ms', tracing.slice(100), null, 'tracer'),
    figure(`index of ${reports} reports, built`, 'ms', building, null, `candidateFinder, ${postings.toLocaleString('en')} postings`),
    figure(`index of ${reports} reports, held`, 'MiB', [index], null, '8 bytes a posting; twice as much while it is built'),
    figure(`candidates of one report among ${reports}`, 'ms', querying, null, 'finder.find'),
    figure(
      'one report aligned with sixty candidates, worded differently',
      'ms',
      await aligning(readVaried),
      { most: 100 },
      'preparedCopier, align',
    ),
    figure('the same, all of the same twelve sentences', 'ms', await aligning(read), null, 'preparedCopier, align'),
    figure(
      `the index of ${MANY.toLocaleString('en')} reports, by proportion`,
      's',
      building.map((ms) => (times * ms) / 1000),
      null,
      `× ${times}`,
    ),
    figure(`the same, held`, 'MiB', [times * index], null, `× ${times}`),
  ]
}

/** One Chinese character in six by another, the same each time: reports that share some runs, as those of one subject do, and do not repeat themselves. */
function varied(text: string, seed: number): string {
  let state = seed + 1
  return text.replace(/\p{Script=Han}/gu, (character) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return (state >>> 8) % 6 !== 0 ? character : String.fromCharCode(0x4e00 + ((state >>> 12) % 5000))
  })
}

/**
 * Values, honours and checks of one document: how long when warm, whether a text ten and a hundred times as long takes ten and a hundred times as long,
 * and whether memory stays flat over many documents.
 */
import { defaultLimits } from '../../../extractors/formats/reading.ts'
import { structure } from '../../../extractors/language/structure.ts'
import { createKit, type Kit } from '../../../pipeline/kit.ts'
import { loadKnowledge } from '../../../pipeline/knowledge.ts'
import { inventText } from '../corpus/report-text.ts'
import { type Bench, type Figure, type Measured, median, milliseconds, repeated } from '../measure.ts'

const CHARACTERS = 2000
/** So often that the engine has compiled what it will: a run reads hundreds. */
const WARM_UP = 400
const MOST_MS = 10
/** Up to here a ratio is noise and not growth. */
const LINEAR = 1.2
const HOW = 'read, identify, structure, extractValues, extractAchievements, check'

export async function extraction({ quick, runs }: Bench): Promise<Measured> {
  const { lexicon, scheme } = loadKnowledge()
  const kit = await createKit({ lexicon, scheme, limits: defaultLimits, segmenter: 'jieba-rs', kind: null })
  const text = inventText(3, CHARACTERS).paragraphs.join('\n')
  for (let at = 0; at < WARM_UP; at++) await extract(kit, text)
  const figures: Figure[] = []
  for (const times of quick ? [1, 10] : [1, 10, 100]) {
    const values = await repeated(times === 1 ? 10 * runs : runs + 2, () => milliseconds(() => extract(kit, `${text}\n`.repeat(times))))
    figures.push({
      name: `values and checks of a text of ${(CHARACTERS * times).toLocaleString('en')} characters, warm`,
      unit: 'ms',
      values,
      goal: { most: times === 1 ? MOST_MS : times * LINEAR * median(figures[0]?.values ?? []) },
      command: `${HOW}; text × ${times}`,
    })
  }
  return [...figures, await memoryOver(kit, quick ? 2000 : 10_000)]
}

async function memoryOver(kit: Kit, documents: number): Promise<Figure> {
  let early = Number.NaN
  for (let at = 0; at < documents; at++) {
    await extract(kit, inventText(at, CHARACTERS).paragraphs.join('\n'))
    if (at === documents / 4) early = process.memoryUsage().rss
  }
  return {
    name: `memory after ${documents.toLocaleString('en')} documents against after ${(documents / 4).toLocaleString('en')}`,
    unit: 'ratio',
    values: [process.memoryUsage().rss / early],
    goal: { most: LINEAR },
    command: HOW,
  }
}

async function extract(kit: Kit, text: string): Promise<void> {
  const document = await kit.read({ file: '报告.txt', sha256: '', bytes: new TextEncoder().encode(text) })
  const input = { document, structure: structure(document), identity: kit.identify(document) }
  const { values } = kit.extractValues(input)
  kit.extractAchievements(input)
  kit.check({ ...input, values })
}

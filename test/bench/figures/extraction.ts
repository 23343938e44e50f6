/** Values of one document: how long when warm, and whether a text ten and a hundred times as long takes ten and a hundred times as long. */

import { defaultLimits } from '../../../extractors/formats/reading.ts'
import { structure } from '../../../extractors/language/structure.ts'
import { createKit, type Kit } from '../../../pipeline/kit.ts'
import { loadKnowledge } from '../../../pipeline/knowledge.ts'
import { inventText } from '../corpus/report-text.ts'
import { type Bench, type Figure, type Measured, median, milliseconds, repeated } from '../measure.ts'

const CHARACTERS = 2000
const WARM_UP = 40

export async function extraction({ quick, runs }: Bench): Promise<Measured> {
  const { lexicon, scheme } = loadKnowledge()
  const kit = await createKit({ lexicon, scheme, limits: defaultLimits, segmenter: 'jieba-rs', kind: null })
  const text = inventText(3, CHARACTERS).paragraphs.join('\n')
  for (let at = 0; at < WARM_UP; at++) await extract(kit, text)
  const figures: Figure[] = []
  for (const times of quick ? [1, 10] : [1, 10, 100]) {
    const values = await repeated(times === 1 ? 10 * runs : runs + 2, () => milliseconds(() => extract(kit, `${text}\n`.repeat(times))))
    figures.push({
      name: `values of a text of ${(CHARACTERS * times).toLocaleString('en')} characters, warm`,
      unit: 'ms',
      values,
      goal:
        times === 1
          ? ''
          : `${times} × ${median(figures[0]?.values ?? []).toFixed(1)} = ${(times * median(figures[0]?.values ?? [])).toFixed(0)}`,
      command: `identify, structure, extractValues; text × ${times}`,
    })
  }
  return figures
}

async function extract(kit: Kit, text: string): Promise<void> {
  const document = await kit.read({ file: '报告.txt', sha256: '', bytes: new TextEncoder().encode(text) })
  kit.extractValues({ document, structure: structure(document), identity: kit.identify(document) })
}

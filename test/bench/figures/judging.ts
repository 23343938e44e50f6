/** What judging one report costs beyond its extraction. */
import { defaultLimits } from '../../../extractors/formats/reading.ts'
import { structure } from '../../../extractors/language/structure.ts'
import { createKit } from '../../../pipeline/kit.ts'
import { loadKnowledge } from '../../../pipeline/knowledge.ts'
import { inventText } from '../corpus/report-text.ts'
import { type Bench, type Measured, milliseconds, repeated } from '../measure.ts'

const CHARACTERS = 6000
/** So often that the engine has compiled what it will: a run judges hundreds. */
const WARM_UP = 400

export async function judging({ runs }: Bench): Promise<Measured> {
  const { lexicon, scheme } = loadKnowledge()
  const kit = await createKit({ lexicon, scheme, limits: defaultLimits, segmenter: 'jieba-rs', kind: null })
  const bytes = new TextEncoder().encode(inventText(3, CHARACTERS).paragraphs.join('\n'))
  const document = await kit.read({ file: '报告.txt', sha256: '', bytes })
  const [sections, identity] = [structure(document), kit.identify(document)]
  const { values } = kit.extractValues({ document, structure: sections, identity })
  const judge = (): void => void kit.judge({ document, structure: sections, identity, values, findings: [] })
  for (let at = 0; at < WARM_UP; at++) judge()
  return [
    {
      name: `judgement of a report of ${CHARACTERS.toLocaleString('en')} characters, warm`,
      unit: 'ms',
      values: await repeated(10 * runs, () => milliseconds(judge)),
      goal: { most: 10 },
      command: 'judge, from a document and its values',
    },
  ]
}

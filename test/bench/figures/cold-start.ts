/** How long a person waits who asks what one short file reads as. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inventText } from '../corpus/report-text.ts'
import { type Bench, type Measured, repeated } from '../measure.ts'
import { zhijian } from '../program.ts'

export async function coldStart({ folder, runs }: Bench): Promise<Measured> {
  const file = join(folder, '一页.txt')
  writeFileSync(file, inventText(1, 700).paragraphs.join('\n'))
  const once = async (parts: readonly string[]) => (await zhijian(parts)).ms
  await once(['inspect', file])
  return [
    {
      name: 'cold start: inspect a page of text',
      unit: 'ms',
      values: await repeated(runs + 2, () => once(['inspect', file])),
      goal: { most: 1000 },
      command: 'zhijian inspect 一页.txt',
    },
    {
      name: 'cold start: check a page of text',
      unit: 'ms',
      values: await repeated(runs + 2, () => once(['check', file])),
      goal: null,
      command: 'zhijian check 一页.txt',
    },
  ]
}

/** The page's client, bundled as the build bundles it. */
import { rolldown } from 'rolldown'
import { client } from '../../rolldown.config.ts'

export async function clientScript(): Promise<string> {
  const { output, ...input } = client
  const bundle = await rolldown(input)
  const { output: chunks } = await bundle.generate(output)
  await bundle.close()
  return chunks[0].code
}

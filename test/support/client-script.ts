/** The page's client, bundled as the build bundles it. */
import { type OutputOptions, rolldown } from 'rolldown'
import { client } from '../../rolldown.config.ts'

export async function clientScript(): Promise<string> {
  const { output, ...input } = client as typeof client & { output: OutputOptions }
  const bundle = await rolldown(input)
  const { output: chunks } = await bundle.generate(output)
  await bundle.close()
  return chunks[0].code
}

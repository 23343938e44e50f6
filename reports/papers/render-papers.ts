/** How papers become the bytes of .docx files: here, or by whoever has threads for it. */
import type { FormPaper, Paper } from './paper.ts'
import type { PaperFile } from './paper-file.ts'

/** In the order given. */
export type RenderPapers = (papers: readonly (Paper | FormPaper)[]) => Promise<readonly Uint8Array[]>

export interface NamedPaper {
  readonly name: string
  readonly paper: Paper | FormPaper
}

/** What sets them is loaded with the first. */
export const renderHere: RenderPapers = async (papers) => {
  const { renderPaper } = await import('./docx/render-paper.ts')
  const rendered: Uint8Array[] = []
  for (const paper of papers) rendered.push(await renderPaper(paper))
  return rendered
}

export async function paperFiles(named: readonly NamedPaper[], render: RenderPapers): Promise<PaperFile[]> {
  const contents = await render(named.map(({ paper }) => paper))
  return named.map(({ name }, index) => {
    const content = contents[index]
    if (content === undefined) throw new Error(`${name} was not set`)
    return { name, content }
  })
}

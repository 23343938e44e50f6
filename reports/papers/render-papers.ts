/** How papers become the bytes of files: here, or by whoever has threads for it. */
import type { Printable } from './paper.ts'
import type { PaperFile } from './paper-file.ts'

/** In the order given. */
export type RenderPapers = (papers: readonly Printable[]) => Promise<readonly Uint8Array[]>

export interface NamedPaper {
  readonly name: string
  readonly paper: Printable
}

/** What sets them is loaded with the first. */
export const renderHere: RenderPapers = async (papers) => {
  const rendered: Uint8Array[] = []
  for (const paper of papers) rendered.push(await renderOne(paper))
  return rendered
}

async function renderOne(paper: Printable): Promise<Uint8Array> {
  if (paper.form === 'book') {
    const { workbookPackage } = await import('../workbook/package.ts')
    return workbookPackage(paper.sheets)
  }
  const { renderPaper } = await import('./docx/render-paper.ts')
  return renderPaper(paper)
}

export async function paperFiles(named: readonly NamedPaper[], render: RenderPapers): Promise<PaperFile[]> {
  const contents = await render(named.map(({ paper }) => paper))
  return named.map(({ name }, index) => {
    const content = contents[index]
    if (content === undefined) throw new Error(`${name} was not set`)
    return { name, content }
  })
}

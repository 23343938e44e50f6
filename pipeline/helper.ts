/** A helper thread: parts of what is done over all documents, and papers to be set. What a task does not need is not loaded. */
import type { Printable } from '../reports/papers/paper.ts'
import { renderHere } from '../reports/papers/render-papers.ts'
import type { CopyDocument } from '../rules/copying/copy-document.ts'
import type { BatchPart, CopiesOf } from '../rules/copying/find-copies.ts'

export interface CopiesTask extends BatchPart {
  /** All documents of the batch as JSON, shared by the threads. */
  readonly documents: SharedArrayBuffer
}

export async function copiesTask({ documents, ...part }: CopiesTask): Promise<readonly CopiesOf[]> {
  const { findCopiesIn } = await import('../rules/copying/find-copies.ts')
  return findCopiesIn(JSON.parse(Buffer.from(documents).toString('utf8')) as CopyDocument[], part)
}

export async function papersTask(papers: readonly Printable[]): Promise<readonly Uint8Array[]> {
  return renderHere(papers)
}

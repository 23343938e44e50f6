/**
 * Documents that submissions are only compared against: the superior office's, and earlier submissions. They bear the prefix of their folder
 * (`superior:通报.docx`) and are counted nowhere.
 */
import { join } from 'node:path'
import { type Collected, type CollectOptions, collect, isSubmission } from './collect.ts'
import { packageRoot } from './package.ts'
import type { FoundFile } from './walk.ts'
import { walk } from './walk.ts'

export interface SourceFolders {
  /** null for those that the package holds. */
  readonly superior: string | null
  readonly history: string | null
  /** The invented superior documents of the demonstration, too. */
  readonly demonstration: boolean
}

export const noSources: SourceFolders = { superior: null, history: null, demonstration: false }

const SUPERIOR = 'corpus/superior'
const DEMONSTRATION = '演示'
/** What describes the folder. */
const DESCRIPTION = 'README.md'

export interface Sources {
  readonly files: readonly FoundFile[]
  readonly unreadable: readonly string[]
}

export async function findSources({ superior, history, demonstration }: SourceFolders): Promise<Sources> {
  const own = join(packageRoot(), SUPERIOR)
  const parts = [
    { prefix: 'superior', folder: superior ?? own, except: superior === null && !demonstration ? [join(own, DEMONSTRATION)] : [] },
    ...(history === null ? [] : [{ prefix: 'history', folder: history, except: [] }]),
  ]
  const walked = await Promise.all(
    parts.map(async ({ prefix, folder, except }) => {
      const { files, unreadable } = await walk(folder, { except })
      const documents = files.filter((found) => isSubmission(found) && found.file !== DESCRIPTION)
      return { files: documents.map((found) => ({ ...found, file: `${prefix}:${found.file}` })), unreadable }
    }),
  )
  return { files: walked.flatMap(({ files }) => files), unreadable: walked.flatMap(({ unreadable }) => unreadable) }
}

export const collectSources = ({ files }: Sources, options: CollectOptions): AsyncGenerator<Collected> => collect(files, options)

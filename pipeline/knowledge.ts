/** Reads what people edit — corpus/lexicon and the scheme — from the package's own root, compiled or not. The only file that knows where they stand. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Lexicon } from '../extractors/lexicon.ts'
import { parseLexicon } from '../extractors/parse-lexicon.ts'
import { KnowledgeError, type YamlFile } from '../extractors/yaml.ts'
import { parseScheme, type Scheme } from '../rules/scoring/scheme.ts'

export interface Knowledge {
  readonly lexicon: Lexicon
  readonly scheme: Scheme
  readonly lexiconHash: string
  readonly schemeHash: string
  /** The package's root folder. */
  readonly root: string
}

export const DEFAULT_SCHEME = 'rules/schemes/tacheng-2020.yaml'

/** Throws KnowledgeError with file, line and what is expected. */
export function loadKnowledge(root: string = packageRoot()): Knowledge {
  const files = yamlFiles(root, 'corpus/lexicon')
  const lexicon = parseLexicon(files)
  const scheme = read(root, DEFAULT_SCHEME)
  return { lexicon, scheme: parseScheme(scheme, lexicon), lexiconHash: hash(files), schemeHash: hash([scheme]), root }
}

/** Up from this file to the folder whose package.json is zhijian's. */
function packageRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'corpus', 'lexicon'))) return folder
    if (folder === dirname(folder)) throw new KnowledgeError('找不到程序自带的 corpus/lexicon 文件夹，请重新安装')
  }
}

function yamlFiles(root: string, folder: string): YamlFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) return yamlFiles(root, path)
      return entry.name.endsWith('.yaml') ? [read(root, path)] : []
    })
}

const read = (root: string, path: string): YamlFile => ({ path, text: readFileSync(join(root, path), 'utf8') })

function hash(files: readonly YamlFile[]): string {
  const digest = createHash('sha256')
  for (const { path, text } of files) digest.update(`${path}\0${text}\0`)
  return digest.digest('hex')
}

/** Where corpus/lexicon and the scheme stand in this package, their texts, and a hash of them. The only file that knows. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { YamlFile } from '../extractors/yaml.ts'

export interface KnowledgeFiles {
  readonly lexicon: readonly YamlFile[]
  readonly scheme: YamlFile
  /** The words of the letter to a county. */
  readonly letter: YamlFile
  /** The words of the feedback forms. */
  readonly form: YamlFile
  /** The words of the overview. */
  readonly overview: YamlFile
  /** The words of the draft bulletin. */
  readonly bulletin: YamlFile
  readonly lexiconHash: string
  readonly schemeHash: string
}

const LEXICON = 'corpus/lexicon'
/** Belongs to what is known of the language: what is made with other paragraphs is made anew. */
const TRAINING = 'corpus/training/paragraphs.jsonl'
const LETTER = 'corpus/papers/feedback-letter.yaml'
const FORM = 'corpus/papers/feedback-form.yaml'
const OVERVIEW = 'corpus/papers/overview.yaml'
const BULLETIN = 'corpus/papers/bulletin.yaml'
const DEFAULT_SCHEME = 'rules/schemes/tacheng-2020.yaml'

export function readKnowledgeFiles(root: string): KnowledgeFiles {
  const lexicon = yamlFiles(root, LEXICON)
  const scheme = read(root, DEFAULT_SCHEME)
  const letter = read(root, LETTER)
  const form = read(root, FORM)
  const overview = read(root, OVERVIEW)
  const bulletin = read(root, BULLETIN)
  const lexiconHash = hash([...lexicon, read(root, TRAINING)])
  return { lexicon, scheme, letter, form, overview, bulletin, lexiconHash, schemeHash: hash([scheme, letter, form, overview, bulletin]) }
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

/** What a scoring is given beside the records: another scheme than the package's own, and the decisions of people. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { KnowledgeError, type YamlFile } from '../extractors/yaml.ts'
import { type Decision, noDecisions, parseDecisions } from '../rules/scoring/decisions.ts'
import { parseScheme } from '../rules/scoring/scheme.ts'
import type { Knowledge } from './knowledge.ts'

/** The knowledge with the scheme of a file. Throws KnowledgeError with file, line and what is expected. */
export async function withScheme(knowledge: Knowledge, path: string | undefined): Promise<Knowledge> {
  if (path === undefined) return knowledge
  const file = await readYaml(path, '考核方案')
  return { ...knowledge, scheme: parseScheme(file, knowledge.lexicon), schemeHash: hashOf(file) }
}

/** Throws KnowledgeError. */
export async function loadDecisions(
  path: string | undefined,
  { scheme, lexicon }: Knowledge,
): Promise<{ readonly decisions: readonly Decision[]; readonly hash: string | null }> {
  if (path === undefined) return { decisions: noDecisions, hash: null }
  const file = await readYaml(path, '复核决定')
  return { decisions: parseDecisions(file, scheme, lexicon), hash: hashOf(file) }
}

async function readYaml(path: string, what: string): Promise<YamlFile> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new KnowledgeError(`没有找到${what}文件“${path}”`)
  })
  return { path, text }
}

const hashOf = ({ text }: YamlFile): string => createHash('sha256').update(text).digest('hex')

/** What is wrong with a decision from a workbook: it has no line of a file to be named by. */
import type { Lexicon } from '../extractors/lexicon.ts'
import { KnowledgeError, writeYaml } from '../extractors/yaml.ts'
import { parseDecisions } from '../rules/scoring/decisions.ts'
import type { Scheme } from '../rules/scoring/scheme.ts'
import type { WrittenDecision } from './merge-decisions.ts'

/** In words; null where the scheme can take it. */
export function decisionMistake(decision: WrittenDecision, scheme: Scheme, lexicon: Lexicon): string | null {
  try {
    parseDecisions({ path: '', text: writeYaml({ decisions: [decision] }) }, scheme, lexicon)
    return null
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error
    return error.what
  }
}

/**
 * Decisions written in a workbook put into the file that holds those of before: what is decided anew takes the old one's place, what is taken back goes, all
 * else stays. A workbook is made anew with every run, and its columns are empty then: without this each workbook would forget what the one before had settled.
 */
import { z } from 'zod'
import { parseYaml, type YamlFile } from '../extractors/yaml.ts'
import { targetOf } from '../rules/scoring/decision-target.ts'

/** A decision as the file holds it, before it is held against scheme and lexicon. */
export type WrittenDecision = Readonly<Record<string, unknown>>

const File = z.strictObject({ decisions: z.array(z.record(z.string(), z.unknown()), '应为复核决定的列表').nullable() })

/** As they stand in the file. Throws KnowledgeError. */
export const readWritten = (file: YamlFile): WrittenDecision[] => parseYaml(file, File).data.decisions ?? []

/** Whether two decide the same, whoever signed them and when. */
export function isSameDecision(one: WrittenDecision, other: WrittenDecision): boolean {
  const bare = ({ reason: _reason, by: _by, on: _on, ...what }: WrittenDecision): string =>
    JSON.stringify(Object.entries(what).sort(([a], [b]) => (a < b ? -1 : 1)))
  return bare(one) === bare(other)
}

export interface Merged {
  readonly decisions: readonly WrittenDecision[]
  readonly added: number
  readonly changed: number
  readonly withdrawn: number
}

/** Old ones first, each in its place. What is written again as it was keeps its signature. */
export function mergeDecisions(
  former: readonly WrittenDecision[],
  written: readonly WrittenDecision[],
  withdrawn: readonly string[],
): Merged {
  const anew = new Map(written.map((each) => [targetOf(each), each]))
  const gone = new Set(withdrawn)
  const left = former.filter((each) => !gone.has(targetOf(each)))
  const placed = new Set<string>()
  let changed = 0
  const kept = left.flatMap((each): WrittenDecision[] => {
    const target = targetOf(each)
    const other = anew.get(target)
    if (other === undefined) return [each]
    if (placed.has(target)) return []
    placed.add(target)
    if (isSameDecision(each, other) && each['reason'] === other['reason']) return [each]
    changed++
    return [other]
  })
  const added = [...anew.values()].filter((each) => !placed.has(targetOf(each)))
  return { decisions: [...kept, ...added], added: added.length, changed, withdrawn: former.length - left.length }
}

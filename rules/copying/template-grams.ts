/** Every gram of the office's own templates, masked. */
import type { CopyDocument } from './copy-document.ts'
import { preparedSource } from './prepared.ts'
import { copyThresholds } from './thresholds.ts'
import { gramHash } from './winnow.ts'

export function templateGrams(templates: readonly CopyDocument[]): ReadonlySet<number> {
  const grams = new Set<number>()
  for (const template of templates) {
    const { codes } = preparedSource(template, template.trace).stream
    for (let at = 0; at + copyThresholds.gram <= codes.length; at++) grams.add(gramHash(codes, at))
  }
  return grams
}

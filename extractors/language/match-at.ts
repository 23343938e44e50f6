/** Matches a pattern at one place of a text. The pattern must be sticky (`y`). */
export function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

export const sticky = (source: string): RegExp => new RegExp(source, 'yu')

/** All matches of a pattern, which must be global (`g`). As `matchAll`, which makes a new pattern at each call: too dear for many short texts. */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    matches.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return matches
}

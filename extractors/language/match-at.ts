/** Matches a pattern at one place of a text. The pattern must be sticky (`y`). */
export function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

export const sticky = (source: string): RegExp => new RegExp(source, 'yu')

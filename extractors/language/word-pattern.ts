/** Words from the lexicon as one pattern: escaped, longest first. Never put it under a repetition: words overlap, and the search would grow without bound. */
export function wordPattern(words: readonly string[]): string {
  if (words.length === 0) return '(?!)'
  return [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
    .join('|')
}

/** Words from the lexicon as one pattern: escaped, longest first. Never put it under a repetition: words overlap, and the search would grow without bound. */
export function wordPattern(words: readonly string[]): string {
  if (words.length === 0) return '(?!)'
  return [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
    .join('|')
}

/** The same, but not where a word is only part of a longer one in which it means nothing (与 in 参与, 比 in 同比). */
export function guardedPattern(words: readonly string[], misfires: readonly string[]): string {
  const prefixes = misfires.flatMap((misfire) =>
    words.filter((word) => misfire !== word && misfire.endsWith(word)).map((word) => misfire.slice(0, -word.length)),
  )
  const begun = misfires.filter((misfire) => words.some((word) => misfire !== word && misfire.startsWith(word)))
  return `(?!${wordPattern(begun)})(?<!${wordPattern(prefixes)})(?:${wordPattern(words)})`
}

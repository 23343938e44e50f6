/** What is asked of the same words again and again: answered once. The answer must depend on the words alone, and nobody may change it. */
const MOST_KEPT = 2048

/** Keeps the answers for what was asked of late: so many at most. */
export function kept<Made>(make: (key: string) => Made, most = MOST_KEPT): (key: string) => Made {
  const known = new Map<string, Made>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = make(key)
    if (known.size >= most) known.clear()
    known.set(key, made)
    return made
  }
}

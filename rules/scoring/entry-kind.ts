/** How a rule takes what a reviewer enters under a name of the rule's own: as so many, a number, yes or no, one of its words, points or a list. */
export type EntryKind =
  | { readonly kind: 'count' | 'number' | 'answer' | 'list' }
  | { readonly kind: 'choice'; readonly words: readonly string[] }
  | { readonly kind: 'points'; readonly from: number; readonly to: number }

type Node = Readonly<Record<string, unknown>>

/** Forms that take what they read for a number of things, or of what was reached: never less than nought. */
const COUNTING: ReadonlySet<unknown> = new Set(['count', 'sample', 'proportional'])
const ANSWERED: ReadonlySet<unknown> = new Set(['boolean', 'missing'])

/** null where the rule leaves open what is entered, or reads no such entry. */
export function entryKind(rule: unknown, entry: string): EntryKind | null {
  if (Array.isArray(rule)) return first(rule, (part) => entryKind(part, entry))
  if (!isNode(rule)) return null
  if (rule['form'] === 'manual')
    return rule['entry'] === entry ? { kind: 'points', from: Number(rule['from']), to: Number(rule['to']) } : null
  return first(Object.entries(rule), ([key, part]) =>
    [part].flat().some((each) => isNode(each) && each['entry'] === entry && each['form'] === undefined)
      ? takenBy(rule, key)
      : entryKind(part, entry),
  )
}

function takenBy(node: Node, key: string): EntryKind | null {
  const { form, options } = node
  if (form === 'each') return { kind: 'list' }
  if (form === 'choice') return { kind: 'choice', words: isNode(options) ? Object.keys(options) : [] }
  if (key === 'word') return null
  if (key === 'answer' || ANSWERED.has(form)) return { kind: 'answer' }
  return { kind: COUNTING.has(form) ? 'count' : 'number' }
}

const isNode = (node: unknown): node is Node => typeof node === 'object' && node !== null && !Array.isArray(node)

function first<Of, Found>(all: readonly Of[], find: (one: Of) => Found | null): Found | null {
  for (const one of all) {
    const found = find(one)
    if (found !== null) return found
  }
  return null
}

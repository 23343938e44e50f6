/** What a list deals out, and what it is dealt out by. */
import type { Period } from '../quantities/period.ts'
import type { Subject, ValueDraft } from './draft.ts'
import type { ListItem } from './lists.ts'
import type { Basis, Role } from './value.ts'

export interface Dealt {
  readonly subject: Subject | null
  readonly region?: string | null
  readonly period?: Period | null
  readonly basis?: Basis | null
  /** Set where the list's own words settle it: 去年同期和今年分别为…. */
  readonly role?: Role
  readonly regionsFrom?: number
}

/** What a sentence has stated before a list. */
export interface Stated {
  /** The levels, in order. */
  readonly levels: readonly Subject[]
  /** The changes of what is named with them, in order. */
  readonly moved: readonly Subject[]
  /** The other sides told since the last level, in order. */
  readonly sides: readonly ValueDraft[]
  /** What the list just before was dealt out to, where nothing else was stated since. */
  readonly ran: readonly ValueDraft[]
}

/** What stands before a list's quantities. */
export interface ListsOf {
  /** The sentence up to 分别. */
  readonly before: string
  /** Where its last clause begins, or behind the list before in the same clause. */
  readonly from: number
  /** The words between 分别 and the first quantity that say what is done: 分别抽检. */
  readonly verb: string
  /** What the clause lists, where it lists as many as there are quantities. */
  readonly items: readonly ListItem[] | null
  readonly count: number
  readonly index: number
}

/** What goes on about a level stated before. */
export const LEANING: ReadonlySet<Role> = new Set(['change', 'target', 'reference'])

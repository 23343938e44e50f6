/**
 * An honour written as a record in a line: its fields named as the columns of a table are.
 *
 *   荣誉名称：‹自治区绿色工厂›；获得单位：‹恒信化工›；级别：自治区级；状态：已命名
 */

import type { Span } from '../document.ts'
import { matchesOf } from '../language/match-at.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'

export type Field = 'title' | 'holder' | 'status' | 'level' | 'year'

/** The places of the fields' words; null where title and holder are not both named. */
export type RecordLineReader = (text: string) => ReadonlyMap<Field, Span> | null

const FIELDS: readonly Field[] = ['title', 'holder', 'status', 'level', 'year']
const PIECE = /[^，；。]+/gu

export function createRecordLineReader(lexicon: Lexicon): RecordLineReader {
  const heads = FIELDS.map(
    (field) =>
      [field, new RegExp(`^(?:[（(]?[0-9]{1,2}[)）.、])?(?:${wordPattern(cue(lexicon, `honour-table-${field}`))})：`, 'u')] as const,
  )
  return (text) => {
    if (!text.includes('：')) return null
    const places = new Map<Field, Span>()
    for (const { 0: piece, index } of matchesOf(PIECE, text))
      for (const [field, head] of heads) {
        const named = head.exec(piece)?.[0].length ?? 0
        if (named === 0 || named === piece.length || places.has(field)) continue
        places.set(field, { start: index + named, end: index + piece.length })
        break
      }
    return places.has('title') && places.has('holder') ? places : null
  }
}

/**
 * What the text says is the most or the least of a table's column is so there.
 *
 *   | 沙湾市 | 1.7 | 托里县 | 2.2 | …升幅最大的是沙湾市          托里县 has more
 *   | 电线电缆 | 88.9 | 滴灌带 | 86.2 | …合格率最低的是电线电缆   滴灌带 has less
 *
 * Only where one column of the document could be meant by the words beside the claim, and the thing is called as its row is.
 */
import { wordPattern } from '../../extractors/language/word-pattern.ts'
import { cue } from '../../extractors/lexicon.ts'
import { perLexicon } from '../../extractors/per-lexicon.ts'
import { isExact } from './agree.ts'
import { type CheckContext, type CheckedValue, defineCheck, type Slip } from './check.ts'
import { flat } from './counts.ts'
import { figureTables } from './table-figures.ts'

const FEWEST = 3
/** A shorter name of a column or row may be of anything. */
const NAMED = 2

const patterns = perLexicon((lexicon) => {
  const words = (...groups: string[]): string => groups.map((group) => wordPattern(cue(lexicon, group))).join('|')
  const claim = `(?<most>${words('is-most')})|(?<least>${words('is-least')})`
  return {
    /** 升幅最大的是沙湾市 */
    before: new RegExp(`(?<of>[^，。；、：（0-9]{0,10}?)(?:${claim})的?(?:是|为|属|当属)(?<thing>[^，。；、：（0-9]{2,12})`, 'gu'),
    any: new RegExp(`(?:${words('is-most', 'is-least')})的?(?:是|为|属|当属)`, 'u'),
    rise: new RegExp(`(?:${words('rise-sizes')})$`, 'u'),
    fall: new RegExp(`(?:${words('fall-sizes')})$`, 'u'),
    total: new RegExp(`^(?:${words('table-sum', 'whole-rows')})`, 'u'),
    light: new RegExp(words('claim-fillers'), 'gu'),
  }
})

interface Named {
  readonly label: string
  readonly value: CheckedValue
}

interface Column {
  readonly header: string
  readonly rows: readonly Named[]
  readonly isChange: boolean
}

export const tableExtremes = defineCheck({
  kind: 'direction',
  *examine(context) {
    let columns: readonly Column[] | undefined
    if (figureTables(context).length === 0) return
    for (const [at, block] of context.document.blocks.entries()) {
      if (block.cell !== undefined) continue
      const text = context.between(block.span.start, block.span.end)
      if (!patterns(context.lexicon).any.test(text)) continue
      columns ??= columnsOf(context)
      for (const found of text.matchAll(patterns(context.lexicon).before)) {
        const { of = '', thing = '', most } = found.groups ?? {}
        const start = block.span.start + (found.index ?? 0) + found[0].length - thing.length
        yield* compared(context, columns, { of: flat(of), thing: flat(thing), isMost: most !== undefined, start, block: at })
      }
    }
  },
})

interface Claim {
  readonly of: string
  readonly thing: string
  readonly isMost: boolean
  readonly start: number
  readonly block: number
}

function* compared(context: CheckContext, columns: readonly Column[], { of, thing, isMost, start, block }: Claim): Iterable<Slip> {
  const { rise, fall, light } = patterns(context.lexicon)
  const words = of.replace(light, '')
  const isChange = rise.test(words) || fall.test(words)
  const [column, more] = columns.filter(({ header, isChange: moves, rows }) => {
    const isNamed = isChange
      ? moves
      : !moves && words.length >= NAMED && header.includes(words.slice(-Math.max(NAMED, Math.min(words.length, ENDING))))
    return isNamed && rows.some(({ label }) => thing.startsWith(label))
  })
  if (column === undefined || more !== undefined) return
  const own = column.rows.find(({ label }) => thing.startsWith(label))
  // 降幅最大: the least of the changes.
  const isGreatest = fall.test(words) ? !isMost : isMost
  const beyond = own && column.rows.filter(({ value }) => (isGreatest ? value.value > own.value.value : value.value < own.value.value))
  const [first] = (beyond ?? []).sort((a, b) => (isGreatest ? b.value.value - a.value.value : a.value.value - b.value.value))
  if (own === undefined || first === undefined) return
  const word = isMost ? '最高' : '最低'
  yield {
    severity: 'error',
    claimed: own.label,
    recomputed: first.label,
    words: { claimed: `${own.label}${word}`, recomputed: `${first.label}${word}` },
    evidence: [
      { quote: context.document.text.slice(start, start + own.label.length), start, end: start + own.label.length, block },
      own.value.evidence,
      first.value.evidence,
    ],
    message: `文中说“${own.label}”${word}，而表中“${own.label}”为${own.value.evidence.quote}、“${first.label}”为${first.value.evidence.quote}，请核对`,
  }
}

/** So many characters at the end of a claim's words say what it is of (合格率). */
const ENDING = 3

/** Columns of exact figures of one unit and role, of rows that have names of their own. */
function columnsOf(context: CheckContext): readonly Column[] {
  const { total } = patterns(context.lexicon)
  return figureTables(context).flatMap(({ grid, rows }) =>
    Array.from({ length: grid.columns }, (_, column): Column => {
      const named = rows.flatMap(({ figures, label }) => {
        const value = figures[column]?.value
        return value === undefined || total.test(label) || label.length < NAMED || !isExact(value) ? [] : [{ label, value }]
      })
      const [first] = named
      const areAlike = named.every(({ value }) => value.unit === first?.value.unit && value.role === first.value.role)
      const areApart = new Set(named.map(({ label }) => label)).size === named.length
      const header = flat(Array.from({ length: 2 }, (_, row) => grid.at(row, column)?.text ?? '').join(''))
      return { header, rows: areAlike && areApart ? named : [], isChange: first?.value.role === 'change' }
    }).filter(({ rows: named }) => named.length >= FEWEST && (named[0]?.value.role === 'actual' || named[0]?.value.role === 'change')),
  )
}

/** The source of a statement as a comment in the margin: one line for each record, as many as a margin bears. */
import { quoteWords } from '../../place-words.ts'
import { filled } from '../wording.ts'
import type { Source, Statement } from './statement.ts'
import type { BulletinWording } from './wording.ts'

const MOST_LINES = 12
const LONGEST_QUOTE = 40

export function commentOf(
  { id, sources, notes }: Pick<Statement, 'id' | 'sources' | 'notes'>,
  number: number,
  { comments }: BulletinWording,
): string {
  const shown = sources.slice(0, MOST_LINES).map(sourceWords)
  const rest = sources.length - shown.length
  return [
    `依据［${number}］`,
    ...(id.startsWith('problems.') ? [comments.internal] : []),
    ...shown,
    ...(rest > 0 ? [filled(comments.more, { count: rest, total: number })] : []),
    ...notes,
  ].join('\n')
}

/** 托里县：92.08%（2020，年终总结）；托里县质量工作总结.docx 第2页“92.08%” */
function sourceWords({ county, words, file, evidence }: Source): string {
  const name = file.split(/[/\\:]/u).at(-1) ?? file
  const where =
    evidence?.cell === undefined ? (evidence?.page === undefined ? '' : ` 第${evidence.page}页`) : ` ${evidence.cell.replace('!', '的')}格`
  const quote = evidence === undefined || evidence.quote === '' ? '' : `“${quoteWords(evidence.quote, LONGEST_QUOTE)}”`
  return `${county === null ? '' : `${county}：`}${words}；${name}${where}${quote}`
}

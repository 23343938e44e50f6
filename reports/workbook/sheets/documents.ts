/** 文件清单: every file that was found, what became of it, and what its reader should know. */
import type { DocumentRecord, RunResult } from '../../contract/records.ts'
import { documentKindWords, periodWords } from '../../wording.ts'
import { number, statusCell, text } from '../cell.ts'
import type { SheetContent } from '../sheet.ts'
import { reviewCells, reviewColumns } from './review-columns.ts'

export const documentsSheet = ({ documents }: RunResult): SheetContent => ({
  name: '文件清单',
  frozenColumns: 1,
  columns: [
    { title: '文件', width: 56 },
    { title: '处理结果', width: 12 },
    { title: '说明与建议', width: 48 },
    { title: '代码', width: 22 },
    { title: '县市', width: 16 },
    { title: '期间', width: 16 },
    { title: '类别', width: 14 },
    { title: '标题', width: 44 },
    { title: '格式', width: 8 },
    { title: '页数', width: 7 },
    { title: '字数', width: 9 },
    { title: '收到日期', width: 12 },
    { title: '已提取数字', width: 12 },
    { title: '结构性数字', width: 12 },
    { title: '未解释数字', width: 12 },
    { title: '提示', width: 56 },
    ...reviewColumns(['county', 'period', 'kind']),
  ],
  rows: documents.map((document) => [
    text(document.file),
    statusCell(document.status),
    text(fate(document)),
    text(document.code),
    text(document.county),
    text(document.period === null ? '' : periodWords(document.period)),
    text(documentKindWords(document)),
    text(document.title),
    text(document.format),
    number(document.pages),
    number(document.characters),
    text(document.receivedAt),
    number(document.numbers.extracted),
    number(document.numbers.structural),
    number(document.numbers.unexplained),
    text(document.notices.map(({ message }) => message).join('\n')),
    ...reviewCells(['county', 'period', 'kind'], document.id),
  ]),
})

const fate = ({ message, duplicateOf }: DocumentRecord): string =>
  [message ?? '', duplicateOf === undefined ? '' : `与此文件重复：${duplicateOf}`].filter(Boolean).join('\n')

/** 核对: claims that their own numbers, or another document's, do not bear out. An excerpt from another file names it. */
import type { RunResult } from '../../contract/records.ts'
import { excerpt } from '../../excerpt.ts'
import { checkKindWords, periodWords } from '../../wording.ts'
import { number, severityCell, text } from '../cell.ts'
import type { SheetContent } from '../sheet.ts'

export function checksSheet(result: RunResult): SheetContent {
  const texts = new Map(result.texts.map((document) => [document.file, document]))
  const documents = new Map(result.documents.map((document) => [document.file, document]))
  return {
    name: '核对',
    columns: [
      { title: '县市', width: 16 },
      { title: '期间', width: 16 },
      { title: '程度', width: 8 },
      { title: '类型', width: 24 },
      { title: '说明', width: 56 },
      { title: '文中写作', width: 22 },
      { title: '核算结果', width: 22 },
      { title: '原文摘录', width: 64 },
      { title: '文件', width: 44 },
    ],
    rows: result.checks.map(({ file, severity, kind, message, claimed, recomputed, words, evidence }) => {
      const excerpts = evidence.map((each) => {
        const readable = texts.get(each.file ?? file)
        const words = readable === undefined ? each.quote : excerpt(readable, each)
        return each.file === undefined ? words : `【${each.file}】${words}`
      })
      return [
        text(documents.get(file)?.county),
        text(periodWords(documents.get(file)?.period ?? null)),
        severityCell(severity),
        text(checkKindWords(kind)),
        text(message),
        figure(words?.claimed ?? claimed),
        figure(words?.recomputed ?? recomputed),
        text([...new Set(excerpts)].join('\n')),
        text(file),
      ]
    }),
  }
}

const figure = (value: number | string) => (typeof value === 'number' ? number(value) : text(value))

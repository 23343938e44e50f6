/** 未解释数字: every number that is neither part of a value nor of the document's own structure, with its sentence: what may have been missed. */
import type { RunResult } from '../../contract/records.ts'
import { excerpt } from '../../excerpt.ts'
import { periodWords } from '../../wording.ts'
import { strong, text } from '../cell.ts'
import type { SheetContent } from '../sheet.ts'

export function unexplainedSheet({ documents, texts }: RunResult): SheetContent {
  const records = new Map(documents.map((document) => [document.file, document]))
  return {
    name: '未解释数字',
    columns: [
      { title: '县市', width: 16 },
      { title: '期间', width: 16 },
      { title: '数字', width: 16 },
      { title: '原文摘录', width: 72 },
      { title: '文件', width: 56 },
    ],
    rows: texts.flatMap((document) =>
      document.unexplained.map((span) => [
        text(records.get(document.file)?.county),
        text(periodWords(records.get(document.file)?.period ?? null)),
        strong(document.text.slice(span.start, span.end)),
        text(excerpt(document, span)),
        text(document.file),
      ]),
    ),
  }
}

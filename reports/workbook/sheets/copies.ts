/** 雷同段落: both places of each passage that stands in another document too. */
import { copyThresholds } from '../../../rules/copying/thresholds.ts'
import type { RunResult } from '../../contract/records.ts'
import { copyWords, periodWords, sourceClassWords } from '../../wording.ts'
import { number, percent, strong, text } from '../cell.ts'
import type { SheetContent } from '../sheet.ts'

export function copiesSheet({ copies, documents, texts }: RunResult): SheetContent {
  const byFile = new Map(documents.map((document) => [document.file, document]))
  const textOf = new Map(texts.map((document) => [document.file, document.text]))
  return {
    name: '雷同段落',
    columns: [
      { title: '县市', width: 16 },
      { title: '期间', width: 16 },
      { title: '相同于', width: 16 },
      { title: '先后', width: 22 },
      { title: '字数', width: 8 },
      { title: '一致程度', width: 10 },
      { title: '计入占比', width: 10 },
      { title: '本文', width: 60 },
      { title: '另一文件中', width: 60 },
      { title: '文件', width: 44 },
      { title: '另一文件', width: 44 },
    ],
    rows: copies.map(({ file, source, start, end, sourceStart, sourceEnd, length, similarity, sourceClass, order }) => [
      strong(byFile.get(file)?.county ?? ''),
      text(periodWords(byFile.get(file)?.period ?? null)),
      text(sourceClassWords[sourceClass]),
      text(copyWords(order)),
      number(length),
      percent(similarity),
      text(length >= copyThresholds.counted ? '是' : '否'),
      text(textOf.get(file)?.slice(start, end)),
      text(textOf.get(source)?.slice(sourceStart, sourceEnd)),
      text(file),
      text(source),
    ]),
  }
}

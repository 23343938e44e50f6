/** Why a document is not judged: only one of kind analysis is, whatever folder it lies in. Said in documents.jsonl. */
import type { DocumentKind } from '../../extractors/identity/kind.ts'

const NAMES: Readonly<Record<Exclude<DocumentKind, 'analysis'>, string>> = {
  summary: '工作总结',
  bulletin: '通报',
  plan: '方案计划',
  data: '数据表',
  evidence: '佐证材料',
  unknown: '其他材料',
}

/** null: it is judged. */
export function whyNotJudged(kind: DocumentKind, title: string): string | null {
  if (kind === 'analysis') return null
  const by = title === '' ? '按文件名和所在文件夹' : `按标题“${title}”`
  return `${by}认定为${NAMES[kind]}，不作分析报告评定；标题中写明“分析”的才评定分析质量`
}

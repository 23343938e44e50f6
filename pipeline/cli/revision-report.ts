/** What `zhijian check --previous` prints: each shortcoming of the earlier version with what became of it, and every figure that changed. */
import type { RunResult } from '../../reports/contract/records.ts'
import { mendedAbout, mendWords } from '../../reports/wording.ts'
import type { ChangedFigure } from '../../rules/resubmission/figures.ts'
import type { Mended } from '../../rules/resubmission/revision.ts'
import { printable } from '../terminal.ts'

export function revisionLines({ revisions }: RunResult): string[] {
  const revision = revisions[0]
  if (revision === undefined) return []
  const { earlier, deficiencies, figures } = revision
  return [
    '',
    `■ 与上一稿（${printable(earlier)}）相比`,
    ...(deficiencies.length === 0 ? ['  上一稿没有指出不足'] : deficiencies.map(mendedLine)),
    ...(figures.length === 0
      ? ['  数字没有变动']
      : [`  数字变动 ${figures.length} 处（请确认都是有意改的）：`, ...figures.map(figureLine)]),
  ]
}

const mendedLine = ({ about, said, state }: Mended): string => `  【${mendWords[state]}】${mendedAbout(about)}${printable(said)}`

const figureLine = ({ name, before, after }: ChangedFigure): string => {
  const words = (quote: string | undefined, none: string): string => (quote === undefined ? none : printable(quote))
  return `    ${printable(name)}：${words(before?.quote, '（上一稿没有）')} → ${words(after?.quote, '（已删去）')}`
}

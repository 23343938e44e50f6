/** What became of the shortcomings of the version before, and the figures that changed since. */
import { fileName } from '../../../rules/versions/file-name.ts'
import { quoteWords } from '../../place-words.ts'
import { mendWords } from '../../wording.ts'
import type { Part } from '../paper.ts'
import { filled } from '../wording.ts'
import type { AnnexRow, LetterFacts } from './facts.ts'
import { points } from './points.ts'
import type { LetterWording } from './wording.ts'

export function againParts({ revision }: LetterFacts, wording: LetterWording): Part[] {
  if (revision === null) return []
  const { deficiencies, figures, earlier } = revision
  return [
    { kind: 'heading', level: 1, text: wording.againHeading },
    { kind: 'body', text: filled(wording.againOpening, { count: deficiencies.length, files: fileName(earlier) }) },
    ...points(
      deficiencies.map(({ about, said, state }) => {
        const message = about === 'finding' ? said.replace(/[，。]?请核对。?$/u, '') : about === 'copying' ? said : wording.missing[about]
        return filled(wording.againItem, { message, state: mendWords[state] })
      }),
    ),
    ...(figures.length === 0 ? [] : [{ kind: 'body', text: filled(wording.againFigures, { count: figures.length }) } as const]),
  ]
}

export const againRows = ({ revision }: LetterFacts): AnnexRow[] =>
  (revision?.figures ?? []).map(({ name, before, after }) => ({
    about: '数字变动',
    quote: `${words(before?.quote)} → ${words(after?.quote)}`,
    place: name,
    advice: before === null ? '新增，请核实。' : after === null ? '已删去，请核实。' : '已变动，请核实。',
  }))

const words = (quote: string | undefined): string => (quote === undefined ? '（无）' : quoteWords(quote, 40))

/** What could not be judged, and what the county can do about it: silence would be taken for consent. */
import type { SourceClass } from '../../../rules/copying/copy.ts'
import { fileName } from '../../../rules/versions/file-name.ts'
import type { Part } from '../paper.ts'
import { filled } from '../wording.ts'
import type { AnnexRow, LetterFacts } from './facts.ts'
import { points } from './points.ts'
import { unreadReason } from './unread-reason.ts'
import type { LetterWording } from './wording.ts'

const CLASSES: readonly SourceClass[] = ['superior', 'peer', 'own-past']

export function unseenParts(facts: LetterFacts, wording: LetterWording, you: string): Part[] {
  const said = unseen(facts, wording, you)
  if (said.length === 0) return []
  return [{ kind: 'heading', level: 1, text: wording.unseenHeading }, { kind: 'body', text: wording.unseenOpening }, ...points(said)]
}

export const unseenRows = (facts: LetterFacts, wording: LetterWording, you: string): AnnexRow[] =>
  unseen(facts, wording, you).map((advice) => ({ about: wording.unseenHeading, quote: '—', place: '', advice }))

function unseen({ assessment: { copying }, document, unread }: LetterFacts, wording: LetterWording, you: string): string[] {
  const reason = document.notices.map(({ message }) => message.replace(/[。；]$/u, '')).join('；')
  return [
    ...CLASSES.filter((each) => !(copying?.compared ?? []).includes(each)).map((each) => filled(wording.unseen[each], { you })),
    ...(document.status === 'partial' ? [filled(wording.unseenPart, { you, reason: reason === '' ? '' : `（${reason}）` })] : []),
    ...unread.map((each) =>
      filled(wording.unseenFile, { you, files: fileName(each.file), reason: `（${unreadReason(each, wording.resend)}）` }),
    ),
  ]
}

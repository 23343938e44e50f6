/**
 * What a paragraph goes on about: 与周边放在一起看：额敏县94.1%、乌苏市82.6% under a paragraph on the share of good days is of that share.
 *
 * Only a paragraph that opens with a comparison and names nothing itself does: elsewhere a new paragraph is about something new.
 */
import { lastBasis } from './cues.ts'
import type { SentenceKit } from './sentence-context.ts'

/** An opening is short. */
const LONGEST = 20
/** 横向与周边比: a word may stand before the one that compares. */
const OPENING = 2

export function opensWithComparison(kit: SentenceKit, words: string): boolean {
  const [head = ''] = words.split(/[，：；。]/u)
  if (head.length > LONGEST || head.length === words.length || /[0-9]/u.test(head)) return false
  if (kit.mentionsOf(head).length > 0 || kit.saysSubject(head)) return false
  return (
    (kit.cues.comparedIn.exec(head)?.index ?? LONGEST) <= OPENING || (lastBasis(kit.cues, head) !== null && kit.ownName(head, '', '').bare)
  )
}

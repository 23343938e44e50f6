/**
 * The head that a list shares where the lexicon knows no name for it: 建材、农资、食品相关产品不合格率 are three rates of products that failed.
 *
 * The last item bears the head. Where it begins is told by the word for a field or a part that the item begins with, by a name of the lexicon that is denied
 * (不合格率), or by the items before, where all of them are of one length: 服装、家电、家具投诉量; 大、中、小型企业.
 */
import { guardedPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { ListItem } from './lists.ts'
import type { SubjectKit } from './subject-kit.ts'

const DENIED = '不'

/** Whether words end with one that measures something: 投诉量, 不合格率. */
export function createMeasureTest(lexicon: Lexicon): (words: string) => boolean {
  const words = [...cue(lexicon, 'measure-endings'), ...cue(lexicon, 'head-endings')]
  const measure = new RegExp(`(?:${guardedPattern(words, lexicon.cues['head-endings:misfires'] ?? [])})$`, 'u')
  return (words) => measure.test(words)
}

type HeadKit = Pick<SubjectKit, 'mentionsOf' | 'fieldsIn' | 'ownName' | 'endsInMeasure'>

/** The head's words at the end of `last`, or '' where the list shares none. */
export function sharedHead(kit: HeadKit, items: readonly ListItem[], last: string): string {
  const others = items.slice(0, -1).map(({ text }) => text)
  if (others.length === 0 || others.some((text) => kit.endsInMeasure(text) || kit.mentionsOf(text).length > 0)) return ''
  const { name } = kit.ownName(last, '', '')
  if (!last.includes(name) || !kit.endsInMeasure(name)) return ''
  const at = headAt(kit, name, others)
  return at > 0 && at < name.length ? name.slice(at) : ''
}

function headAt(kit: HeadKit, name: string, others: readonly string[]): number {
  // 抽查的大、中、小型企业数; 东、中、西部合格率: a single character is no name without what it shares.
  if (others.length > 1 && others.slice(1).every((text) => text.length === 1)) return 1
  const field = kit.fieldsIn(name)[0]
  // 食品小作坊、食品摊贩抽检不合格率: a field that another item names too does not tell the items apart.
  const tells = field && !others.some((text) => text.includes(field.word))
  if (tells && field.end === field.word.length && field.end < name.length) return field.end
  const denied = name.lastIndexOf(DENIED)
  if (denied > 0 && kit.mentionsOf(name.slice(denied + 1))[0]?.span.start === 0) return denied
  const length = others[0]?.length ?? 0
  return others.every((text) => text.length === length) ? length : -1
}

/** What no name of the lexicon tells may be told by likeness (likeness.ts). */
import type { Subject } from './draft.ts'
import { partLabel } from './mention-subject.ts'
import type { SentenceKit } from './sentence-context.ts'
import { isRate, type SubjectContext } from './subject-kit.ts'
import type { Role } from './value.ts'

export function likened(
  kit: SentenceKit,
  subjects: readonly Subject[],
  unit: string,
  role: Role,
  context: SubjectContext,
): readonly Subject[] {
  const { text, sentence, clause, above } = context
  return subjects.map((subject) => {
    if (subject.indicator !== null || subject.breakdown !== null || subject.how === 'inherited' || role === 'share' || role === 'rank')
      return subject
    // 交通类投诉…办结率: a part of what likeness would tell.
    if (isRate({ unit }) && kit.partIn(text.slice(sentence.start, clause.end).replace(/[，。；]$/u, '')) !== null) return subject
    const indicator = kit.liken(subject.name, unit, role, [text.slice(sentence.start, clause.end), ...above])
    const part = indicator && isRate({ unit }) && subject.span ? partLabel(kit, indicator, subject.span, context) : null
    if (part) return { ...subject, name: `${part.product ?? ''}${subject.name}`, breakdown: part }
    if (indicator) return { ...subject, indicator, name: indicator.name, how: 'likeness' as const, notes: [] }
    return role === 'change' && subject.how === 'own-words' ? { ...subject, name: kit.plainName(subject.name) } : subject
  })
}

/** Who stands before a title in its own clause: the subject, or whoever is helped on, hoped for or given to. */
import type { Span } from '../document.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { Holders, Naming } from './named-in.ts'
import type { NameReader, Source } from './names.ts'
import { type Cue, createScan } from './scan.ts'
import { says } from './status.ts'

/** `ahead`: words of standing between `from` and the title. `nobody`: the clause speaks of the county, or of nobody in particular. */
export type SubjectReader = (
  source: Source,
  from: number,
  title: number,
  ahead: readonly Cue[],
  frames: readonly Span[],
) => Holders | 'nobody' | null

const ABOVE = ['honour-level-national', 'honour-level-provincial', 'honour-level-prefecture']
/** 裕民县‹是国务院›命名的…: who gives stands behind the copula. */
const GIVEN_BY = /[是系为](?=[^，；是系为]{2,20}$)/u
/** 某中心‹向›某社颁发… */
const TO = '向'

export function createSubjectReader(lexicon: Lexicon, names: NameReader, read: Naming): SubjectReader {
  const causers = createScan(lexicon, ['honour-causer'])
  const authority = new RegExp(
    `^(?:${wordPattern(ABOVE.flatMap((group) => cue(lexicon, group)))})\\p{Script=Han}{0,16}(?:${wordPattern([...cue(lexicon, 'honour-organ'), ...cue(lexicon, 'honour-level-social')])})$`,
    'u',
  )

  const agent = new RegExp(`^(?:${wordPattern(cue(lexicon, 'honour-further'))})?(?:${wordPattern(cue(lexicon, 'honour-by'))})`, 'u')

  /**
   * Stretches between the words before a title, the nearest first. Whoever stands behind a word of helping or hoping is whose honour it is; between
   * 获 and 授予的 stands who gives it.
   */
  return (source, from, title, ahead, frames) => {
    const text = source.masked
    const helpers = causers(text.slice(from, title))
      .map((found) => ({ ...found, start: found.start + from, end: found.end + from }))
      .filter((found) => !frames.some(({ start, end }) => start <= found.start && found.end <= end))
    const words = [...ahead, ...helpers.filter(({ start, end }) => !ahead.some((other) => other.start < end && other.end > start))]
    words.sort((a, b) => a.start - b.start)
    const isHelper = (word: Cue | undefined): boolean =>
      word !== undefined && (says(word, 'honour-planned') || helpers.some(({ start, end }) => start <= word.start && end >= word.end))
    for (let index = words.length; index >= 0; index--) {
      const word = words[index - 1]
      const next = words[index]
      if (index > 0 && !next && (!isHelper(word) || says(word, 'honour-planned'))) continue
      const span = { start: word?.end ?? from, end: next?.start ?? title }
      const copula =
        index === 0 && next && says(next, 'honour-give') && text[next.end] === '的' ? GIVEN_BY.exec(text.slice(span.start, span.end)) : null
      if (copula) span.end = span.start + copula.index
      const to = says(next, 'honour-give') ? text.slice(span.start, span.end).lastIndexOf(TO) : -1
      const receiver = to >= 0 ? read(source, { start: span.start + to + TO.length, end: span.end }, true) : null
      if (receiver) return receiver
      if (index > 0 && says(next, 'honour-give') && !isHelper(word)) continue
      // 并‹由地区›推荐申报…: who puts somebody forward.
      const isPutForward = next !== undefined && (isHelper(next) || helpers.some(({ start }) => start === next.start))
      if (index === 0 && isPutForward && agent.test(text.slice(span.start, span.end))) return null
      const found = read(source, span, index > 0 && !isHelper(word) && text[span.start] !== '的')
      const isAuthority = found?.names.every((name) => authority.test(name)) === true
      // 自治区市场监管局换发了…: who gives holds nothing.
      if (index === 0 && says(next, 'honour-give') && isAuthority) return null
      // 通过‹自治区林木品种审定委员会›审定为…
      if (index > 0 && next && !isHelper(word) && isAuthority) continue
      if (found) return { ...found, helped: isHelper(word) }
      const { subject, isGeneric } = names.in(source, span)
      if (index === 0 ? isGeneric : isHelper(word) && !says(word, 'honour-planned') && subject !== '') return 'nobody'
    }
    return isHelper(words.at(-1)) && !says(words.at(-1), 'honour-planned') && words.at(-1)?.end === title ? 'nobody' : null
  }
}

/**
 * Whose doing a clause tells of: the county's own, another's, or somebody's whose doing answers nothing.
 *
 *   按照地区要求，制定方案           the county's: the prefecture is what it goes by
 *   自治区印发质量提升方案           the superior's: answers nothing in a county's report
 *   部分乡镇未制定方案               some others': answers nothing
 *   铁厂沟镇一家机械厂聘任了         a township's or a firm's own doing: answers nothing
 *   借鉴沙湾县质量提升方案           nobody's doing at all
 */
import { createScan } from '../achievements/scan.ts'
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import { createRegionReader, type RegionMention } from '../quantities/region.ts'

export interface ActorContext {
  /** The document is issued above the county. */
  readonly issuedAbove: boolean
  readonly headings: readonly string[]
}

/** County ids, names of wider areas, or null for the document's own; an empty list where the doing answers nothing. */
export type ActorReader = (clauseBefore: string, sentenceBefore: string, context: ActorContext) => readonly (string | null)[]

export function createActorReader(lexicon: Lexicon): ActorReader {
  const cuesIn = createScan(lexicon, ['fact-others', 'fact-superior', 'fact-basis', 'fact-basis-end', 'fact-recipient'])
  const regionsIn = createRegionReader(lexicon)
  /** 金穗番茄制品公司对各车间…: a body below the county that the clause opens with. */
  const opensWithBody = new RegExp(
    `^(?:[0-9]{1,2}[.．、]|（[0-9一二三四五六七八九十]{1,3}）|[①-⑳])?\\s*(?!${wordPattern(cue(lexicon, 'fact-body-before'))})[\\p{Script=Han}“”]{1,14}?(?:${wordPattern(cue(lexicon, 'fact-bodies'))})`,
    'u',
  )
  const counties = new Set(lexicon.regions.counties.map(({ id }) => id))

  /** What is left of the words before a deed when what they go by is taken off (按照…要求). */
  const withoutBasis = (before: string): string | null => {
    const cues = cuesIn(before)
    const basis = cues.findLast(({ groups }) => groups.has('fact-basis'))
    if (!basis) return before
    const end = cues.findLast(({ start, groups }) => start >= basis.end && groups.has('fact-basis-end'))
    return end ? before.slice(end.end) : null
  }

  /** 学习借鉴沙湾县的做法，…: who is learnt from does nothing. */
  const withoutBasisClauses = (text: string): string =>
    text
      .split(/(?<=[，；：])/u)
      .filter((clause) => !cuesIn(clause).some(({ groups }) => groups.has('fact-basis')))
      .join('')

  return (clauseBefore, sentenceBefore, { issuedAbove, headings }) => {
    const own = withoutBasis(clauseBefore)
    if (own === null) return []
    const cues = cuesIn(own)
    if (cues.some(({ groups }) => groups.has('fact-others'))) return []
    if (opensWithBody.test(own)) return []
    const toward = (at: number): boolean => cues.some(({ end, groups }) => groups.has('fact-recipient') && at - end >= 0 && at - end <= 1)
    const superior = cues.some(({ start, groups }) => groups.has('fact-superior') && !toward(start))
    if (superior && !issuedAbove) return []
    const beside = regionsOf(
      regionsIn(own).filter(({ span }) => !toward(span.start)),
      own,
    )
    const said = withoutBasisClauses(sentenceBefore)
    const regions =
      beside ??
      regionsOf(
        regionsIn(said).filter(({ kind }) => kind !== 'area' || issuedAbove),
        said,
      )
    if (regions) return issuedAbove ? regions : regions.filter((region) => region === null || counties.has(region))
    for (const heading of headings) {
      const named = regionsIn(heading).filter(({ kind }) => kind === 'county')
      if (named.length === 1 && named[0]) return [named[0].region]
    }
    return [null]
  }
}

/** The county, or the run of counties, named last; null stands for the document's own. */
function regionsOf(mentions: readonly RegionMention[], text: string): (string | null)[] | null {
  const last = mentions.at(-1)
  if (!last) return null
  if (last.kind === 'self') return [null]
  if (last.kind === 'area') return [last.region]
  const run: string[] = []
  for (let at = mentions.length - 1; at >= 0; at--) {
    const mention = mentions[at] as RegionMention
    const next = mentions[at + 1]
    if (mention.kind !== 'county' || (next && !/^[、和及与以]{1,2}$/u.test(text.slice(mention.span.end, next.span.start)))) break
    run.unshift(mention.region)
  }
  return [...new Set(run)]
}

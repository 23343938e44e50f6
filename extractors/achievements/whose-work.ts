/**
 * Whose an honour is, where the text names a work or a result.
 *
 *   对‹塔城市住建局›的质量安全工作予以通报表扬, ‹沙湾市›农产品质量安全工作…      commended is who does the work
 *   …的‹装瓶车间小组›成果获优秀质量管理小组称号                             a title of groups is the group's; a prize is the result's own
 */
import { wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon } from '../lexicon.ts'
import type { RegionReader } from '../quantities/region.ts'
import type { NameReader } from './names.ts'
import { createPersonTitleReader } from './person-title.ts'
import { createScan, endings } from './scan.ts'

export type WorkReader = (name: string, title: string) => string

/** 农产品质量安全: what the work is about; shorter may be a person's name. */
const SHORTEST_MATTER = 4

export function createWorkReader(lexicon: Lexicon, names: NameReader, regionsOf: RegionReader): WorkReader {
  const commending = createScan(lexicon, ['honour-commend'])
  const ends = new RegExp(`(?:”|${endings(lexicon, 'honour-holder-suffix', 'honour-holder-product')})$`, 'u')
  const group = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-holder-group'))})$`, 'u')
  const result = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-holder-result'))})$`, 'u')

  const ofPerson = createPersonTitleReader(lexicon)
  /** ‹四道河子镇›棉花种植国家农业标准化示范区: what it is of stands between the place and the title. */
  const ofPlace = new RegExp(`(?:${wordPattern(cue(lexicon, 'honour-of-place'))})$`, 'u')
  const placeAhead = new RegExp(
    `^\\p{Script=Han}{2,10}?(?:${wordPattern(cue(lexicon, 'honour-holder-place'))})(?=\\p{Script=Han}{2,8}$)`,
    'u',
  )

  const doer = (name: string): string => {
    const owner = name.slice(0, Math.max(0, name.indexOf('的')))
    if (names.isWellFormed(owner)) return owner
    const county = regionsOf(name).find(({ kind, span }) => kind === 'county' && span.start === 0)
    const rest = name.slice(county?.span.end)
    return county && rest.length >= SHORTEST_MATTER && !ends.test(rest) ? name.slice(0, county.span.end) : name
  }

  const ofGroup = (name: string): string => {
    const own = name.replace(result, '')
    return own !== name && group.test(own) ? own.slice(own.lastIndexOf('的') + 1) : name
  }

  return (name, title) => {
    if (commending(title).length > 0) return doer(name)
    const placed = ofPlace.test(title) && !ends.test(name) && !ofPlace.test(name) ? (placeAhead.exec(name)?.[0] ?? name) : name
    return group.test(title) ? ofGroup(name) : ofPerson(placed, title)
  }
}

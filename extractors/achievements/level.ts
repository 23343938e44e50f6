/**
 * The level of an honour, by the words of its title or of its giver: 自治区级, 农业农村部, 地区行署.
 *
 * A word that says “级” outweighs a place name beside it (塔城地区自治区级示范点 is provincial), not 全国 at the head (全国一等县级车管所). An
 * association counts only as a giver, whose kind (民政厅) may tell its level where no word does. Where the
 * catalogue knows an honour of one level and the title says a lower one (自治区美丽休闲乡村), the title is believed.
 */
import type { Identity } from '../identity/identity.ts'
import { wordPattern } from '../language/word-pattern.ts'
import type { AwardLevel, Lexicon } from '../lexicon.ts'
import type { Honour } from './honour.ts'
import { type Cue, createScan } from './scan.ts'

export interface LevelReader {
  /** Null where no word tells. */
  in(text: string): AwardLevel | null
  /** The same, and `social` where an association is named. */
  ofGiver(text: string): AwardLevel | null
  words(text: string): readonly Cue[]
  /** The catalogue's, unless the title says a lower one. */
  catalogued(honour: Honour): AwardLevel | null
  of(honour: Honour, around: LevelHints): AwardLevel
}

/** What stands about an honour, the nearest first. */
export interface LevelHints {
  readonly giver: string
  /** The contest that a prize was won in. */
  readonly event: string | null
  /** Before the title of an item listed without a verb. */
  readonly lead: string
  readonly label: AwardLevel | null
  /** Between the title and the word that decided behind it: 通过自治区验收. */
  readonly behind: string
  /** Of an honour of the same family before it: …获先进单位，某某获评先进个人. */
  readonly akin: AwardLevel | null
  /** The paper that the sentence rests on: 《自治区某局关于表扬…的通报》. */
  readonly paper: string
  /** Of who issues the document, above the county. */
  readonly office: AwardLevel | null
  readonly headings: readonly string[]
}

const GROUPS = {
  'honour-level-national': 'national',
  'honour-level-provincial': 'provincial',
  'honour-level-prefecture': 'prefecture',
  'honour-level-county': 'county',
} as const satisfies Record<string, AwardLevel>
const BODIES = { 'honour-body-national': 'national', 'honour-body-provincial': 'provincial' } as const satisfies Record<string, AwardLevel>
/** “全国…县级…” is national: what a title begins with says more than a level that is part of what it names. */
const HEAD = /^[“‘]?(?:[0-9]{4}年度?|首批|第[0-9一二三四五六七八九十]{1,3}批)?$/u
/** ‹温州市›质量管理创新奖: of a city that is none of the counties */
const OF_CITY = /^[“‘]?(?:[0-9]{4}年度?)?\p{Script=Han}{2,4}市(?!场|长|级|民|政|容|区|值)/u
export const LEVEL_GROUPS = Object.keys(GROUPS)
const ORDER: readonly AwardLevel[] = ['national', 'provincial', 'prefecture', 'county']

export function createLevelReader(lexicon: Lexicon): LevelReader {
  const words = createScan(lexicon, LEVEL_GROUPS)
  const social = createScan(lexicon, ['honour-level-social'])
  const bodies = createScan(lexicon, Object.keys(BODIES))
  /** ‹沙湾市›健康食堂: named for its county, where nothing else tells who gives it. */
  const ofCounty = new RegExp(
    `^[“‘]?(?:${wordPattern(lexicon.regions.counties.flatMap(({ names }) => names.map(({ name }) => name)))})`,
    'u',
  )
  const levelIn = (text: string): AwardLevel | null => {
    const found = words(text)
    const isNational = found[0]?.groups.has('honour-level-national') === true && HEAD.test(text.slice(0, found[0].start))
    const taken = isNational ? found[0] : (found.find(({ word }) => word.endsWith('级')) ?? found[0])
    for (const [group, level] of Object.entries(GROUPS)) if (taken?.groups.has(group)) return level
    return null
  }
  /** 民政厅, 某某部: what kind of body it is tells its level. */
  const ofBody = (text: string): AwardLevel | null => {
    const last = bodies(text).find(({ end }) => end === text.length)
    for (const [group, level] of Object.entries(BODIES)) if (last?.groups.has(group)) return level
    return null
  }
  const ofGiver = (text: string): AwardLevel | null => (social(text).length > 0 ? 'social' : (levelIn(text) ?? ofBody(text)))
  const catalogued = ({ award, awardName, title }: Honour): AwardLevel | null => {
    const said = levelIn(awardName) === null ? levelIn(title) : null
    if (!award?.level || said === null) return award?.level ?? null
    return ORDER.indexOf(said) > ORDER.indexOf(award.level) ? said : award.level
  }
  const ofHeading = (headings: readonly string[]): AwardLevel | null => {
    const said = headings.find((heading) => words(heading).some(({ word }) => word.endsWith('级')))
    return said === undefined ? null : levelIn(said)
  }
  return {
    in: levelIn,
    ofGiver,
    words,
    catalogued,
    of: (honour, { giver, event, lead, label, behind, akin, paper, office, headings }) => {
      const given = ofGiver(giver)
      const said = levelIn(honour.title)
      // 公安部一等县级车辆管理所: what kind of body is honoured, by one above the county.
      const isOfKind = said === 'county' && given !== null && isAbove(given)
      return (
        catalogued(honour) ??
        (given === 'social' || isOfKind ? given : null) ??
        said ??
        given ??
        (event === null ? null : levelIn(event)) ??
        levelIn(behind) ??
        levelIn(lead) ??
        label ??
        akin ??
        levelIn(paper) ??
        ofHeading(headings) ??
        office ??
        (ofCounty.test(honour.title) ? 'county' : OF_CITY.test(honour.title) ? 'prefecture' : 'unknown')
      )
    },
  }
}

/** A document about all counties at once is the prefecture's. */
const OFFICE_OF_ALL: AwardLevel = 'prefecture'

/** Of who issues a document, above the county; null for a county's own. */
export const officeLevel = ({ county, countyId }: Pick<Identity, 'county' | 'countyId'>, levels: LevelReader): AwardLevel | null =>
  county !== null && countyId === null ? (levels.in(county) ?? OFFICE_OF_ALL) : null

/** Given above the county. */
export const isAbove = (level: AwardLevel | null): boolean => level !== null && level !== 'county' && level !== 'unknown'

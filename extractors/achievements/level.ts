/**
 * The level of an honour, by the words of its title or of its giver: 自治区级, 农业农村部, 地区行署.
 *
 * A word that says “级” outweighs a place name beside it (塔城地区自治区级示范点 is provincial). An association counts only as a giver.
 */
import type { AwardLevel, Lexicon } from '../lexicon.ts'
import { type Cue, createScan } from './scan.ts'

export interface LevelReader {
  /** Null where no word tells. */
  in(text: string): AwardLevel | null
  /** The same, and `social` where an association is named. */
  ofGiver(text: string): AwardLevel | null
  words(text: string): readonly Cue[]
}

const GROUPS = {
  'honour-level-national': 'national',
  'honour-level-provincial': 'provincial',
  'honour-level-prefecture': 'prefecture',
  'honour-level-county': 'county',
} as const satisfies Record<string, AwardLevel>

export function createLevelReader(lexicon: Lexicon): LevelReader {
  const words = createScan(lexicon, Object.keys(GROUPS))
  const social = createScan(lexicon, ['honour-level-social'])
  const levelIn = (text: string): AwardLevel | null => {
    const found = words(text)
    const taken = found.find(({ word }) => word.endsWith('级')) ?? found[0]
    for (const [group, level] of Object.entries(GROUPS)) if (taken?.groups.has(group)) return level
    return null
  }
  return { in: levelIn, words, ofGiver: (text) => (social(text).length > 0 ? 'social' : levelIn(text)) }
}

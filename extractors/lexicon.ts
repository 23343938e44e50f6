/**
 * What things are called: indicators, facts, honours, regions, units and cue words, read from the text of corpus/lexicon.
 *
 * Policy (targets, points, deadlines) is not here but in rules/schemes. This file knows no file system: `parseLexicon` is given the files' texts
 * and answers a mistake with file, line and what is expected.
 */

export type IndicatorKind = 'ratio' | 'count' | 'score' | 'change' | 'money' | 'duration' | 'index'
export type Direction = 'higher' | 'lower' | 'zero' | 'context'

/** Sentences that must, and must not, give an entry; the place is marked ‹…›. */
export interface Examples {
  readonly match: readonly string[]
  readonly miss: readonly string[]
}

/** An indicator that the office asks for by name. Targets stand in the scheme, under the same id. */
export interface Indicator {
  readonly id: string
  readonly name: string
  /** Other names, longest first is not required. A bare generic term (合格率) never stands here: see `generics`. */
  readonly aliases: readonly string[]
  readonly domain: string
  /** Field of work (id in `fields`) that a generic term must be near to mean this indicator. */
  readonly field: string | null
  readonly unit: string
  readonly kind: IndicatorKind
  readonly direction: Direction
  /** The counts that a stated rate can be recomputed from, by the words that name them: numerator ÷ denominator × factor. */
  readonly formula: { readonly numerator: readonly string[]; readonly denominator: readonly string[]; readonly factor: number } | null
  /** Whether it counts what is new in a period, or all there are by then; not given where a text may mean either. */
  readonly accrual?: 'new' | 'stock' | undefined
  /** Names of the event counted (特种设备事故): "未发生" + event gives 0. Only where `direction` is zero. */
  readonly events: readonly string[]
  /** The count without which there is none of this: where no accident happened, none was fatal. */
  readonly noneWithout?: string | undefined
  readonly notes: string
  readonly examples: Examples
}

/** A term that names one of several indicators, or none: the field that its clause, sentence or heading speaks of decides. */
export interface Generic {
  readonly term: string
  /** True for a rate (合格率), false for a count (抽检批次). */
  readonly rate: boolean
  /** True where a part of a field (建材, 蔬菜) has a rate of its own, which never stands for the whole. */
  readonly divisible: boolean
  readonly candidates: readonly string[]
  /** What it stands for where no field is named and nothing qualifies it (受检率). */
  readonly alone?: string | undefined
}

/** A yes-or-no fact that the office asks for. */
export interface Fact {
  readonly id: string
  readonly name: string
  /** What a text calls the thing; `…` stands for up to sixteen characters without punctuation. */
  readonly aliases: readonly string[]
  /** What is done with it when the fact holds (印发, 投入使用). */
  readonly yes: readonly string[]
  /** Deeds that show that it holds, though their denial says nothing of it: a meeting of the leading group. */
  readonly implies: readonly string[]
  /** Beside the shared words of cues/fact-words.yaml: what denies it, what only intends it. */
  readonly no: readonly string[]
  readonly plan: readonly string[]
  /** One of these must stand in the sentence; none given, none is asked for. */
  readonly context: readonly string[]
  /** Words that hold an alias and mean something else. */
  readonly misfires: readonly string[]
  /** Those of the aliases that name something near it, which only a person can take for it (工作要点 for 方案). */
  readonly near: readonly string[]
  /** What the county is like, not what it did: it says whether something else applies to it. */
  readonly circumstance: boolean
  /** Something that is made (a plan, a system, a platform): whatever says that it has come about holds for it (cue group `fact-made`). */
  readonly made: boolean
  readonly notes: string
  /** Sentences that answer yes, no, unknown, and nothing at the marked place. */
  readonly examples: Examples & { readonly no: readonly string[]; readonly unknown: readonly string[] }
}

/** A field of work and the words that show that a text speaks of it. */
export interface Field {
  readonly id: string
  readonly name: string
  /** Words for the whole field (工业产品, 农产品). */
  readonly words: readonly string[]
  /** Words for a part of it (建材, 蔬菜): a rate of a part never stands for the whole. */
  readonly parts: readonly string[]
  /** Words after which the field's own no longer decide: 监督抽查 ends 例行监测. */
  readonly endedBy: readonly string[]
  /** The wider field that its words narrow: 例行监测 narrows 农产品. */
  readonly refines?: string | undefined
  /** The field whose sampling takes its things in as well: 农资 are sampled among 工业产品. */
  readonly within?: string | undefined
}

export type AwardLevel = 'national' | 'provincial' | 'prefecture' | 'county' | 'social' | 'unknown'

export interface Award {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  /** null: read from the words beside the title or the awarding body. */
  readonly level: AwardLevel | null
  readonly relevance: 'quality' | 'adjacent' | 'unrelated'
  readonly notes: string
  readonly examples: Examples
}

/** A county: its names by period, and the words that hold its name without meaning it (和丰西海). */
export interface County {
  readonly id: string
  /** Official name from/to the given month ("2021-01"), in order. The last without `to`. */
  readonly names: readonly { readonly name: string; readonly from?: string; readonly to?: string }[]
  readonly aliases: readonly string[]
}

export interface Regions {
  readonly counties: readonly County[]
  /** Wider areas, as the contract writes them (塔城地区, 自治区, 全国, 各县（市）) and the words for each. */
  readonly areas: readonly { readonly name: string; readonly words: readonly string[] }[]
  /**
   * Places beside these (克拉玛依市, 奎屯市), which a report is measured against; short names stand for them only where a figure follows. `origins`: short names that products bear too
   * (哈密瓜). `deals`: what is only made or bought there.
   */
  readonly elsewhere: {
    readonly names: readonly string[]
    readonly aliases: readonly string[]
    readonly origins: readonly string[]
    readonly deals: readonly string[]
  }
  /** Words for the reporting county itself: 我县, 全市, 本县. */
  readonly self: readonly string[]
  /** Words that hold a county's or area's name and mean something else: 和丰西海, 塔城甘露, 质量强区. */
  readonly notRegions: readonly string[]
  /** What a superior does to those below it: 自治区…考核得88.7分 is the county's score. */
  readonly assessments: readonly string[]
  /** What makes a name of a county's short name before it: 塔城杯. */
  readonly nameTails: readonly string[]
  /** What a superior does (考核, 下拨): an area's name directly before it says who acts, not whose the value is. */
  readonly superiorActs: readonly string[]
}

export interface Unit {
  /** As the contract writes it. */
  readonly unit: string
  readonly synonyms: readonly string[]
  /** A classifier that stands in too many words (两节, 三点) to be counted with a Chinese numeral. */
  readonly digitsOnly: boolean
  /** What is counted in it where a table writes no unit. */
  readonly counts: readonly string[]
  /** Smaller units that may follow, and how many make one: 1小时45分. */
  readonly smaller: Readonly<Record<string, number>>
  /** How it is written before a smaller unit: 12分47秒. */
  readonly short: readonly string[]
}

export interface Lexicon {
  readonly indicators: readonly Indicator[]
  readonly generics: readonly Generic[]
  readonly fields: readonly Field[]
  readonly facts: readonly Fact[]
  readonly awards: readonly Award[]
  readonly regions: Regions
  readonly units: readonly Unit[]
  /** Cue words by group name, from corpus/lexicon/cues: one YAML file a subject, one key a group. */
  readonly cues: Readonly<Record<string, readonly string[]>>
  /** What each group is for, in Chinese. */
  readonly cueNotes: Readonly<Record<string, string>>
  /** Sentences in which a word of the group is, and is not, found at the marked place; of the groups that have any. */
  readonly cueExamples: Readonly<Record<string, Examples>>
  readonly segmenterWords: readonly string[]
}

/** The words of a cue group. A group that the code asks for and no file holds is a mistake in the lexicon. */
export function cue(lexicon: Lexicon, group: string): readonly string[] {
  const words = lexicon.cues[group]
  if (!words) throw new Error(`corpus/lexicon/cues: 缺少词组“${group}”`)
  return words
}

/** The unit that each spelling stands for: 微克/立方米 is μg/m³. */
export const unitsBySpelling = ({ units }: Pick<Lexicon, 'units'>): ReadonlyMap<string, string> =>
  new Map(units.flatMap(({ unit, synonyms }) => [unit, ...synonyms].map((name) => [name, unit] as const)))

/** The names of places as a text writes them: the counties, and the places beside them. */
export const placeNames = ({ counties, elsewhere }: Regions): string[] => [
  ...counties.flatMap(({ names, aliases }) => [...names.map(({ name }) => name), ...aliases]),
  ...elsewhere.names,
  ...elsewhere.aliases,
]

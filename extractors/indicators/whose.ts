/** Whose a quantity is: what its own words name, the counties that a sentence has left, the last level's. */
import { regionsOf, type ScopeContext } from './scope.ts'
import type { SentenceContext, SentenceKit } from './sentence-context.ts'
import type { Role } from './value.ts'

/** 除托里县（82.4%）外均高于85%: who is left out is not whose it is. */
export const withoutExceptions = (words: string): string => words.replace(EXCEPT, (except) => '　'.repeat(except.length))
export const EXCEPT = /除[^，。；]{1,24}?外/u

/** In a county's own document the level of another county or of a wider area is the other side of a comparison; in the prefecture's each speaks for itself. */
export function isOthers({ county }: ScopeContext, region: string | null): region is string {
  return county !== null && region !== null && region !== county
}

/** 全地区平均88.8分, in the prefecture's own document, is what it says of itself. */
export const isOwnAverage = (
  { county, isPlan }: SentenceContext,
  { role, basis }: { readonly role: Role; readonly basis: string | null },
  region: string | null,
): boolean => county === null && !isPlan && role === 'reference' && basis === 'average' && (region === PREFECTURE || region === null)
/** As the contract writes the prefecture. */
export const PREFECTURE = '塔城地区'

/** 其他县市均在97%以上: the counties that the sentence has not named, nor the report is of. */
function complement(kit: SentenceKit, before: string, county: string | null): (string | null)[] {
  const named = new Set([county, ...kit.regionsIn(before).map(({ region }) => region)])
  const rest = [...kit.counties].filter((id) => !named.has(id))
  return rest.length > 0 ? rest : [null]
}

/** The county that words are about; [null] where they are about none, or about several. */
function oneCounty(kit: SentenceKit, words: string): (string | null)[] {
  const own = regionsOf(kit.regionsIn, words, '', [])
  return own.length === 1 && kit.counties.has(own[0] ?? '') ? own : [null]
}

/** 乌苏市优良天数248天；重度污染天数58天；塔城市…: in a document of no county, a sentence told by counties goes on about one until it names another place. */
function headCounty(kit: SentenceKit, { county }: ScopeContext, sentenceBefore: string): string | null {
  if (county !== null || !sentenceBefore.includes('；')) return null
  const heads = sentenceBefore.split('；').map((part) => headOf(kit, part))
  const isOfPart = heads.pop() === undefined && heads[0] != null
  return isOfPart ? (heads.findLast((head) => head !== undefined) ?? null) : null
}

/** The county that a part of a sentence begins with; null where it names another place, undefined where it names none. */
function headOf(kit: SentenceKit, part: string): string | null | undefined {
  const [first, ...more] = kit.regionsIn(part)
  if (first === undefined) return undefined
  return first.kind === 'county' && HEAD.test(part.slice(0, first.span.start)) && more.every(({ region }) => region === first.region)
    ? first.region
    : null
}

/** What may stand before the county that a sentence is about: a number in a list, a time. */
const HEAD = /^(?:[（(]?[0-9一二三四五六七八九十]{1,2}[）).．、是，]{1,2}|其中，?|(?:20[0-9]{2}年)?[^，。；]{0,6}[年度季月]，)?$/u

/** Whose a quantity is that no region is named with: the county's that the sentence goes on about, or each one's. */
export function regionsUnsaid(kit: SentenceKit, context: SentenceContext, sentenceBefore: string, lead: string): (string | null)[] {
  const goesOn = headCounty(kit, context, sentenceBefore)
  return [goesOn ?? (isOfAll(kit, context, lead) ? ALL_COUNTIES : null)]
}

const TURN = /[，；]但?[^，；]*，[^，；]*$/u

/** As the contract writes what is said of each of the counties. */
const ALL_COUNTIES = '各县（市）'

/** 各县（市）质量目标完成情况较好。其中：…均达到97%以上: in the prefecture's own document, what each has reached of whom the paragraph speaks. */
const isOfAll = (kit: SentenceKit, { county, paragraph }: SentenceContext, lead: string): boolean =>
  county === null &&
  (kit.cues.everyCounty.test(lead) || (kit.cues.collective.test(lead) && kit.regionsIn(paragraph).at(-1)?.region === ALL_COUNTIES))

/** 也低于沙湾县98.4%的水平，…: who is compared with is not whose the next level is. */
function withoutCompared(kit: SentenceKit, words: string): string {
  const clause = words.lastIndexOf('，')
  return kit
    .regionsIn(words)
    .filter(({ kind, span }) => kind === 'county' && span.end <= clause && kit.cues.setAgainst.test(words.slice(0, span.start)))
    .reduce((rest, { span }) => blanked(rest, span), words)
}

const blanked = (words: string, { start, end }: { readonly start: number; readonly end: number }): string =>
  `${words.slice(0, start)}${'　'.repeat(end - start)}${words.slice(end)}`

/** Words without the areas that they name, in their place. */
function withoutAreas(kit: SentenceKit, words: string): string {
  return kit
    .regionsIn(words)
    .filter(({ kind }) => kind === 'area')
    .reduce((rest, { span }) => blanked(rest, span), words)
}

/** Areas within which counties are ranked. */
const OF_COUNTIES: ReadonlySet<string> = new Set(['塔城地区', ALL_COUNTIES, '全区'])

export function regionsFor(
  kit: SentenceKit,
  { county }: ScopeContext,
  role: Role,
  basis: string | null,
  before: string,
  sentenceBefore: string,
  after: string,
  headings: readonly string[],
  saidOf: readonly (string | null)[],
  peer: string | null,
  sinceLevel: string,
): (string | null)[] {
  // A rank within the region or the nation, in the prefecture's own document, is the prefecture's.
  if (role === 'rank' && county === null && kit.regionsIn(before).some(({ kind, region }) => kind === 'area' && !OF_COUNTIES.has(region)))
    return [null]
  // 与排名第一的乌苏市相差2.7分: whose place it is stands behind it.
  if (role === 'rank') {
    const behind = kit.regionsIn(after)[0]
    if (behind?.kind === 'county' && behind.span.start === 1 && after.startsWith('的')) return [behind.region]
  }
  // A change, a rank and a gap are the reporting county's, in the prefecture's own document the last level's; the area named with them is what it is measured against.
  if (role === 'change' || role === 'rank' || role === 'share') {
    if (county !== null) return othersChange(kit, basis, before, peer) ?? regionsOf(kit.regionsIn, '', '', headings)
    const compared = kit.cues.comparedIn.exec(before)
    const told = compared ? before.slice(0, compared.index) : before
    // 并列全地区第三: among whom it ranks is not whose it is.
    const own = regionsOf(kit.regionsIn, role === 'rank' ? withoutAreas(kit, told) : told, after, headings)
    if (own[0] !== null) return own
    if (saidOf.length === 0) return role === 'change' && !compared ? oneCounty(kit, sentenceBefore) : own
    // 全地区98件，但塔城市不降反升，增加4件: the county named since the level.
    // 和布克赛尔县为90.4%，为全地区最低，比最高的塔城市低5.4个百分点: the county compared with is none that the text has turned to.
    const sinceThen = compared ? sinceLevel.slice(0, sinceLevel.length - before.length + compared.index) : sinceLevel
    const turned = TURN.exec(sinceThen)
    const since = turned ? regionsOf(kit.regionsIn, sinceThen.slice(turned.index + 1), '', []) : [null]
    return since[0] !== null && kit.counties.has(since[0] as string) ? since : [...saidOf]
  }
  if (role === 'reference' && basis !== 'average' && basis !== 'peer') {
    const near = regionsOf(kit.regionsIn, county === null ? before : '', '', headings)
    // 托里县虽列第七，得分却比2021年的83.1分多: the county that the part of the sentence is about.
    return near[0] === null && county === null && saidOf.length === 0 ? oneCounty(kit, sentenceBefore) : near
  }
  if (kit.cues.otherCounties.test(before)) return complement(kit, sentenceBefore, county)
  // 地区要求不低于98%: who asks is not whose it is.
  const isArea = ([region]: readonly (string | null)[]): boolean => region != null && !kit.counties.has(region)
  // 超过94%年度目标的有塔城市、乌苏市: who has reached what is asked of all.
  const own = regionsOf(kit.regionsIn, before, role === 'target' ? '' : after, headings, role === 'reference')
  const since = role === 'actual' && county !== null ? withoutCompared(kit, sentenceBefore) : sentenceBefore
  const named = own[0] === null ? regionsOf(kit.regionsIn, since, role === 'target' ? '' : after, headings) : own
  return role === 'target' && county !== null && isArea(named) ? [null] : named
}

/** 额敏县合格率为95%，同比提高1.2个百分点: how another county's level has changed since its own past. */
const othersChange = (kit: SentenceKit, basis: string | null, before: string, peer: string | null): string[] | null =>
  peer !== null && (basis === 'yoy' || basis === 'qoq') && kit.regionsIn(before).length === 0 ? [peer] : null

/** 新疆名牌产品5个: before a count, an area is mostly part of a name. */
export const isCount = (unit: string): boolean => unit !== '' && !/^(?:%|‰|个百分点|分|位|指数)$/u.test(unit) && !unit.includes('/')

/** The regions that a count is of: in a county's own document an area only where nothing but a verb parts it from its number. */
export const countedFor = (
  kit: SentenceKit,
  { county }: ScopeContext,
  regions: readonly (string | null)[],
  lead: string,
): (string | null)[] =>
  regions.filter((region) => region === null || !kit.areas.has(region) || county === null || kit.cues.areaSays.test(lead))

/** 托里县、和布克赛尔县11个不合格仓号: in the prefecture's document, a count that nothing deals out is of both together. */
export function isJoint(
  kit: SentenceKit,
  { county }: SentenceContext,
  unit: string,
  regions: readonly (string | null)[],
  lead: string,
  dealt: boolean,
): boolean {
  if (county !== null || dealt || !isCount(unit) || (regions.length < 2 && regions[0] !== ALL_COUNTIES)) return false
  const said = lead.slice(kit.regionsIn(lead).at(-1)?.span.end ?? 0)
  return !kit.cues.collective.test(said) && !kit.cues.distributive.test(said)
}

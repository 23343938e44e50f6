/** The cue words of roles and bases as patterns, compiled once. What each group holds and why stands in corpus/lexicon/cues. */
import { matchesOf } from '../language/match-at.ts'
import { guardedPattern, wordPattern } from '../language/word-pattern.ts'
import { cue, type Lexicon, placeNames } from '../lexicon.ts'
import { chineseNumeral } from '../quantities/numeral.ts'
import { arrivalPattern } from './arrival.ts'
import { PERIOD } from './name.ts'
import type { RoleCues } from './role-cues.ts'
import { seasonWords } from './season.ts'
import type { Basis } from './value.ts'

const COUNT_OF_ITEMS = /([两二三四五六])[项者类个率]/u
const FILLERS = '[了约近超为是达到有又已仅只的：]{0,4}'

export function compileRoleCues(lexicon: Lexicon): RoleCues {
  const words = (...groups: string[]): string => wordPattern(groups.flatMap((group) => cue(lexicon, group)))
  const guarded = (...groups: string[]): string =>
    guardedPattern(
      groups.flatMap((group) => cue(lexicon, group)),
      groups.flatMap((group) => lexicon.cues[`${group}:misfires`] ?? []),
    )
  const counties = wordPattern(placeNames(lexicon.regions))
  const back = new RegExp(words('this-period'), 'gu')
  /** 比总体: an average's name that compares by itself. */
  const opensComparison = new RegExp(`^(?:${words('compared')}|于)`, 'u')
  const former = new RegExp(words('former'), 'u')
  const latter = new RegExp(words('latter'), 'u')
  const pair = new RegExp(words('collective-pair'), 'u')
  const bases: readonly (readonly [Basis, string])[] = [
    ['yoy', 'base-yoy'],
    ['qoq', 'base-qoq'],
    ['average', 'base-average'],
    ['target', 'base-target'],
    ['previous', 'base-previous'],
    ['peer', 'base-peer'],
  ]
  return {
    moveBefore: new RegExp(`(${guarded('up', 'down')})(?:幅度?)?(?:(?:分别|均|都)[为是])?${FILLERS}$`, 'u'),
    moveIn: new RegExp(`(?:${guarded('up', 'down')})[了约近]{0,2}[0-9一二两三四五六七八九十]`, 'u'),
    ofWhich: new RegExp(`^(?:${words('of-which')})`, 'u'),
    actBefore: new RegExp(`(${words('more-or-less')})[^，。；、0-9]{0,3}$`, 'u'),
    comparative: new RegExp(`^(${words('comparatives', 'comparatives-less')})[了约近]{0,2}$`, 'u'),
    changeLabel: new RegExp(`(${words('table-change')})：$`, 'u'),
    up: new Set(cue(lexicon, 'up')),
    down: new Set([...cue(lexicon, 'down'), ...cue(lexicon, 'comparatives-less')]),
    // 提高到三季度的95.9%, 升至目前的95.9%
    levelBefore: new RegExp(`(?:${arrivalPattern(lexicon)})(?:(?:${PERIOD}|${words('this-period')})[末底]?的?)?[了约近]?$`, 'u'),
    fromBefore: new RegExp(`(?:${words('from')})[^，。；]{0,24}$`, 'u'),
    unmet: new RegExp(`^(?:${words('unmet')})$`, 'u'),
    fromTail: new RegExp(`(?:${words('from')})[^，。；]{0,12}$`, 'u'),
    sharePlaces: new RegExp(`(?:^|[，；])[^，。；0-9率]{0,14}(?:${guarded('share-after')})[^。；率]{0,60}（$`, 'u'),
    toAfter: new RegExp(`^[^，。；]{0,12}?(?:${arrivalPattern(lexicon)}|${words('to')})[^，。；]{0,8}?[0-9一二两三四五六七八九十百]`, 'u'),
    arrivesAfter: new RegExp(`^(?:${arrivalPattern(lexicon)})[0-9]`, 'u'),
    partKind: new RegExp(`(?:${words('part-kinds')})$`, 'u'),
    pointOpened: new RegExp(
      `(?:${guarded('compared')})[^，。；0-9]{0,8}(?:${words('earlier-points')})[^，。；0-9]{0,4}?(?:${words('compared-after')})?，[^，。；]*$`,
      'u',
    ),
    comparedIn: new RegExp(`${guarded('compared')}|${words('share', 'sides')}|于`, 'u'),
    peerCompared: new RegExp(`(?:${guarded('compared')}|${words('sides')})[^，。；0-9]{0,12}?(?:${counties}|第[一二三四五六七0-9]名)`, 'u'),
    requiredBefore: new RegExp(`(?:${words('target-after')})[的线]{0,2}$`, 'u'),
    comparedBefore: new RegExp(`(?:${guarded('compared')})[^，。；、]{0,16}$`, 'u'),
    comparedAfter: new RegExp(`^(?:${words('compared-after')})`, 'u'),
    completionBefore: new RegExp(`(?:${words('completion-nouns')})的?$`, 'u'),
    taskIn: new RegExp(words('completion-nouns'), 'u'),
    taskOfYear: new RegExp(
      `^(?:${words('completion-nouns', 'target-noun')})?[0-9][0-9.,]*[^，。；0-9]{1,4}?(?:以[上下])?的?(?:${words('completion-nouns', 'target-after')})`,
      'u',
    ),
    dueIn: new RegExp(`(?:${words('share')})[^，。；0-9]{0,4}(?:${guarded('due-words')})[^，。；0-9]{0,4}[0-9][^，。；]{0,8}$`, 'u'),
    timeMoveBefore: new RegExp(`(?:(${guarded('less-time')})|${guarded('more-time')})[了约近]{0,2}$`, 'u'),
    askingBefore: new RegExp(`(?<!(?:${guarded('asking-met')})[^，。；]{0,6})(?:${words('asking')})$`, 'u'),
    askedAside: new RegExp(
      `（[^（），。；、0-9]{0,8}(?:${words('asking')})$|(?:^|[，；（])(?:${words('target-qualifiers')}){0,2}(?:${words('standards')})为?$`,
      'u',
    ),
    standardHead: new RegExp(`(?:^|[，；（])[^，。；、（）0-9]{0,8}(?:${words('standard-heads')})(?:分别|依次|均|都)?[为是：]?$`, 'u'),
    standardSource: new RegExp(`(?:${words('standard-sources')})[^，。；、（）0-9]{0,10}$`, 'u'),
    prescribed: new RegExp(`^(?:${words('prescribing')})`, 'u'),
    underTarget: new RegExp(
      `(?:${words('under-target')})(?:${words('yearly', 'target-qualifiers')}){0,2}(?:${words('completion-nouns')})[约近]?$`,
      'u',
    ),
    overLimit: new RegExp(`(?:${words('over-limit')})(?:了|约|近|达)?$`, 'u'),
    targetAlone: new RegExp(`^的?(?:${words('target-after')})(?:了|约|近)?$`, 'u'),
    rateNamed: new RegExp(words('rate-nouns'), 'u'),
    plannedDeed: new RegExp(
      `(?<!(?:${words('asking-met', 'entered-in', 'completion-verbs')})[^，。；0-9]{0,4})计划[^，。；、0-9的内外率]{2,10}$`,
      'u',
    ),
    shareOfThen: new RegExp(
      `(?:${guarded('base-yoy', 'base-qoq', 'base-previous')})[^，。；、0-9]{0,3}(?:${words('share')})[^，。；、0-9]{0,2}$`,
      'u',
    ),
    askedBefore: new RegExp(
      `(?<!(?:${guarded('asking-met')})[^，。；]{0,6})(?:${words('asking')})(?:(?:${words('asking-fillers')}){1,3})$`,
      'u',
    ),
    sideBefore: new RegExp(
      `(${words('sides')})[^，。；、0-9]{0,8}(?:${words('whole-words', 'base-average', 'base-target', 'base-yoy', 'base-qoq', 'base-previous')}|${wordPattern(lexicon.regions.areas.flatMap((area) => area.words))})(?:约|近)?$`,
      'u',
    ),
    sideOfNoun: new RegExp(
      `(${words('sides')})[^，。；、0-9]{0,8}(?:${words('base-average')}|(?:${wordPattern(lexicon.regions.areas.flatMap((area) => area.words))})[^，。；、0-9]{0,6}平均)[^，。；、0-9（）]{1,6}$`,
      'u',
    ),
    shareList: new RegExp(
      `(?:${words('share')})[^，。；：0-9]{0,24}：(?:[^，。；：.0-9]{1,20}[0-9.]{1,6}%[，、]){0,20}[^，。；：.0-9]{1,20}$`,
      'u',
    ),
    shareBefore: new RegExp(`(?:${words('share')})[^，。；]{0,24}$`, 'u'),
    aboutShare: new RegExp(`(?:${words('comparator-approx-before')})(?:${words('share')})[^，。；0-9]{0,16}$`, 'u'),
    superlativeBound: new RegExp(`^(?:${words('superlative-bounds')})`, 'u'),
    shareAfter: new RegExp(`^(?:${words('share-after')})`, 'u'),
    partitiveAfter: new RegExp(`^的(?![^，。；]{0,10}(?:率|${words('level-nouns')}))[^，。；]`, 'u'),
    referenceBefore: new RegExp(`(?:${guarded('base-yoy', 'base-qoq', 'base-average', 'base-previous')})[^，。；、]{0,16}$`, 'u'),
    sameTime: new RegExp(`^[，；：（]?(?:而|但)?(?:${words('same-time')})${FILLERS}$`, 'u'),
    sinceBefore: new RegExp(
      `(?:${words('base-yoy')})(?:(?:的?[0-9]{1,2}月(?:[0-9]{1,2}[日号]|份|底|初|末)?|第?[一二三四]季度|[上下]半年|[春夏秋冬][天季]?)(?:起|开始|以来)|[春夏秋冬][天季])[^，。；、]{0,16}$`,
      'u',
    ),
    yearly: new RegExp(words('yearly'), 'u'),
    targetVerb: new RegExp(`(?:${guarded('target-verb', 'must')})[^。]*$`, 'u'),
    targetNounBefore: new RegExp(
      `(?<!超)(?:${words('target-noun')})(?:[为是：（]{0,2}(?:${words('target-noun')})?|[为是：][^，。；0-9]{0,8})$`,
      'u',
    ),
    enteredIn: new RegExp(`(?:${words('entered-in')})[^，。；0-9]{0,4}(?:${words('target-noun')})[^，。；0-9]{0,9}$`, 'u'),
    met: new RegExp(guarded('asking-met'), 'u'),
    setAgainst: new RegExp(`(?:${words('sides')}|${words('unmet')}|${guarded('compared')}|${guarded('gap-down')})[^，。；、]{0,10}$`, 'u'),
    requirementAfter: new RegExp(`^的[^，。；、0-9]{1,6}?(?:${words('target-after')})`, 'u'),
    apart: new RegExp(`(?:${words('difference-apart')})[约近了]?$`, 'u'),
    jointPlaces: new RegExp(words('joint-places'), 'u'),
    relativeDeed: new RegExp(`^(?:前后|左右|以前|之前|前)?(?:${words('relative-deeds')})(?:的|了的|下的)`, 'u'),
    seasonYear: new RegExp(`((?:19|20)[0-9]{2})年?(?:[—–~～/至-]{1,2}(?:19|20)?[0-9]{2}年?)?的?(?:${seasonWords(lexicon)})`, 'u'),
    seasonTail: new RegExp(`^(?:[—–~～/至-]{1,2}(?:19|20)?[0-9]{2}(?:年度?)?)?的?(?:${seasonWords(lexicon)})`, 'u'),
    lowest: new RegExp(words('lowest'), 'u'),
    owed: new RegExp(`(?:${words('owed')})的$`, 'u'),
    highest: new RegExp(words('highest'), 'u'),
    sideOfStandard: new RegExp(`(?:${words('sides')})[^，。；、0-9]{0,8}(?:${words('standards')})(?:值|限值)?为?$`, 'u'),
    sideOfArea: new RegExp(
      `(?:${words('sides')})(?:${wordPattern([...lexicon.regions.self, ...lexicon.regions.areas.flatMap((area) => area.words)])})(?:的|[^，。；、0-9]{2,16})$`,
      'u',
    ),
    // 、蔬菜和水果（43.8%）: one of a list, and no other side.
    aside: new RegExp(`(?<!、[^，。；、（）0-9]{1,12})(?:${guarded('compared')})[^，。；、（）0-9]{1,16}（$`, 'u'),
    averageAfter: new RegExp(
      `^的[^，。；、比较]{0,4}?(?:${wordPattern(cue(lexicon, 'base-average').filter((word) => !opensComparison.test(word)))})`,
      'u',
    ),
    targetAfter: new RegExp(`^的?(?:${words('target-qualifiers')}){0,2}?(?:${words('target-after')})`, 'u'),
    completedOf: new RegExp(`(?:${words('table-done')})[^，。；：0-9]{0,12}$`, 'u'),
    heldWithin: new RegExp(`(?:${words('held-within')})$`, 'u'),
    penaltyAfter: new RegExp(`^的?[，]?(?:${words('penalties')})`, 'u'),
    overfulfilled: new RegExp(
      `(?:${words('overfulfilled')})(?:${words('yearly')}|${words('target-qualifiers')}){0,2}(?:${words('completion-nouns')})(?:约|近)?$`,
      'u',
    ),
    shareNoun: new RegExp(`(?:${guarded('table-share')})(?:${words('share-fillers')}){0,2}$`, 'u'),
    shareNamed: new RegExp(
      `(?:${words('share')})[^，。；0-9]{0,24}(?:${words('table-share')})[^，。；0-9]{0,8}，[^，。；0-9]{0,6}$|(?:${words('table-share')})[较偏最]?[高低大小]，达?$`,
      'u',
    ),
    actual: new RegExp(words('actual'), 'u'),
    already: new RegExp(`(?:${words('already')})的?$`, 'u'),
    recovered: new RegExp(`(?:${words('recovered')})[^，。；、]{2,14}的$`, 'u'),
    baseAfter: new RegExp(`^的?(?:${words('base-after')})`, 'u'),
    bases: bases.map(([basis, group]) => [basis, new RegExp(guarded(group), 'gu')]),
    flat: new RegExp(words('flat'), 'gu'),
    noneSaid: new RegExp(`^(?:${words('none-said')})[，。；]?$`, 'u'),
    negatedBefore: new RegExp(`(?:${words('event-negation', 'event-negation-detect', 'event-zero', 'count-negation')})$`, 'u'),
    notHappenedBefore: new RegExp(`(?:${words('event-negation')})$`, 'u'),
    distanceBefore: new RegExp(`(?:${guarded('distance')})[^，。；、0-9]{0,14}$`, 'u'),
    distanceAfter: new RegExp(`^[^，。；0-9]{0,8}?[，]?(?:${words('distance-after')})`, 'u'),
    distanceIn: new RegExp(`(?:${guarded('distance')})[^，。；、]{0,24}(?:${words('distance-after')})[^，。；、0-9]{0,4}$`, 'u'),
    totalBefore: new RegExp(`[为是于占][^，。；、0-9]{0,10}(?:${words('totals')})的[约近]?$`, 'u'),
    askedAfter: new RegExp(`^[是为作的][^，。；]{0,10}?(?:${words('event-asked-after')})`, 'u'),
    conditional: new RegExp(`^(?:${words('conditional')})`, 'u'),
    earlierAtHead: new RegExp(`^[，；：]?(?:而|但|可)?(?:(?:${guarded('base-qoq')})()|${guarded('base-yoy')})(?!相?比)`, 'u'),
    everyCounty: new RegExp(words('every-county'), 'u'),
    fromHighest: new RegExp(`(?:${guarded('compared')})[^，。；0-9]{0,6}(?:${words('highest')})`, 'u'),
    otherCounties: new RegExp(words('other-counties'), 'u'),
    theRest: new RegExp(`^(?:${words('the-rest')})`, 'u'),
    ownAverage: new RegExp(`(?:${words('plain-averages')})(?:分别|依次)?[为是达到约]{0,2}$`, 'u'),
    countyBefore: new RegExp(`(?:${counties})(?:的|是|为)?$`, 'u'),
    placeIn: new RegExp(
      `${counties}|${wordPattern([...lexicon.regions.self, ...lexicon.regions.areas.flatMap((area) => area.words)])}`,
      'u',
    ),
    thisPeriod: back,
    byPlace: new RegExp(`^[从按分]{1,2}(?:${words('place-kinds')})(?:${words('part-views')})[，：]`, 'u'),
    areaSays: new RegExp(
      `(?:${wordPattern(lexicon.regions.areas.flatMap((area) => area.words))})(?:${words('plain-averages')}|平均)?[为是达约]{1,2}$`,
      'u',
    ),
    backAt: (text) => matchesOf(back, text).at(-1)?.index ?? -1,
    collective: new RegExp(`(?:${words('collective')})`, 'u'),
    distributive: new RegExp(words('distributive'), 'u'),
    eachBefore: new RegExp(`(?:${guarded('distributive')})[^，。；、0-9]{0,4}$`, 'u'),
    collectiveCount: (said) => {
      const count = COUNT_OF_ITEMS.exec(said)?.[1]
      return count ? chineseNumeral(count) : pair.test(said) ? 2 : null
    },
    formerOrLatter: (said) => (former.test(said) ? -2 : latter.test(said) ? -1 : null),
    respectively: new RegExp(words('respectively'), 'gu'),
    gapAfter: new RegExp(`^的?(?:${words('gap-after')})`, 'u'),
    gapDown: new RegExp(`(?:${guarded('gap-down')})[^，。；]{0,16}$`, 'u'),
  }
}

/** The baseline named last in a text, and where it begins; null where none is. */
export function lastBasis(cues: RoleCues, text: string): { readonly basis: Basis; readonly at: number } | null {
  const found = cues.bases.flatMap(([basis, pattern]) =>
    matchesOf(pattern, text).map((match) => ({ basis, at: match.index, end: match.index + match[0].length })),
  )
  let best: (typeof found)[number] | null = null
  for (const each of found) if (!best || each.end > best.end) best = each
  // 环比去年第四季度: the year only says of when the quarter before is.
  const before = best?.basis === 'yoy' ? found.find(({ basis, end }) => basis === 'qoq' && end === best.at) : undefined
  return before ?? best
}

/** 质量创新与发展: county by county what has been obtained, worded as obtained; and apart from it what is applied for, made public, being created or planned. */

import { chineseNumber } from '../numbering.ts'
import { plainText, type Words } from '../paper.ts'
import { filled } from '../wording.ts'
import { type BulletinCounty, type BulletinFacts, listed } from './facts.ts'
import { type Honour, honoursOf } from './honour-list.ts'
import { practicePassages } from './practices.ts'
import { gap, heading, joined, type Passage, paragraph, plain, type Statement, statement } from './statement.ts'
import type { BulletinWording } from './wording.ts'

export interface CountyHonours {
  readonly county: BulletinCounty
  readonly honours: readonly Honour[]
}

export const allHonours = (facts: BulletinFacts): CountyHonours[] =>
  facts.counties.map((county) => ({ county, honours: honoursOf(county, facts) }))

export function honourPassages(all: readonly CountyHonours[], wording: BulletinWording): Passage[] {
  const { honours, gaps } = wording
  const told = all.map(({ county, honours: own }) => ({ county, groups: grouped(own.filter(({ status }) => status === 'obtained')) }))
  const without = told.filter(({ groups }) => groups.length === 0).map(({ county }) => county)
  return [
    heading(2, honours.heading),
    ...told.flatMap(({ county, groups }) => {
      const statements = groups.map((group, index) =>
        statement(`honours.${county.id}.${index + 1}`, obtained(group, wording), sourcesOf(group), [
          ...(group[0].level === 'social' ? [honours.social] : []),
          ...group.flatMap(({ notes }) => notes),
        ]),
      )
      return countyPassage(county, statements, wording)
    }),
    ...(without.length === 0 ? [] : [paragraph(gap('honours.without', filled(gaps.honours, { counties: listed(without) })))]),
    ...practicePassages(
      all.map(({ county }) => county),
      wording,
    ),
  ]
}

const APART = ['pending', 'applied', 'creating'] as const
type Apart = (typeof APART)[number] | 'planned'

export function applicationPassages(all: readonly CountyHonours[], wording: BulletinWording): Passage[] {
  const passages = all.flatMap(({ county, honours }) => {
    const statements = APART.flatMap((status) =>
      grouped(honours.filter((each) => each.status === status)).map((group, index) =>
        statement(`applications.${county.id}.${status}.${index + 1}`, applied(group, status, county, wording), sourcesOf(group)),
      ),
    )
    return countyPassage(county, statements, wording)
  })
  return [...(passages.length === 0 ? [] : [heading(2, wording.applications.heading), ...passages]), ...planned(all, wording)]
}

/** What is only intended is left to the writer; what is intended for another year is none of this one's. */
function planned(all: readonly CountyHonours[], wording: BulletinWording): Passage[] {
  const intended = all.flatMap(({ county, honours }) =>
    grouped(honours.filter(({ status, otherYear }) => status === 'planned' && otherYear === null)).map((group) => ({ county, group })),
  )
  if (intended.length === 0) return []
  const items = intended.map(({ county, group }) => `${county.name}${plainText(applied(group, 'planned', county, wording))}`).join('、')
  return [
    paragraph(
      gap(
        'applications.planned',
        filled(wording.gaps.planned, { items }),
        intended.flatMap(({ group }) => sourcesOf(group)),
      ),
    ),
  ]
}

function countyPassage({ name }: BulletinCounty, statements: readonly Statement[], { honours }: BulletinWording): Passage[] {
  if (statements.length === 0) return []
  const number = (index: number): string => (statements.length === 1 ? '' : `${chineseNumber(index + 1)}是`)
  return [
    { kind: 'paragraph', level: 3, pieces: [plain(filled(honours.county, { county: name })), ...joined(statements, number, '；', '。')] },
  ]
}

type Group = readonly [Honour, ...Honour[]]

/** Those of one title stand together, unless one of them is to be looked at. */
function grouped(honours: readonly Honour[]): Group[] {
  const groups: [Honour, ...Honour[]][] = []
  for (const each of honours) {
    const group = groups.find(([first]) => isPlain(first) && isPlain(each) && isAlike(first, each))
    if (group === undefined) groups.push([each])
    else group.push(each)
  }
  return groups
}

const isAlike = (one: Honour, other: Honour): boolean =>
  one.title === other.title && one.level === other.level && one.retained === other.retained

const isPlain = ({ doubtful, otherYear }: Honour): boolean => !doubtful && otherYear === null

const sourcesOf = (group: Group) => group.flatMap(({ sources }) => sources)

const holdersOf = (group: Group): string => [...new Set(group.map(({ holder }) => holder))].join('、')

function obtained(group: Group, wording: BulletinWording): (string | Words)[] {
  const [{ title, retained }] = group
  const template = retained ? wording.honours.retained : verbFor(title, wording)
  return [filled(template, { title, holders: holdersOf(group) }), ...marks(group, wording)]
}

/** By the longest ending of the title that is listed. */
function verbFor(title: string, { honours }: BulletinWording): string {
  const bare = title.replace(/[“”（）()]/gu, '')
  const fitting = honours.verbs.flatMap(({ endings, words }) =>
    endings.filter((ending) => bare.endsWith(ending)).map((ending) => ({ words, length: ending.length })),
  )
  return fitting.reduce((best, each) => (each.length > best.length ? each : best), { words: honours.otherwise, length: 0 }).words
}

function applied(group: Group, status: Apart, { name }: BulletinCounty, wording: BulletinWording): (string | Words)[] {
  const [{ title, holder }] = group
  const template = group.length === 1 && holder === name ? wording.applications.own[status] : wording.applications.statuses[status]
  return [filled(template, { title, holders: holdersOf(group) }), ...marks(group, wording)]
}

function marks([{ doubtful, otherYear }]: Group, { gaps }: BulletinWording): Words[] {
  return [
    ...(otherYear === null ? [] : [{ text: filled(gaps.honourYear, { year: otherYear }), gap: true }]),
    ...(doubtful ? [{ text: gaps.doubtful, gap: true }] : []),
  ]
}

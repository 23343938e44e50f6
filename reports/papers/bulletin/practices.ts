/** Sentences of the counties that tell of a new way of doing something, as they stand, each with its source: the writer chooses, none is stated. */
import type { Practice } from '../../../rules/practices/practice.ts'
import { filled } from '../wording.ts'
import type { BulletinCounty } from './facts.ts'
import { gap, type Passage, paragraph, plain } from './statement.ts'
import type { BulletinWording } from './wording.ts'

export function practicePassages(counties: readonly BulletinCounty[], wording: BulletinWording): Passage[] {
  const offered = counties.flatMap((county) => {
    const practices = chosen(county, wording.practices.most)
    return practices.length === 0 ? [] : [{ county, practices }]
  })
  if (offered.length === 0) return [paragraph(gap('honours.innovation', wording.gaps.noInnovation))]
  return [
    paragraph(gap('honours.innovation', wording.gaps.innovation)),
    ...offered.map(({ county, practices }) =>
      paragraph(
        plain(filled(wording.honours.county, { county: county.name })),
        ...practices.map((practice, index) => offer(county, practice, index + 1, wording)),
      ),
    ),
  ]
}

function offer({ id, name }: BulletinCounty, practice: Practice, number: number, { gaps, practices }: BulletinWording) {
  const said = practice.evidence.quote.replace(/^[（(]?[一二三四五六七八九十0-9]{1,3}(?:是|[）)、.])/u, '').replace(/[【】\s]/gu, '')
  return gap(
    `practices.${id}.${number}`,
    filled(gaps.practice, { words: said.length > practices.longest ? `${said.slice(0, practices.longest)}……` : said }),
    [{ county: name, record: 'practice', id: practice.id, file: practice.file, words: '材料原文', evidence: practice.evidence }],
    [filled(practices.comment, { words: practice.signs.join('、') })],
  )
}

/** What says itself that it is new, and what the year's summary tells, goes first; what names the same means (推行…总承包, 采取…总承包) is told once. */
function chosen({ feed }: BulletinCounty, most: number): Practice[] {
  const rank = ({ saysNew, file }: Practice): number => (saysNew ? 2 : 0) + (feed.documentOf.get(file)?.kind === 'summary' ? 1 : 0)
  const told = new Set<string>()
  return [...feed.practices]
    .sort((a, b) => rank(b) - rank(a))
    .filter(({ signs }) => {
      const means = signs.map((sign) => sign.split('…').at(-1) ?? sign)
      const isTold = means.some((each) => told.has(each))
      for (const each of means) told.add(each)
      return !isTold
    })
    .slice(0, most)
}

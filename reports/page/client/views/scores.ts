/** 评分: the counties' grades and quarter scores, what to look at first, and every item opening to its evidence. */
import type { CountyScore, ScoredItem, Scores } from '../../../../rules/scoring/score.ts'
import type { Passed, Use } from '../../../../rules/scoring/trace.ts'
import { quarterShown } from '../../../quarter-shown.ts'
import { periodWords, turnsWords, yearScore } from '../../../wording.ts'
import { data, scoring } from '../data.ts'
import { type Child, h } from '../dom.ts'
import { evidenceBlock } from '../evidence.ts'
import { filteredList } from '../filtered-list.ts'
import { chip, documentLink, emptyNote } from '../parts.ts'
import { link, type Route } from '../route.ts'
import { plots } from './standing.ts'

export const scores = (route: Route): Child => [
  h('h1', {}, '评分'),
  scoring === null
    ? emptyNote('没有评分。')
    : [
        summary(scoring.scores),
        scoring.overview === null ? null : plots(scoring.overview),
        counties(scoring.scores),
        review(scoring.scores),
        items(route, scoring.scores),
      ],
]

const summary = ({ scheme }: Scores): Child => [
  h('p', { class: 'legend' }, `${scheme.scheme}。得分为暂定时，另列最低和最高可能得分；待核项目既不按零分、也不按满分。`),
  h(
    'details',
    { class: 'section' },
    h('summary', {}, '计分设置，以及须由办公室确定的事项'),
    h(
      'ul',
      { class: 'list' },
      [...scheme.settings, ...scheme.notes].map((words) => h('li', {}, words)),
    ),
  ),
]

const counties = ({ scheme, counties: all }: Scores): Child =>
  h(
    'section',
    {},
    h(
      'div',
      { class: 'scroll' },
      h(
        'table',
        { class: 'grid', id: 'scores' },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col' }, '县市'),
            ['等级', '得分', '名次'].map((title) => h('th', { scope: 'col' }, title)),
            scheme.quarters.map(({ name, weight }) => h('th', { scope: 'col', class: 'number' }, name, h('small', {}, `占 ${weight}%`))),
            h('th', { scope: 'col' }, '说明'),
          ),
        ),
        h(
          'tbody',
          {},
          all.map((county) => countyRow(county, scheme)),
        ),
      ),
    ),
  )

const countyRow = (county: CountyScore, scheme: Scores['scheme']): Child =>
  h(
    'tr',
    {},
    h('th', { scope: 'row' }, h('a', { href: link('scores', { county: county.county }) }, county.county)),
    h('td', { class: 'tight' }, gradeCell(county), decidedNote(scheme, county.gradeDecision)),
    h(
      'td',
      { class: 'tight' },
      h('strong', {}, yearScore(county, scheme)),
      rangeNote(county.score),
      county.provisional ? h('small', {}, `${county.quartersScored}/${county.quartersAsked}季度，暂定`) : null,
    ),
    h(
      'td',
      { class: 'number' },
      county.place.place ?? '—',
      county.place.best === county.place.worst ? null : h('small', {}, `${county.place.best}—${county.place.worst}`),
    ),
    county.quarters.map(({ period, state, shown, provisional, low, high, decision }) =>
      h(
        'td',
        { class: 'number' },
        state === 'missing'
          ? h('span', { class: 'missing' }, '缺报')
          : [
              h('a', { href: link('scores', { county: county.county, period }) }, quarterShown({ shown, provisional }, county, scheme)),
              rangeNote({ low, high }),
              decidedNote(scheme, decision),
            ],
      ),
    ),
    h(
      'td',
      { class: 'wide' },
      stability(county),
      county.warnings.map((words) => h('p', { class: 'source' }, words)),
    ),
  )

/** That a person decided it; who and why when pointed at. */
function decidedNote({ decisions }: Scores['scheme'], number: number | undefined): Child {
  const given = decisions.find((each) => each.number === number)
  return given === undefined
    ? null
    : h('small', { title: `${given.words}。理由：${given.reason}（${given.by}，${given.on}）` }, `人工决定第 ${given.number} 条`)
}

/** The grade by itself; what it could still become, or why it was decided, in small beneath. */
function gradeCell({ grade, grades, gradeWords }: CountyScore): Child {
  const [words = '', notes = ''] = gradeWords.replace(/）$/u, '').split(/（(.*)/u)
  return [chip(grade === null || grades.length > 1 ? 'doubt' : 'good', words), notes.split('；').map((note) => h('small', {}, note))]
}

/** Whether open items can change the grade; where many can, they open to a list, each leading to its item. */
function stability({ county, stability: { words, deciding } }: CountyScore): Child {
  if (deciding.length === 0) return h('p', {}, words)
  const names = new Map((scoring?.scores.scheme.items ?? []).map(({ item, name }) => [item, name]))
  return h(
    'details',
    {},
    h('summary', {}, `${deciding.length} 项待核可能改变等级`),
    h(
      'ul',
      { class: 'plain-list' },
      deciding.map(({ period, item }) => {
        const name = names.get(item) ?? item
        return h('li', {}, h('a', { href: link('scores', { county, period, q: name }) }, `${periodWords(period)} ${name}`))
      }),
    ),
  )
}

const brief = (decimal: string): string => String(Number(Number(decimal).toFixed(2)))
const rangeNote = ({ low, high }: { readonly low: string; readonly high: string }): Child =>
  low === high ? null : h('small', {}, `${brief(low)}—${brief(high)}`)

const FIRST = 10

const review = ({ scheme }: Scores): Child =>
  scheme.review.length === 0
    ? null
    : h(
        'details',
        { class: 'section' },
        h('summary', {}, `先看这些待核项目（按对等级和年度得分的影响排列）`),
        h(
          'ul',
          { class: 'list' },
          scheme.review
            .slice(0, FIRST)
            .map(({ county, period, name, item, effect, turns, open }) =>
              h(
                'li',
                {},
                h('a', { href: link('scores', { county, period, q: name }), title: item }, `${county} ${periodWords(period)} ${name}`),
                `：影响年度得分 ${brief(effect)} 分 `,
                turns === 'never' ? null : chip('doubt', turnsWords[turns]),
                h('p', { class: 'source' }, open.join('；')),
              ),
            ),
        ),
      )

interface Shown extends ScoredItem {
  readonly county: string
  readonly period: string
}

const states: Readonly<Record<ScoredItem['state'], string>> = {
  settled: '已核定',
  open: '待核',
  decided: '人工复核',
  'not-applicable': '不涉及',
}
const tones = { settled: 'good', open: 'doubt', decided: 'good', 'not-applicable': 'plain' } as const

function items(route: Route, { scheme, counties: all }: Scores): Child {
  const described = new Map(scheme.items.map((item) => [item.item, item]))
  const shown = all.flatMap(({ county, quarters, yearly }): Shown[] => [
    ...quarters.flatMap(({ period, items: own }) => own.map((item) => ({ ...item, county, period }))),
    ...yearly.map((item) => ({ ...item, county, period: item.period ?? String(scheme.year) })),
  ])
  return filteredList<Shown>(route, {
    path: 'scores',
    searchFor: '项目、原因…',
    items: shown,
    noun: '项',
    words: ({ name, county, why, open = [] }) => [name, county, ...why, ...open].join('\n'),
    filters: [
      {
        name: 'county',
        label: '县市',
        options: all.map(({ county }) => [county, county]),
        matches: ({ county }, chosen) => county === chosen,
      },
      {
        name: 'period',
        label: '期间',
        options: [...scheme.quarters.map(({ period }) => period), String(scheme.year)].map((period) => [period, periodWords(period)]),
        matches: ({ period }, chosen) => period === chosen,
      },
      { name: 'state', label: '状态', options: Object.entries(states), matches: ({ state }, chosen) => state === chosen },
    ],
    columns: [
      { title: '县市', tight: true, cell: ({ county }) => county },
      { title: '期间', tight: true, cell: ({ period }) => periodWords(period) },
      { title: '项目', cell: ({ name, item }) => [h('strong', {}, name), h('small', {}, described.get(item)?.part ?? '')] },
      { title: '分值', number: true, cell: ({ item, points }) => (described.get(item)?.kind === 'penalty' ? `最多扣 ${points}` : points) },
      { title: '得分', number: true, cell: (item) => [item.shown, rangeNote(item)] },
      { title: '状态', tight: true, cell: ({ state }) => chip(tones[state], states[state]) },
      { title: '原因', cell: ({ why, open = [] }) => [...why, ...open].join('；') },
    ],
    behind: (item) => [
      h('p', {}, h('span', { class: 'label' }, '评分标准 '), described.get(item.item)?.standard ?? ''),
      item.advice === undefined ? null : h('p', { class: 'feedback' }, h('span', { class: 'label' }, '改进建议 '), item.advice),
      (item.decisions ?? []).map((number) => decision(scheme, number, item)),
      (item.uses ?? []).map((use) => [h('h3', {}, use.words), place(use)]),
      (item.passed ?? []).length === 0
        ? null
        : [h('h3', {}, '未采用的'), (item.passed ?? []).map((passed) => [h('p', {}, `${passed.words}：${passed.why}`), place(passed)])],
    ],
  })
}

function decision({ decisions }: Scores['scheme'], number: number, { found }: ScoredItem): Child {
  const given = decisions.find((each) => each.number === number)
  const before = found === undefined ? '' : `程序所得 ${found.low === found.high ? found.low : `${found.low}—${found.high}`} 分；`
  return given === undefined
    ? null
    : h('p', { class: 'note' }, `人工决定第 ${number} 条：${before}${given.words}。理由：${given.reason}（${given.by}，${given.on}）`)
}

const positions: ReadonlyMap<string, number> = new Map(data.documents.map(({ file }, index) => [file, index]))

function place({ file, evidence, was }: Use | Passed): Child {
  const document = positions.get(file)
  const before = was === undefined ? null : h('p', { class: 'source' }, `程序原读作：${was}`)
  if (document === undefined)
    return [h('p', { class: 'source' }, `${file}${evidence === undefined ? '' : `：“${evidence.quote}”`}`), before]
  return [evidence === undefined ? h('p', { class: 'source' }, documentLink(document)) : evidenceBlock(document, evidence), before]
}

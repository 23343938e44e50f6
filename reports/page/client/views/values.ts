/** 指标值: every value with search and filters, each opening to its sentence. */
import { attainmentWords } from '../../../targets.ts'
import { basisWords, kindWords, periodWords, roleWords, valueWords } from '../../../wording.ts'
import type { PageValue } from '../../payload.ts'
import { data, indicators, periods, regions, shownCounty } from '../data.ts'
import { type Child, h } from '../dom.ts'
import { evidenceBlock } from '../evidence.ts'
import { filteredList } from '../filtered-list.ts'
import { attainmentMark, documentLink, percentWords, roleChip } from '../parts.ts'
import type { Route } from '../route.ts'

const OUTSIDE = 'none'

export const values = (route: Route): Child => [
  h('h1', {}, '指标值'),
  filteredList(route, {
    path: 'values',
    searchFor: '指标、原文、文件名…',
    items: data.values,
    noun: '条',
    words: ({ name, evidence, county, document, notes }) =>
      [name, evidence.quote, county, data.documents[document]?.file, ...notes].join('\n'),
    filters: [
      {
        name: 'county',
        label: '县市',
        options: regions.map((name) => [name, name]),
        matches: ({ county }, chosen) => county !== null && shownCounty(county) === chosen,
      },
      {
        name: 'period',
        label: '期间',
        options: periods.map((period) => [period, periodWords(period)]),
        matches: ({ period }, chosen) => period === chosen,
      },
      {
        name: 'indicator',
        label: '指标',
        options: [[OUTSIDE, '（指标库外）'], ...usedIndicators()],
        matches: ({ indicator }, chosen) => (indicator ?? OUTSIDE) === chosen,
      },
      { name: 'role', label: '角色', options: Object.entries(roleWords), matches: ({ role }, chosen) => role === chosen },
      { name: 'met', label: '达标', options: Object.entries(attainmentWords), matches: ({ met }, chosen) => met === chosen },
      {
        name: 'doubtful',
        label: '复核',
        options: [['yes', '先看：拿不准或有备注']],
        matches: ({ doubtful }) => doubtful,
      },
      { name: 'kind', label: '来源', options: usedKinds(), matches: ({ document }, chosen) => data.documents[document]?.kind === chosen },
    ],
    columns: [
      { title: '县市', tight: true, cell: ({ county }) => county ?? '—' },
      { title: '期间', tight: true, cell: ({ period }) => periodWords(period) },
      {
        title: '指标',
        cell: ({ name, indicator }) =>
          indicator === null ? h('span', { class: 'outside', title: '指标库外' }, name) : h('strong', {}, name),
      },
      { title: '角色', tight: true, cell: ({ role }) => roleChip(role) },
      { title: '值', number: true, cell: (value) => h('strong', {}, valueWords(value)) },
      {
        title: '目标',
        cell: ({ indicator, met }) => [
          met === null ? '' : (indicators.get(indicator ?? '')?.target?.words ?? ''),
          ' ',
          attainmentMark(met),
        ],
      },
      { title: '原文', cell: ({ evidence }) => evidence.quote },
      { title: '文件', cell: ({ document, evidence }) => documentLink(document, evidence) },
    ],
    behind,
  }),
]

const behind = (value: PageValue): Child => [
  evidenceBlock(value.document, value.evidence),
  h(
    'dl',
    { class: 'facts' },
    value.basis === null ? null : [h('dt', {}, '依据'), h('dd', {}, basisWords[value.basis])],
    value.breakdown?.of === undefined
      ? null
      : [h('dt', {}, '所属整体'), h('dd', {}, indicators.get(value.breakdown.of)?.name ?? value.breakdown.of)],
    h('dt', {}, '可信度'),
    h('dd', {}, percentWords(value.confidence)),
    value.notes.length === 0 ? null : [h('dt', {}, '备注'), h('dd', {}, value.notes.join('；'))],
  ),
]

function usedIndicators(): (readonly [string, string])[] {
  const used = new Set(data.values.map(({ indicator }) => indicator))
  return data.indicators.filter(({ id }) => used.has(id)).map(({ id, name }) => [id, name])
}

function usedKinds(): (readonly [string, string])[] {
  const used = new Set(data.values.map(({ document }) => data.documents[document]?.kind))
  return Object.entries(kindWords).filter(([kind]) => used.has(kind as keyof typeof kindWords))
}

/** 创新做法: what the counties tell as a new way of doing something, each with its place and why it is offered. */
import { practiceReason } from '../../../practice-words.ts'
import { periodWords } from '../../../wording.ts'
import type { PageData } from '../../payload.ts'
import { data } from '../data.ts'
import { type Child, h } from '../dom.ts'
import { evidenceBlock } from '../evidence.ts'
import { filteredList } from '../filtered-list.ts'
import { countyFilter, documentLink } from '../parts.ts'
import type { Route } from '../route.ts'

type Practice = PageData['practices'][number]

export const practices = (route: Route): Child => [
  h('h1', {}, '创新做法'),
  h('p', { class: 'legend' }, '从报告和总结中挑出的、可能写入通报的做法，供起草人选用；不影响评分。没有挑出的不等于没有做法。点开看原文。'),
  filteredList<Practice>(route, {
    path: 'practices',
    searchFor: '做法、理由、文件名…',
    items: data.practices,
    noun: '条',
    words: (practice) => [practice.evidence.quote, practiceReason(practice), data.documents[practice.document]?.file].join('\n'),
    filters: [
      countyFilter(({ county }) => county),
      {
        name: 'new',
        label: '理由',
        options: [
          ['yes', '写明是新做法'],
          ['no', '说到做法'],
        ],
        matches: ({ saysNew }, chosen) => saysNew === (chosen === 'yes'),
      },
    ],
    columns: [
      { title: '县市', tight: true, cell: ({ county }) => county ?? '—' },
      { title: '期间', tight: true, cell: ({ period }) => periodWords(period) },
      { title: '做法（原文）', cell: ({ evidence }) => h('strong', {}, evidence.quote) },
      { title: '选出的理由', cell: practiceReason },
      { title: '文件', cell: ({ document, evidence }) => documentLink(document, evidence) },
    ],
    behind: ({ document, evidence }) => evidenceBlock(document, evidence),
  }),
]

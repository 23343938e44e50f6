/** 分析质量: the verdict on each analysis, with the four criteria, the sentences they rest on and what is missing. */
import { beyondGaps } from '../../../../rules/analysis/feedback.ts'
import { setAside } from '../../../set-aside.ts'
import { criterionNames, criterionWords, periodWords, rejectionWords, verdictWords } from '../../../wording.ts'
import type { PageData } from '../../payload.ts'
import { data, periods } from '../data.ts'
import { type Child, h } from '../dom.ts'
import { evidenceBlock } from '../evidence.ts'
import { filteredList } from '../filtered-list.ts'
import { documentLink, levelChip, percentWords, verdictChip } from '../parts.ts'
import type { Route } from '../route.ts'
import { board, copyingNote } from './board.ts'
import { copyingSummary } from './copies.ts'

type Assessment = PageData['assessments'][number]

export const analysis = (route: Route): Child => [
  h('h1', {}, '分析质量'),
  h(
    'p',
    { class: 'legend' },
    '合格：四项均达到最高一档；薄弱：没有对比分析，或问题与措施均空泛，或雷同占比达到六成；其余为待复核。清单中最拿不准的列在前面，请先看。',
  ),
  data.selfCheck === null ? board() : null,
  filteredList<Assessment>(route, {
    path: 'analysis',
    searchFor: '县市、文件名、反馈意见…',
    items: [...data.assessments].sort((a, b) => Number(b.reviewSuggested) - Number(a.reviewSuggested) || b.doubt - a.doubt),
    noun: '份',
    words: ({ county, document, feedback }) =>
      [county, data.documents[document]?.file, data.documents[document]?.title, feedback].join('\n'),
    filters: [
      {
        name: 'county',
        label: '县市',
        options: data.counties.map(({ name }) => [name, name]),
        matches: ({ county }, chosen) => namesOf(chosen).includes(county ?? ''),
      },
      {
        name: 'period',
        label: '期间',
        options: periods.map((period) => [period, periodWords(period)]),
        matches: ({ period }, chosen) => period === chosen,
      },
      { name: 'verdict', label: '评价', options: Object.entries(verdictWords), matches: ({ verdict }, chosen) => verdict === chosen },
    ],
    columns: [
      { title: '县市', tight: true, cell: ({ county }) => h('strong', {}, county ?? '—') },
      { title: '期间', tight: true, cell: ({ period }) => periodWords(period) },
      {
        title: '评价',
        cell: ({ verdict, reviewSuggested, counts }) => [
          verdictChip(verdict),
          reviewSuggested ? h('small', {}, '建议人工复看') : null,
          counts ? null : h('small', {}, '另有一份为准，这份不计'),
        ],
      },
      ...criterionNames.map((name) => ({
        title: criterionWords[name],
        cell: ({ criteria }: Assessment) => levelChip(criteria[name].level),
      })),
      { title: '雷同', number: true, cell: ({ copying }) => (copying === null ? '无法评定' : percentWords(copying.share)) },
      { title: '文件', cell: ({ document }) => documentLink(document) },
    ],
    behind: assessmentDetail,
  }),
]

const namesOf = (county: string): readonly string[] => data.counties.find(({ name }) => name === county)?.names ?? []

/** The four criteria with their sentences; also shown beside the document. */
export const assessmentDetail = (assessment: Assessment): Child => {
  const { criteria, document, narrativeShare, chains, unprompted, usefulness, locality, terms } = assessment
  const besides = beyondGaps(assessment)
  return [
    besides === '' ? null : h('p', { class: 'feedback' }, h('span', { class: 'label' }, '反馈意见'), besides),
    copyingNote(assessment),
    h(
      'div',
      { class: 'criteria' },
      criterionNames.map((name) =>
        h(
          'section',
          {},
          h('h3', {}, criterionWords[name], ' ', levelChip(criteria[name].level)),
          criteria[name].missing === '' ? null : h('p', { class: 'missing-words' }, criteria[name].missing),
          criteria[name].evidence.map((evidence) => evidenceBlock(document, evidence)),
          setAside(criteria[name]).length === 0
            ? null
            : h(
                'details',
                {},
                h('summary', {}, `看过但没有计入的 ${setAside(criteria[name]).length} 处`),
                setAside(criteria[name]).map(({ evidence, reason }) => [
                  h('p', { class: 'source' }, rejectionWords[reason]),
                  evidenceBlock(document, evidence),
                ]),
              ),
        ),
      ),
    ),
    chains.length === 0
      ? null
      : h(
          'p',
          { class: 'source' },
          `写出的具体问题 ${chains.length} 个，其中有原因的 ${chains.filter(({ causes }) => causes.length > 0).length} 个，有对应措施的 ${
            chains.filter(({ measures }) => measures.length > 0).length
          } 个；没有对应问题的措施 ${unprompted.length} 条。`,
        ),
    h(
      'p',
      { class: 'source' },
      `措施 ${usefulness.measures} 条，写明责任单位 ${usefulness.owner} 条、时限 ${usefulness.deadline} 条、数量 ${usefulness.quantity} 条；点到本地地点 ${locality.places.length} 处。`,
    ),
    h('p', { class: 'source' }, `叙述工作情况的文字占正文 ${percentWords(narrativeShare)}。`),
    terms.length === 0 ? null : h('p', { class: 'source' }, `与同期其他报告相比的特征词：${terms.join('、')}。`),
    copyingSummary(assessment),
  ]
}

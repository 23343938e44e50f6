/** 核对 and 成果: what does not add up, and what was achieved. */
import { achievementWords, awardLevelWords, checkKindWords, periodWords, severityWords } from '../../../wording.ts'
import type { PageData } from '../../payload.ts'
import { data } from '../data.ts'
import { type Child, h } from '../dom.ts'
import { evidenceBlock, evidenceBlocks } from '../evidence.ts'
import { filteredList } from '../filtered-list.ts'
import { chip, countyFilter, documentLink } from '../parts.ts'
import type { Route } from '../route.ts'

type Finding = PageData['checks'][number]
type Achievement = PageData['achievements'][number]

export const checks = (route: Route): Child => [
  h('h1', {}, '核对'),
  h('p', { class: 'legend' }, '报告中的数字与其自身的其他数字、与同县其他材料对不上之处（已计入四舍五入）。点开可看所依据的每一处原文。'),
  filteredList<Finding>(route, {
    path: 'checks',
    searchFor: '说明、类型、文件名…',
    items: data.checks,
    noun: '处',
    words: ({ message, document, kind }) => [message, checkKindWords(kind), data.documents[document]?.file].join('\n'),
    filters: [
      countyFilter(({ document }) => data.documents[document]?.county),
      { name: 'severity', label: '程度', options: Object.entries(severityWords), matches: ({ severity }, chosen) => severity === chosen },
      {
        name: 'kind',
        label: '类型',
        options: [...new Set(data.checks.map(({ kind }) => kind))].map((kind) => [kind, checkKindWords(kind)]),
        matches: ({ kind }, chosen) => kind === chosen,
      },
    ],
    columns: [
      { title: '程度', tight: true, cell: ({ severity }) => chip(severity === 'error' ? 'bad' : 'doubt', severityWords[severity]) },
      { title: '县市', tight: true, cell: ({ document }) => data.documents[document]?.county ?? '—' },
      { title: '期间', tight: true, cell: ({ document }) => periodWords(data.documents[document]?.period ?? null) },
      { title: '类型', cell: ({ kind }) => checkKindWords(kind) },
      { title: '说明', cell: ({ message }) => h('strong', {}, message) },
      { title: '文中写作', number: true, cell: ({ claimed, words }) => words?.claimed ?? claimed },
      { title: '核算结果', number: true, cell: ({ recomputed, words }) => words?.recomputed ?? recomputed },
      { title: '文件', cell: ({ document, evidence }) => documentLink(document, evidence[0]) },
    ],
    behind: ({ document, evidence }) => evidenceBlocks(evidence.map((each) => ({ ...each, document: each.document ?? document }))),
  }),
]

export const achievements = (route: Route): Child => [
  h('h1', {}, '质量成果'),
  filteredList<Achievement>(route, {
    path: 'achievements',
    searchFor: '成果、获得者、文件名…',
    items: data.achievements,
    noun: '条',
    words: ({ title, holder, county, document }) => [title, holder, county, data.documents[document]?.file].join('\n'),
    filters: [
      countyFilter(({ county }) => county),
      { name: 'level', label: '级别', options: Object.entries(awardLevelWords), matches: ({ level }, chosen) => level === chosen },
      { name: 'status', label: '状态', options: Object.entries(achievementWords), matches: ({ status }, chosen) => status === chosen },
    ],
    columns: [
      { title: '县市', tight: true, cell: ({ county }) => county ?? '—' },
      { title: '成果', cell: ({ title }) => h('strong', {}, title) },
      { title: '获得者', cell: ({ holder }) => holder },
      { title: '级别', tight: true, cell: ({ level }) => awardLevelWords[level] },
      {
        title: '状态',
        cell: ({ status }) => chip(status === 'obtained' ? 'good' : status === 'revoked' ? 'bad' : 'plain', achievementWords[status]),
      },
      { title: '年份', number: true, cell: ({ year }) => year ?? '—' },
      { title: '报送期间', tight: true, cell: ({ period }) => periodWords(period) },
      { title: '文件', cell: ({ document, evidence }) => documentLink(document, evidence) },
    ],
    behind: ({ document, evidence, notes }) => [
      evidenceBlock(document, evidence),
      notes.map((note) => h('p', { class: 'source' }, `备注：${note}`)),
    ],
  }),
]

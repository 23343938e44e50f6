/** 文件: every file that was found and what became of it. */
import { documentKindWords, hasText, kindWords, periodWords, statusWords } from '../../../wording.ts'
import type { PageDocument } from '../../payload.ts'
import { data } from '../data.ts'
import { type Child, h } from '../dom.ts'
import { filteredList } from '../filtered-list.ts'
import { documentAddress, documentName, resendLink, statusChip } from '../parts.ts'
import type { Route } from '../route.ts'

/** How many were sent in, and how many are only there to be compared against. */
function tally(): string {
  const sent = data.documents.filter(({ submitted }) => submitted).length
  const others = data.documents.length - sent
  return `报送的文件 ${sent} 个（压缩包和包内文件分别列出）。${others === 0 ? '' : `另有 ${others} 个上级文件、往期材料，只用来比对雷同。`}`
}

const total = ({ numbers }: PageDocument): number => numbers.extracted + numbers.structural + numbers.unexplained

export const files = (route: Route): Child => [
  h('h1', {}, '文件'),
  h('p', { class: 'legend' }, tally()),
  filteredList<PageDocument>(route, {
    path: 'files',
    searchFor: '文件名、标题、说明…',
    items: data.documents,
    noun: '个',
    words: ({ file, title, code, message, notices }) => [file, title, code, message, ...notices.map((notice) => notice.message)].join('\n'),
    filters: [
      {
        name: 'county',
        label: '县市',
        options: data.counties.map(({ name }) => [name, name]),
        matches: ({ county }, chosen) => data.counties.find(({ name }) => name === chosen)?.names.includes(county ?? '') ?? false,
      },
      { name: 'status', label: '处理结果', options: Object.entries(statusWords), matches: ({ status }, chosen) => status === chosen },
      { name: 'kind', label: '类别', options: Object.entries(kindWords), matches: ({ kind }, chosen) => kind === chosen },
    ],
    columns: [
      { title: '处理结果', tight: true, cell: ({ status }) => statusChip(status) },
      {
        title: '文件',
        cell: (document) => [
          h('a', { href: documentAddress(document) }, documentName(document)),
          h('small', { class: 'path' }, document.file),
        ],
      },
      { title: '县市', tight: true, cell: ({ county }) => county ?? '—' },
      { title: '期间', tight: true, cell: ({ period }) => (period === null ? '—' : periodWords(period)) },
      { title: '类别', tight: true, cell: documentKindWords },
      { title: '页数', number: true, cell: ({ pages }) => pages ?? '—' },
      { title: '数字', number: true, cell: (document) => (hasText(document) ? total(document) : '—') },
      { title: '未解释', number: true, cell: (document) => (hasText(document) ? document.numbers.unexplained : '—') },
      {
        title: '说明',
        cell: ({ message, duplicateOf, notices, ...document }) => [
          message === undefined ? null : h('p', {}, message),
          resendLink(document),
          duplicateOf === undefined ? null : h('p', { class: 'source' }, `同：${duplicateOf}`),
          notices.map((notice) => h('p', { class: 'source' }, `提示：${notice.message}`)),
        ],
      },
    ],
  }),
]

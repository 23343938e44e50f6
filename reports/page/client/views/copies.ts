/** 雷同: passages that stand in another document too, both side by side, the words that differ marked, each opening to its document. */
import type { Span } from '../../../../extractors/document.ts'
import type { SourceClass } from '../../../../rules/copying/copy.ts'
import { oneLine } from '../../../excerpt.ts'
import { copyWords, differenceWords, leftOutWords, orderWords, periodWords, sourceClassWords } from '../../../wording.ts'
import type { PageData } from '../../payload.ts'
import { data, textOf } from '../data.ts'
import { type Child, h } from '../dom.ts'
import { filteredList } from '../filtered-list.ts'
import { chip, documentLink, emptyNote, percentWords } from '../parts.ts'
import type { Route } from '../route.ts'

type Copy = PageData['copies'][number]
type Assessment = PageData['assessments'][number]

export const copies = (route: Route): Child => [
  h('h1', {}, '雷同'),
  h(
    'p',
    { class: 'legend' },
    '数字、时间、地名和单位名称遮蔽后比对，因此只换数字、地名的也能发现。20 字以上列出，30 字以上计入占比；注明出处的引用、文件和标准名称、标题、通用套话和上级模板不计入。长的列在前面。来源在先的写“抄自”，日期相同或先后不明的只写“与…相同”。',
  ),
  ...comparedNotes(),
  data.copies.length === 0
    ? emptyNote('在已比对的文件之间没有发现 20 字以上的相同段落。')
    : filteredList<Copy>(route, {
        path: 'copies',
        searchFor: '原文、文件名…',
        items: [...data.copies].sort((a, b) => b.length - a.length),
        noun: '段',
        words: ({ document, source, start, end }) =>
          [data.documents[document]?.file, data.documents[source]?.file, textOf(document)?.text.slice(start, end)].join('\n'),
        filters: [
          {
            name: 'county',
            label: '县市',
            options: data.counties.map(({ name }) => [name, name]),
            matches: ({ document }, chosen) =>
              data.counties.find(({ name }) => name === chosen)?.names.includes(data.documents[document]?.county ?? '') ?? false,
          },
          {
            name: 'class',
            label: '相同于',
            options: Object.entries(sourceClassWords),
            matches: ({ sourceClass }, chosen) => sourceClass === chosen,
          },
        ],
        columns: [
          { title: '县市', tight: true, cell: ({ document }) => h('strong', {}, data.documents[document]?.county ?? '—') },
          { title: '期间', tight: true, cell: ({ document }) => periodWords(data.documents[document]?.period ?? null) },
          { title: '相同于', tight: true, cell: ({ sourceClass }) => sourceClassWords[sourceClass] },
          { title: '先后', tight: true, cell: ({ order }) => orderWords[order] },
          { title: '字数', number: true, cell: ({ length }) => length },
          { title: '一致程度', number: true, cell: ({ similarity }) => percentWords(similarity) },
          {
            title: '开头',
            cell: ({ document, start, end }) => oneLine(textOf(document)?.text.slice(start, Math.min(end, start + 40)) ?? ''),
          },
          { title: '来源文件', cell: ({ source }) => documentLink(source) },
        ],
        behind: copyDetail,
      }),
]

const CLASSES: readonly SourceClass[] = ['superior', 'peer', 'own-past']

/** Of a class that nothing was given of, nothing can be said; that is not the same as nothing found. */
function comparedNotes(): Child[] {
  const compared = new Set(data.assessments.flatMap(({ copying }) => copying?.compared ?? []))
  return CLASSES.filter((each) => !compared.has(each)).map((each) =>
    h('p', { class: 'note', role: 'note' }, `与${sourceClassWords[each]}的雷同情况：无法评定（本次没有可供比对的文件）。`),
  )
}

/** Both sides of a passage. */
export const copyDetail = ({ document, source, start, end, sourceStart, sourceEnd, changed, order }: Copy): Child => [
  h(
    'div',
    { class: 'sides' },
    side(document, { start, end }, changed, '本文'),
    side(
      source,
      { start: sourceStart, end: sourceEnd },
      changed.map((each) => ({ start: each.sourceStart, end: each.sourceEnd })),
      '另一文件',
    ),
  ),
  h(
    'p',
    { class: 'source' },
    copyWords(order),
    changed.length === 0 ? '；逐字相同' : `；除${differenceWords(changed.map(({ kind }) => kind))}外相同，不同处已标出`,
  ),
]

function side(document: number, place: Span, changed: readonly Span[], label: string): HTMLElement {
  const text = textOf(document)?.text ?? ''
  const pieces: Child[] = []
  let at = place.start
  for (const { start, end } of changed) {
    pieces.push(text.slice(at, start), start < end ? h('mark', { class: 'is-changed' }, text.slice(start, end)) : null)
    at = end
  }
  pieces.push(text.slice(at, place.end))
  return h(
    'div',
    { class: 'evidence' },
    h('p', { class: 'label' }, label),
    h('blockquote', {}, pieces),
    h('p', { class: 'source' }, documentLink(document), ' ', documentLink(document, place, '在原文中查看')),
  )
}

/** What an assessment says of copying: the share by source, what could not be compared, what was left out. */
export function copyingSummary({ copying, document }: Assessment): Child {
  if (copying === null) return h('p', { class: 'source' }, '雷同：无法评定（没有可供比对的文件）。')
  const own = data.copies.filter((copy) => copy.document === document)
  const missing = CLASSES.filter((each) => !copying.compared.includes(each))
  return [
    h('p', { class: 'source' }, `雷同 ${percentWords(copying.share)}（按可比对的正文 ${copying.characters} 字计）`),
    copying.sources.map(({ document: source, share, sourceClass, order }) =>
      h(
        'p',
        { class: 'source' },
        chip('plain', sourceClassWords[sourceClass]),
        ` ${orderWords[order]} `,
        documentLink(source),
        `：${percentWords(share)}`,
      ),
    ),
    missing.map((each) => h('p', { class: 'source' }, `与${sourceClassWords[each]}的雷同情况：无法评定（本次没有可供比对的文件）。`)),
    leftOutSummary(copying.leftOut, document),
    own.map(copyDetail),
  ]
}

function leftOutSummary(leftOut: NonNullable<Assessment['copying']>['leftOut'], document: number): Child {
  const shown = leftOut.filter(({ reason }) => reason !== 'title')
  if (shown.length === 0) return null
  const text = textOf(document)?.text ?? ''
  return h(
    'details',
    { class: 'source' },
    h('summary', {}, `未计入的文字 ${shown.length} 处`),
    shown.map(({ start, end, reason }) =>
      h('p', {}, `${leftOutWords[reason]}：`, documentLink(document, { start, end }, oneLine(text.slice(start, end)))),
    ),
  )
}

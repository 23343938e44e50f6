/** One document: its text with everything that was read in it, and beside it what was found, judged and left unexplained. */
import type { Span } from '../../../../extractors/document.ts'
import { sentenceAround } from '../../../excerpt.ts'
import {
  achievementWords,
  checkKindWords,
  documentKindWords,
  hasText,
  periodWords,
  roleWords,
  structuralWords,
  valueWords,
} from '../../../wording.ts'
import type { PageDocument, PageText, PageValue } from '../../payload.ts'
import { data, documentIndex, textOf, valuesOf } from '../data.ts'
import { documentBody } from '../document-text.ts'
import { type Child, h } from '../dom.ts'
import type { Mark } from '../marked-text.ts'
import { attainmentMark, documentAddress, documentName, emptyNote, resendLink, roleChip, statusChip, verdictChip } from '../parts.ts'
import { link, type Route } from '../route.ts'
import { assessmentDetail } from './analysis.ts'

export function documentView({ path, query }: Route): Child {
  const index = documentIndex.get(path[1] ?? '')
  const record = index === undefined ? undefined : data.documents[index]
  if (index === undefined || record === undefined)
    return [h('h1', {}, '没有这个文件'), emptyNote('链接所指的文件不在本次结果中。', h('a', { href: link('files') }, '查看全部文件'))]
  const text = textOf(index)
  const values = valuesOf(index)
  const at = text === null ? null : placeFrom(query.get('at'), text)
  if (at !== null) requestAnimationFrame(() => document.querySelector('.is-quote')?.scrollIntoView({ block: 'center' }))
  return [
    h('p', { class: 'crumbs' }, h('a', { href: link('files') }, '文件'), ' / ', record.file),
    h('h1', {}, documentName(record)),
    facts(record),
    message(record),
    text === null ? null : colourKey(at !== null),
    h(
      'div',
      { class: 'reader' },
      text === null ? emptyNote('没有可显示的文字。') : documentBody(text, marksOf(values, text, at)),
      side(index, record, values, text),
    ),
  ]
}

const colourKey = (quoted: boolean): Child =>
  h(
    'p',
    { class: 'key source' },
    h('span', {}, '已提取的数值'),
    h('span', { class: 'is-structural' }, '日期、文号等结构性数字'),
    h('span', { class: 'is-unexplained' }, '未能解释的数字'),
    quoted ? h('span', { class: 'is-quote' }, '所查之处') : null,
  )

const facts = (document: PageDocument): Child => {
  const { status, county, period, pages, characters, numbers, receivedAt } = document
  return h(
    'p',
    { class: 'record' },
    statusChip(status),
    [
      county ?? '县市不明',
      periodWords(period),
      documentKindWords(document),
      pages === null ? '' : `${pages} 页`,
      hasText(document) ? `${characters} 字` : '',
      receivedAt === null ? '' : `收到日期 ${receivedAt}`,
    ]
      .filter((words) => words !== '')
      .map((words) => h('span', {}, words)),
    hasText(document)
      ? h('span', {}, `数字：已提取 ${numbers.extracted}，结构性 ${numbers.structural}，未解释 ${numbers.unexplained}`)
      : null,
  )
}

const message = (record: PageDocument): Child => {
  const { message: words, duplicateOf, notices, notJudged, submitted } = record
  return words === undefined && duplicateOf === undefined && notices.length === 0 && (notJudged === null || !submitted)
    ? null
    : h(
        'div',
        { class: 'note', role: 'note' },
        words === undefined ? null : h('p', {}, words),
        resendLink(record),
        duplicateOf === undefined ? null : h('p', {}, `与此文件重复：${duplicateOf}`),
        notJudged === null || !submitted ? null : h('p', {}, notJudged),
        notices.map((notice) => h('p', {}, `提示：${notice.message}`)),
      )
}

function placeFrom(given: string | null, { text }: PageText): Span | null {
  const [start = Number.NaN, end = Number.NaN] = (given ?? '').split('-').map(Number)
  return start >= 0 && end > start && end <= text.length ? { start, end } : null
}

function marksOf(values: readonly PageValue[], text: PageText, at: Span | null): readonly Mark[] {
  const marks: Mark[] = [
    ...values.map((value) => ({
      start: value.evidence.start,
      end: value.evidence.end,
      kind: 'value' as const,
      title: `${value.name}：${roleWords[value.role]} ${valueWords(value)}`,
    })),
    ...text.structural.map(({ start, end, class: name }) => ({
      start,
      end,
      kind: 'structural' as const,
      title: `不是指标值：${structuralWords(name)}`,
    })),
    ...text.unexplained.map(({ start, end }) => ({ start, end, kind: 'unexplained' as const, title: '这个数字未能解释' })),
  ]
  if (at !== null) marks.push({ ...sentenceAround(text, at), kind: 'sentence' }, { ...at, kind: 'quote' })
  return marks.sort((a, b) => a.start - b.start)
}

function side(index: number, record: PageDocument, values: readonly PageValue[], text: PageText | null): HTMLElement {
  const assessment = data.assessments.find(({ document }) => document === index)
  const checks = data.checks.flatMap((check) => {
    const here = check.evidence.find(({ document }) => (document ?? check.document) === index)
    return here === undefined ? [] : [{ ...check, here }]
  })
  const achievements = data.achievements.filter(({ document }) => document === index)
  const unexplained = text?.unexplained ?? []
  return h(
    'aside',
    { class: 'side', 'aria-label': '读出的内容' },
    assessment === undefined ? null : part('分析评价', verdictChip(assessment.verdict), false, assessmentDetail(assessment)),
    checks.length === 0
      ? null
      : part(
          '核对',
          checks.length,
          true,
          list(checks.map((check) => [h('strong', {}, checkKindWords(check.kind)), entry(record, check.here, check.message)])),
        ),
    part(
      '数值',
      values.length,
      true,
      values.length === 0
        ? emptyNote('没有读出数值。')
        : list(
            values.map((value) => [
              roleChip(value.role),
              entry(record, value.evidence, value.name),
              h('strong', {}, valueWords(value)),
              attainmentMark(value.met),
            ]),
          ),
    ),
    achievements.length === 0
      ? null
      : part(
          '成果',
          achievements.length,
          true,
          list(
            achievements.map((each) => [
              entry(record, each.evidence, each.title),
              h('span', {}, `${each.holder}，${achievementWords[each.status]}`),
            ]),
          ),
        ),
    unexplained.length === 0
      ? null
      : part(
          '未解释的数字',
          unexplained.length,
          false,
          list(unexplained.map((span) => entry(record, span, text?.text.slice(span.start, span.end) ?? ''))),
        ),
  )
}

const part = (title: string, count: Child, open: boolean, ...content: Child[]): Child =>
  h('details', { class: 'section', open }, h('summary', {}, title, ' ', h('span', { class: 'tally' }, count)), content)

const list = (items: readonly Child[]): Child =>
  h(
    'ul',
    { class: 'found' },
    items.map((item) => h('li', {}, item)),
  )

const entry = (record: PageDocument, at: Span | undefined, words: string): Child => h('a', { href: documentAddress(record, at) }, words)

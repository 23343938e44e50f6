/** 总览: who sent what, how it was judged, what is missing and which files ask for something to be done. */
import { submissionWords } from '../../../coverage.ts'
import { decisionWords, kindWords, periodWords, verdictWords } from '../../../wording.ts'
import type { PageCounty, PageSubmission } from '../../payload.ts'
import { counties, data } from '../data.ts'
import { type Child, h } from '../dom.ts'
import { chip, documentAddress, documentLink, emptyNote, resendLink, statusChip, verdictTone } from '../parts.ts'
import { link } from '../route.ts'
import { standing } from './standing.ts'

export const overview = (): Child => [h('h1', {}, '总览'), standing(), figures(), countyTable(), toDo(), notices()]

function figures(): Child {
  const submitted = data.documents.filter(({ submitted }) => submitted)
  const withStatus = (status: string): number => submitted.filter((document) => document.status === status).length
  const verdicts = (verdict: string): number => data.assessments.filter((assessment) => assessment.verdict === verdict).length
  const missing = counties
    .flatMap(({ submissions }) => submissions)
    .filter(({ state }) => state === 'missing' || state === 'rejected').length
  const card = (label: string, figure: number, detail: string, address?: string): Child =>
    h(
      address === undefined ? 'div' : 'a',
      { class: 'card', href: address },
      h('span', { class: 'label' }, label),
      h('strong', {}, figure),
      h('span', { class: 'detail' }, detail),
    )
  return h(
    'div',
    { class: 'cards' },
    card(
      '收到文件',
      submitted.length,
      `读取 ${withStatus('ok')}，部分 ${withStatus('partial')}，未能读取 ${withStatus('rejected')}，重复 ${withStatus('duplicate')}`,
      link('files'),
    ),
    card('缺报', missing, '应报而未收到或无法读取（份）'),
    card('指标值', data.values.length, `指标库内 ${data.values.filter(({ indicator }) => indicator !== null).length}`, link('values')),
    card(
      '分析评价',
      data.assessments.length,
      `合格 ${verdicts('pass')}，待复核 ${verdicts('review')}，薄弱 ${verdicts('weak')}`,
      link('analysis'),
    ),
    card('核对发现', data.checks.length, `错误 ${data.checks.filter(({ severity }) => severity === 'error').length}`, link('checks')),
    card('质量成果', data.achievements.length, '称号、奖项、认定（条）', link('achievements')),
  )
}

function countyTable(): Child {
  const expected = counties[0]?.submissions ?? []
  return h(
    'section',
    {},
    h('h2', {}, '各县（市）报送与评价'),
    h(
      'div',
      { class: 'scroll' },
      h(
        'table',
        { class: 'grid', id: 'counties' },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col' }, '县市'),
            expected.map(({ period, kind }) => h('th', { scope: 'col' }, periodWords(period), h('small', {}, kindWords[kind]))),
            ['指标值', '成果', '核对'].map((title) => h('th', { scope: 'col', class: 'number' }, title)),
          ),
        ),
        h('tbody', {}, counties.map(countyRow)),
      ),
    ),
    h('p', { class: 'legend' }, '点击格内文字打开报告。“逾期”按收文登记日期判断，没有登记日期的不判断；复核录入过的，以复核决定为准。'),
  )
}

const countyRow = ({ name, submissions, counts }: PageCounty): Child =>
  h(
    'tr',
    {},
    h('th', { scope: 'row' }, name),
    submissions.map((submission) => h('td', {}, submissionCell(submission))),
    h('td', { class: 'number' }, h('a', { href: link('values', { county: name }) }, counts.values)),
    h('td', { class: 'number' }, h('a', { href: link('achievements', { county: name }) }, counts.achievements)),
    h('td', { class: 'number' }, h('a', { href: link('checks', { county: name }) }, counts.errors + counts.warnings)),
  )

function submissionCell({ state, verdict, documents, late, decisions }: PageSubmission): Child {
  const decided = decisions === undefined ? null : h('small', {}, decisionWords(decisions))
  if (state === 'missing') return [h('span', { class: 'missing' }, submissionWords.missing), decided]
  const record = data.documents[documents[0] ?? -1]
  const words = verdict === null ? submissionWords[state] : verdictWords[verdict]
  const tone = state === 'rejected' ? 'bad' : verdict !== null ? verdictTone[verdict] : state === 'partial' ? 'doubt' : 'good'
  return [
    record === undefined
      ? chip(tone, words)
      : h('a', { class: 'plain', href: documentAddress(record), title: record.file }, chip(tone, words)),
    verdict !== null && state === 'partial' ? h('small', {}, '部分未读出') : null,
    late ? h('small', { class: 'late' }, '逾期') : null,
    documents.length > 1 ? h('small', {}, `共 ${documents.length} 份`) : null,
    decided,
  ]
}

function toDo(): Child {
  const unread = data.documents.flatMap((document, index) =>
    document.status === 'rejected' || document.status === 'partial' ? [{ document, index }] : [],
  )
  const missing = counties.flatMap(({ name, submissions, unplaced }) => {
    const lacking = submissions.filter(({ state }) => state === 'missing')
    return lacking.length === 0 ? [] : [{ name, lacking, unplaced }]
  })
  return h(
    'div',
    { class: 'columns' },
    h(
      'section',
      {},
      h('h2', {}, '需要补交或更换的文件'),
      unread.length === 0
        ? emptyNote('没有。收到的文件都已完整读取。')
        : h(
            'ul',
            { class: 'list' },
            unread.map(({ document, index }) =>
              h(
                'li',
                {},
                statusChip(document.status),
                ' ',
                documentLink(index),
                h('p', {}, document.message ?? ''),
                resendLink(document),
                h('p', { class: 'source' }, document.file),
              ),
            ),
          ),
    ),
    h(
      'section',
      {},
      h('h2', {}, '尚未收到'),
      missing.length === 0
        ? emptyNote('没有。应报材料均已收到。')
        : h(
            'ul',
            { class: 'list' },
            missing.map(({ name, lacking, unplaced }) =>
              h(
                'li',
                {},
                h('strong', {}, name),
                h('p', {}, lacking.map(({ period, kind }) => `${periodWords(period)}${kindWords[kind]}`).join('、')),
                unplaced.length === 0
                  ? null
                  : h(
                      'p',
                      { class: 'source' },
                      '另有文种或期间认不出的材料，可能就在其中：',
                      unplaced.map((index) => [documentLink(index), ' ']),
                    ),
              ),
            ),
          ),
    ),
  )
}

function notices(): Child {
  const noted = data.documents.flatMap((document, index) => document.notices.map((notice) => ({ index, notice })))
  if (noted.length === 0) return null
  return h(
    'details',
    { class: 'section' },
    h('summary', {}, `读取提示（${noted.length}）`),
    h(
      'ul',
      { class: 'list' },
      noted.map(({ index, notice }) => h('li', {}, documentLink(index), h('p', {}, notice.message))),
    ),
  )
}

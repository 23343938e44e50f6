/** 自查: one report as its writer looks at it before sending: how it would be judged, what to mend first, and what was not looked at. */
import { checkKindWords, kindWords, periodWords, severityWords, writerAdvice } from '../../../wording.ts'
import { data } from '../data.ts'
import { type Child, h } from '../dom.ts'
import { evidenceBlock } from '../evidence.ts'
import { chip, documentAddress, emptyNote, verdictChip } from '../parts.ts'
import { copyingNote, criteriaDetails } from './board.ts'
import { revisionPart } from './revision.ts'

export function selfCheck(): Child {
  const document = data.documents.find(({ submitted }) => submitted)
  const assessment = data.assessments[0]
  if (document === undefined) return [h('h1', {}, '报送前自查'), emptyNote('没有可以检查的文件。')]
  return [
    h('h1', {}, '报送前自查'),
    h(
      'p',
      { class: 'record' },
      h('a', { href: documentAddress(document) }, document.title || document.file),
      h('span', {}, kindWords[document.kind]),
      h('span', {}, document.county ?? '县市不明'),
      h('span', {}, periodWords(document.period)),
    ),
    assessment === undefined
      ? emptyNote(`${document.notJudged ?? '这份文件不是质量分析报告，不作评判'}；下面是数据核对的结果。`)
      : h(
          'section',
          {},
          h('h2', {}, '分析质量 ', verdictChip(assessment.verdict)),
          h('p', { class: 'note' }, writerAdvice[assessment.verdict]),
          copyingNote(assessment),
          criteriaDetails(assessment, (missing) => missing !== ''),
          revisionPart(assessment),
        ),
    h(
      'section',
      {},
      h('h2', {}, data.checks.length === 0 ? '数据核对' : `数据核对：${data.checks.length} 处请对照台账看一看`),
      data.checks.length === 0 ? emptyNote('没有发现前后不符的数据。') : null,
      data.checks.map(({ kind, severity, message, document: at, evidence }) =>
        h(
          'div',
          { class: 'reading' },
          h('p', {}, chip(severity === 'error' ? 'bad' : 'doubt', severityWords[severity]), ` ${checkKindWords(kind)}：${message}`),
          evidence.slice(0, 1).map((each) => evidenceBlock(each.document ?? at, each)),
        ),
      ),
    ),
    h(
      'section',
      {},
      h('h2', {}, '没有检查的内容'),
      h('p', { class: 'legend' }, '没有检查，不等于没有问题。'),
      h(
        'ul',
        { class: 'list' },
        (data.selfCheck?.unseen ?? []).map((words) => h('li', {}, words)),
      ),
    ),
  ]
}

/** The verdict board: counties down, periods across, a chip for each report; a chip opens to its criteria, and each of these to its sentences. */
import { setAside } from '../../../set-aside.ts'
import { byCopyingWords } from '../../../verdict-words.ts'
import { criterionNames, criterionWords, periodWords, rejectionWords, verdictWords } from '../../../wording.ts'
import type { PageAssessment } from '../../payload.ts'
import { data, shownCounty } from '../data.ts'
import { type Child, h, replace } from '../dom.ts'
import { evidenceBlock } from '../evidence.ts'
import { documentLink, levelChip, verdictChip } from '../parts.ts'
import { revisionPart } from './revision.ts'

export function board(): Child {
  const periods = [
    ...new Set([
      ...(data.counties[0]?.submissions.filter(({ kind }) => kind === 'analysis').map(({ period }) => period) ?? []),
      ...data.assessments.flatMap(({ period }) => (period === null ? [] : [period])).sort(),
    ]),
  ]
  const panel = h('div', { class: 'opened', id: 'board-panel', hidden: true, tabindex: -1 })
  return h(
    'section',
    { id: 'board' },
    h('h2', {}, '评价一览'),
    h(
      'div',
      { class: 'scroll' },
      h(
        'table',
        { class: 'grid' },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col' }, '县市'),
            periods.map((period) => h('th', { scope: 'col' }, periodWords(period))),
          ),
        ),
        h(
          'tbody',
          {},
          data.counties.map(({ name }) =>
            h(
              'tr',
              {},
              h('th', { scope: 'row' }, name),
              periods.map((period) => h('td', {}, cell(name, period, panel))),
            ),
          ),
        ),
      ),
    ),
    h('p', { class: 'legend' }, '点击评价，展开四项要求；再点击某一项，看它依据的原文句子。一期有几份报告的，只列计入的一份。'),
    panel,
  )
}

function cell(county: string, period: string, panel: HTMLElement): Child {
  const counted = data.assessments.filter((each) => each.counts && each.period === period && shownCounty(each.county ?? '') === county)
  if (counted.length === 0) {
    const sent = data.counties.find(({ name }) => name === county)?.submissions
    const isUnread = sent?.some((each) => each.kind === 'analysis' && each.period === period && each.state === 'rejected') ?? false
    return isUnread ? h('span', { class: 'outside', title: '报送的文件未能读取' }, '无法评定') : h('span', { class: 'outside' }, '—')
  }
  return counted.map((assessment) => {
    const words = `${county}${periodWords(period)} ${verdictWords[assessment.verdict]}`
    const button = h(
      'button',
      { type: 'button', class: 'verdict', 'aria-label': words, onclick: () => open(panel, county, assessment, button) },
      verdictChip(assessment.verdict),
    )
    return button
  })
}

function open(panel: HTMLElement, county: string, assessment: PageAssessment, from: HTMLElement): void {
  const close = (): void => {
    panel.hidden = true
    from.focus()
  }
  replace(
    panel,
    h('button', { type: 'button', class: 'close', onclick: close, 'aria-label': '关闭' }, '×'),
    h('h3', {}, county, ' ', periodWords(assessment.period), ' ', verdictChip(assessment.verdict)),
    h(
      'p',
      { class: 'source' },
      documentLink(assessment.document),
      assessment.letter === null ? null : [' · ', h('a', { href: encodeURI(assessment.letter) }, '反馈意见函')],
    ),
    copyingNote(assessment),
    versionNote(assessment),
    criteriaDetails(assessment),
    revisionPart(assessment),
  )
  panel.onkeydown = (event) => {
    if (event.key === 'Escape') close()
  }
  panel.hidden = false
  panel.focus({ preventScroll: true })
}

/** Where what was copied had a part in the verdict. */
export function copyingNote(assessment: PageAssessment): Child {
  const words = byCopyingWords(assessment)
  return words === '' ? null : h('p', { class: 'note' }, words)
}

/** Which of several versions this is. */
function versionNote({ document, county, period }: PageAssessment): Child {
  const others = data.assessments.filter((each) => each.document !== document && each.county === county && each.period === period)
  if (county === null || period === null || others.length === 0) return null
  return h(
    'p',
    { class: 'source' },
    `本期共有 ${others.length + 1} 份，以这一份为准；未采用：`,
    ...others.map((each) => [documentLink(each.document), ' ']),
  )
}

/** Each criterion closed, to be opened to its sentences, or open where it is asked so of what is missing. */
export const criteriaDetails = ({ criteria, document }: PageAssessment, isOpen: (missing: string) => boolean = () => false): Child =>
  criterionNames.map((name) => {
    const { level, missing, evidence } = criteria[name]
    const rejected = setAside(criteria[name])
    return h(
      'details',
      { class: 'section', open: isOpen(missing) },
      h('summary', {}, criterionWords[name], ' ', levelChip(level), ' ', h('span', { class: 'tally' }, `依据 ${evidence.length} 处`)),
      missing === '' ? null : h('p', { class: 'missing-words' }, missing),
      evidence.map((each) => evidenceBlock(document, each)),
      rejected.length === 0 ? null : h('h3', {}, `看过而不计的 ${rejected.length} 处`),
      rejected.map((each) => [h('p', { class: 'source' }, rejectionWords[each.reason]), evidenceBlock(document, each.evidence)]),
    )
  })

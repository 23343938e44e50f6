/** 指标对照: every indicator of a period across the counties, with target, trend and, in the panel, the evidence. */
import { basisWords, periodWords, valueWords } from '../../../wording.ts'
import type { PageIndicator, PageValue } from '../../payload.ts'
import { data, indicators, periods } from '../data.ts'
import { type Child, h, replace } from '../dom.ts'
import { evidenceBlock } from '../evidence.ts'
import { cellAt, type MatrixCell, trendOf } from '../matrix.ts'
import { attainmentMark, emptyNote, markOpened, roleChip } from '../parts.ts'
import { hasTrend, largePlot, spark } from '../plot.ts'
import { currentRoute, keepAddress, link, type Route } from '../route.ts'

export function matrix({ query }: Route): Child {
  const counties = data.counties.map(({ name }) => name)
  const expected = new Set(data.counties[0]?.submissions.map((submission) => submission.period))
  const stated = new Set(data.values.flatMap((value) => (value.role === 'actual' && value.indicator !== null ? [value.period] : [])))
  const reported = periods.filter((each) => stated.has(each) && (expected.has(each) || each.startsWith(String(data.year))))
  const period = query.get('period') ?? reported.findLast((each) => expected.has(each)) ?? reported.at(-1) ?? ''
  const domain = query.get('domain') ?? ''
  const domains = [...new Set(data.indicators.map((indicator) => indicator.domain))]
  const rows = data.indicators.filter(
    (indicator) =>
      (domain === '' || indicator.domain === domain) && counties.some((county) => cellAt(indicator.id, county, period).shown !== null),
  )
  const panel = h('aside', { class: 'panel', id: 'panel', hidden: true, tabindex: -1, 'aria-label': '依据' })
  const open = (indicator: string, county: string, from?: HTMLElement): void => {
    keepAddress(link('matrix', { period, domain, indicator, county }))
    fillPanel(panel, indicator, county, period, from)
  }
  const [chosen, county] = [query.get('indicator'), query.get('county')]
  if (chosen !== null && county !== null && indicators.has(chosen)) queueMicrotask(() => open(chosen, county))
  return [
    h('h1', {}, '指标对照'),
    h(
      'p',
      { class: 'legend' },
      '格内是该县（市）本期报告的实际值；“≥”等符号表示原文只给出界限。折线为本年各季度，虚线为目标。点击看原文依据。',
    ),
    h(
      'div',
      { class: 'filters' },
      choice(
        '期间',
        reported.map((each) => [each, periodWords(each)] as const),
        period,
        (each) => link('matrix', { period: each, domain }),
      ),
      choice('类别', [['', '全部'] as const, ...domains.map((each) => [each, each] as const)], domain, (each) =>
        link('matrix', { period, domain: each }),
      ),
    ),
    rows.length === 0
      ? emptyNote('这一期没有读到指标库内的实际值。')
      : h('div', { class: 'with-panel' }, h('div', { class: 'scroll tall' }, table(rows, counties, period, open)), panel),
  ]
}

const choice = (
  label: string,
  options: readonly (readonly [string, string])[],
  chosen: string,
  address: (option: string) => string,
): Child =>
  h(
    'nav',
    { class: 'choice', 'aria-label': label },
    h('span', { class: 'label' }, label),
    options.map(([option, words]) => h('a', { href: address(option), 'aria-current': option === chosen ? 'true' : null }, words)),
  )

function table(
  rows: readonly PageIndicator[],
  counties: readonly string[],
  period: string,
  open: (indicator: string, county: string, from: HTMLElement) => void,
): Child {
  let domain = ''
  return h(
    'table',
    { class: 'grid matrix', id: 'matrix' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, '指标'),
        h('th', { scope: 'col' }, '目标'),
        counties.map((county) => h('th', { scope: 'col' }, county)),
      ),
    ),
    h(
      'tbody',
      {},
      rows.map((indicator) => {
        const heads =
          indicator.domain === domain
            ? null
            : h('tr', { class: 'group' }, h('th', { colspan: counties.length + 2, scope: 'colgroup' }, indicator.domain))
        domain = indicator.domain
        return [
          heads,
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, indicator.name),
            h('td', { class: 'target', title: indicator.target?.source ?? '' }, indicator.target?.words ?? '—'),
            counties.map((county) => cellOf(indicator, county, period, cellAt(indicator.id, county, period), open)),
          ),
        ]
      }),
    ),
  )
}

function cellOf(
  indicator: PageIndicator,
  county: string,
  period: string,
  { shown, readings }: MatrixCell,
  open: (indicator: string, county: string, from: HTMLElement) => void,
): Child {
  if (shown === null) return h('td', { class: 'none' }, '—')
  const points = trendOf(indicator.id, county, period)
  const button = h(
    'button',
    {
      type: 'button',
      class: `figure ${shown.met ?? ''}`,
      onclick: () => open(indicator.id, county, button),
      'data-cell': `${indicator.id} ${county}`,
      'aria-label': `${county}${indicator.name} ${valueWords(shown)}`,
    },
    h('span', { class: 'figures' }, valueWords(shown), readings > 1 ? h('small', { class: 'late' }, `${readings} 种说法`) : null),
    attainmentMark(shown.met),
    hasTrend(points) ? spark(points, indicator.target) : null,
  )
  return h('td', {}, button)
}

function fillPanel(panel: HTMLElement, id: string, county: string, period: string, from?: HTMLElement): void {
  const indicator = indicators.get(id)
  const { shown, all } = cellAt(id, county, period)
  const points = trendOf(id, county, period)
  const close = (): void => {
    panel.hidden = true
    markOpened(null)
    keepAddress(link('matrix', { period, domain: currentRoute().query.get('domain') }))
    from?.focus()
  }
  const others = all.filter((value) => value !== shown)
  replace(
    panel,
    h('button', { type: 'button', class: 'close', onclick: close, 'aria-label': '关闭' }, '×'),
    h('h2', {}, indicator?.name ?? id),
    h('p', { class: 'source' }, `${county} · ${periodWords(period)}`),
    shown === null ? emptyNote('没有实际值。') : reading(shown, indicator),
    hasTrend(points) ? largePlot(points, indicator?.target ?? null) : null,
    others.length === 0 ? null : h('h3', {}, '其他相关数值'),
    others.map((value) => reading(value, indicator)),
  )
  panel.onkeydown = (event) => {
    if (event.key === 'Escape') close()
  }
  panel.hidden = false
  markOpened(`${id} ${county}`)
  panel.focus({ preventScroll: true })
}

const reading = (value: PageValue, indicator: PageIndicator | undefined): Child =>
  h(
    'div',
    { class: 'reading' },
    h(
      'p',
      {},
      roleChip(value.role),
      ' ',
      h('strong', {}, valueWords(value)),
      ' ',
      attainmentMark(value.met),
      value.met === null || indicator?.target == null ? null : h('span', { class: 'source' }, ` 目标 ${indicator.target.words}`),
      value.basis === null ? null : h('span', { class: 'source' }, ` ${basisWords[value.basis]}`),
    ),
    evidenceBlock(value.document, value.evidence),
    value.notes.map((note) => h('p', { class: 'source' }, `备注：${note}`)),
  )

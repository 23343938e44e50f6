/** What the scores come to, at the top of 总览: grades, the plots, what stands out, and which open items decide a grade. The paper 总览 says the same. */
import type { OverviewFacts } from '../../../papers/overview/facts.ts'
import { scoring } from '../data.ts'
import { type Child, h } from '../dom.ts'
import { chip } from '../parts.ts'
import { link } from '../route.ts'
import { rangesPlot, trendPlot } from '../score-plots.ts'

export function standing(): Child {
  const overview = scoring?.overview ?? null
  if (overview === null) return null
  return h(
    'section',
    { id: 'standing' },
    h('h2', {}, '考核得分与等级'),
    h('p', { class: 'legend' }, overview.standing),
    grades(overview),
    overview.doubt === null ? null : h('p', { class: 'legend' }, overview.doubt),
    plots(overview),
    h('div', { class: 'columns' }, standouts(overview), deciding(overview)),
  )
}

/** The plots alone, as 评分 shows them too. */
export const plots = ({ trend, ranges }: OverviewFacts): Child =>
  h(
    'div',
    { class: 'columns plots' },
    [trend, ranges].map((chart) =>
      chart.kind === 'lines'
        ? h('figure', {}, h('figcaption', {}, chart.title), trendPlot(chart))
        : h('figure', {}, h('figcaption', {}, `${chart.title}（圆点）及待核项目核定后的可能范围（横条）`), rangesPlot(chart)),
    ),
  )

const grades = ({ grades: all }: OverviewFacts): Child =>
  h(
    'div',
    { class: 'cards' },
    all.map(({ grade, counties }) =>
      h(
        'div',
        { class: 'card' },
        h('span', { class: 'label' }, grade === null ? '暂不定级' : '等级'),
        h('strong', {}, grade ?? '—'),
        h(
          'span',
          {},
          counties.map(({ name, open }, index) => [
            index === 0 ? '' : '、',
            h(
              'a',
              { href: link('scores', { county: name }), title: open ? '待核事项核定后等级可能变动' : null },
              `${name}${open ? '*' : ''}`,
            ),
          ]),
        ),
      ),
    ),
  )

const standouts = ({ standouts: all }: OverviewFacts): Child =>
  h(
    'section',
    {},
    h('h2', {}, '值得注意'),
    h(
      'ul',
      { class: 'list' },
      all.map((words) => h('li', {}, words)),
    ),
  )

const deciding = ({ deciding: rows, steady }: OverviewFacts): Child =>
  h(
    'section',
    {},
    h('h2', {}, '哪些待核事项决定等级'),
    h(
      'ul',
      { class: 'list' },
      rows.map(({ county, grades: possible, words }) =>
        h(
          'li',
          {},
          h('a', { href: link('scores', { county, state: 'open' }) }, county),
          ' ',
          chip('doubt', `可能为 ${possible.join('、')}`),
          h('p', { class: 'source' }, words),
        ),
      ),
      steady.length === 0 ? null : h('li', {}, `等级不受待核事项影响的：${steady.join('、')}`),
    ),
  )

/** The page's beginning: the frame with its tabs, and the view that the address names. */
import { data, scoring } from './data.ts'
import { type Child, h, replace } from './dom.ts'
import { currentRoute, link, type Route } from './route.ts'
import { analysis } from './views/analysis.ts'
import { copies } from './views/copies.ts'
import { documentView } from './views/document.ts'
import { facts } from './views/facts.ts'
import { files } from './views/files.ts'
import { achievements, checks } from './views/findings.ts'
import { matrix } from './views/matrix.ts'
import { overview } from './views/overview.ts'
import { practices } from './views/practices.ts'
import { scores } from './views/scores.ts'
import { selfCheck } from './views/self-check.ts'
import { values } from './views/values.ts'

interface Tab {
  readonly path: string
  readonly title: string
  readonly view: (route: Route) => Child
}

/** One report before sending has nothing to be held against. */
const first: readonly Tab[] =
  data.selfCheck === null
    ? [
        { path: '', title: '总览', view: overview },
        { path: 'matrix', title: '指标对照', view: matrix },
      ]
    : [{ path: '', title: '自查', view: selfCheck }]

const tabs: readonly Tab[] = [
  ...first,
  ...(scoring === null ? [] : [{ path: 'scores', title: '评分', view: scores }]),
  { path: 'practices', title: '创新做法', view: practices },
  { path: 'analysis', title: '分析质量', view: analysis },
  { path: 'copies', title: '雷同', view: copies },
  { path: 'checks', title: '核对', view: checks },
  { path: 'achievements', title: '成果', view: achievements },
  { path: 'facts', title: '事实', view: facts },
  { path: 'values', title: '指标值', view: values },
  { path: 'files', title: '文件', view: files },
]

const main = h('main', { id: 'main', tabindex: -1 })
const nav = h('nav', { 'aria-label': '栏目' })

function show(): void {
  const route = currentRoute()
  const path = route.path[0] ?? ''
  const tab = tabs.find((each) => each.path === path)
  replace(
    nav,
    tabs.map((each) =>
      h(
        'a',
        { href: link(each.path), 'aria-current': each === tab || (path === 'doc' && each.path === 'files') ? 'page' : null },
        each.title,
      ),
    ),
  )
  replace(main, (tab?.view ?? (path === 'doc' ? documentView : (tabs[0]?.view ?? overview)))(route))
  document.title = `${main.querySelector('h1')?.textContent ?? ''} · ${data.inputName}`
}

const app = document.getElementById('app')
if (app !== null) {
  replace(
    app,
    h(
      'a',
      {
        class: 'skip',
        href: '#main',
        onclick: (event) => {
          event.preventDefault()
          main.focus()
        },
      },
      '跳到正文',
    ),
    h('header', { class: 'top' }, h('p', { class: 'name' }, h('strong', {}, '质鉴'), h('span', {}, data.inputName)), nav),
    main,
  )
  show()
  addEventListener('hashchange', () => {
    show()
    if (currentRoute().query.get('at') === null) scrollTo(0, 0)
    main.focus({ preventScroll: true })
  })
}

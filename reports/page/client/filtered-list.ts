/**
 * A list with filters above it: the filters are kept in the address, the rows are shown a page at a time, and each row opens to what lies behind it.
 */
import { type Child, h, replace } from './dom.ts'
import { emptyNote } from './parts.ts'
import { keepAddress, link, type Route } from './route.ts'

const PAGE_SIZE = 50

export interface Filter<Item> {
  readonly name: string
  readonly label: string
  /** Value and words. */
  readonly options: readonly (readonly [string, string])[]
  readonly matches: (item: Item, chosen: string) => boolean
}

export interface ListContent<Item> {
  readonly path: string
  /** What a search looks through, as the empty box says it. */
  readonly searchFor: string
  readonly items: readonly Item[]
  readonly noun: string
  readonly filters: readonly Filter<Item>[]
  /** The words that a search looks through. */
  readonly words: (item: Item) => string
  readonly columns: readonly {
    readonly title: string
    readonly number?: boolean
    readonly tight?: boolean
    readonly cell: (item: Item) => Child
  }[]
  /** What a row opens to. */
  readonly behind?: (item: Item) => Child
}

export function filteredList<Item>(route: Route, content: ListContent<Item>): Child {
  const given = new Map(['q', 'page', ...content.filters.map(({ name }) => name)].map((name) => [name, route.query.get(name) ?? '']))
  const count = h('p', { class: 'count', role: 'status' })
  const table = h('div', { class: 'scroll' })
  const pager = h('nav', { class: 'pager', 'aria-label': '翻页' })
  const searched = content.items.map((item) => searchable(content.words(item)))

  const change = (name: string, value: string): void => {
    given.set(name, value)
    if (name !== 'page') given.set('page', '')
    keepAddress(link(content.path, Object.fromEntries(given)))
    show()
  }

  const show = (): void => {
    const wanted = searchable(given.get('q') ?? '')
      .split(/\s+/u)
      .filter(Boolean)
    const chosen = content.filters.flatMap((filter) => (given.get(filter.name) ? [{ filter, value: given.get(filter.name) ?? '' }] : []))
    const found = content.items.filter(
      (item, index) =>
        wanted.every((word) => searched[index]?.includes(word)) && chosen.every(({ filter, value }) => filter.matches(item, value)),
    )
    const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE))
    const page = Math.min(Math.max(1, Number(given.get('page')) || 1), pages)
    replace(
      count,
      found.length === content.items.length
        ? `共 ${found.length} ${content.noun}`
        : `${found.length} ${content.noun}，共 ${content.items.length}`,
    )
    replace(
      table,
      found.length === 0
        ? emptyNote('没有符合条件的内容，请放宽筛选。')
        : rows(content, found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)),
    )
    replace(pager, pages === 1 ? null : pageButtons(page, pages, (to) => change('page', String(to))))
  }

  show()
  return [
    h(
      'form',
      { class: 'filters', role: 'search', onsubmit: (event) => event.preventDefault() },
      h(
        'label',
        { class: 'search' },
        h('span', { class: 'label' }, '查找'),
        searchBox(given.get('q') ?? '', content.searchFor, (value) => change('q', value)),
      ),
      content.filters.map((filter) => select(filter, given.get(filter.name) ?? '', (value) => change(filter.name, value))),
    ),
    count,
    table,
    pager,
  ]
}

/** What is typed in full width (９７．５％) is found where it stands in half width, and the other way round. */
const searchable = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - WIDER))
    .replaceAll('\u3000', ' ')
    .toLowerCase()
const WIDER = 0xfee0

function searchBox(value: string, placeholder: string, changed: (value: string) => void): Child {
  const input = h('input', {
    type: 'search',
    id: 'q',
    value,
    placeholder,
    autocomplete: 'off',
    oninput: () => changed(input.value),
  })
  return input
}

function select<Item>({ name, label, options }: Filter<Item>, value: string, changed: (value: string) => void): Child {
  const element = h(
    'select',
    { id: `filter-${name}`, onchange: () => changed(element.value) },
    h('option', { value: '' }, '全部'),
    options.map(([option, words]) => h('option', { value: option, selected: option === value }, words)),
  )
  return h('label', {}, h('span', { class: 'label' }, label), element)
}

function rows<Item>({ columns, behind }: ListContent<Item>, items: readonly Item[]): Child {
  return h(
    'table',
    { class: 'grid rows', id: 'list' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        behind === undefined ? null : h('th', { class: 'opener' }, h('span', { class: 'unseen' }, '展开')),
        columns.map(({ title, number }) => h('th', { scope: 'col', class: number ? 'number' : null }, title)),
      ),
    ),
    h(
      'tbody',
      {},
      items.map((item) => {
        if (behind === undefined)
          return h(
            'tr',
            {},
            columns.map((column) => cell(column, item)),
          )
        const detail = h('tr', { class: 'behind', hidden: true }, h('td', { colspan: columns.length + 1 }))
        const button = h('button', { type: 'button', class: 'opener', 'aria-expanded': 'false', 'aria-label': '展开依据' }, '▸')
        const toggle = (): void => {
          detail.hidden = !detail.hidden
          button.setAttribute('aria-expanded', String(!detail.hidden))
          const place = detail.firstElementChild
          if (place !== null && place.childElementCount === 0) replace(place, behind(item))
        }
        const opens = (event: Event): void => {
          if (event.target instanceof Element && event.target.closest('a') === null && String(getSelection() ?? '') === '') toggle()
        }
        return [
          h(
            'tr',
            { class: 'row', onclick: opens },
            h('td', { class: 'opener' }, button),
            columns.map((column) => cell(column, item)),
          ),
          detail,
        ]
      }),
    ),
  )
}

/** Short words (a county, a period) are not broken. */
const cell = <Item>({ number, tight, cell: content }: ListContent<Item>['columns'][number], item: Item): Child =>
  h('td', { class: number ? 'number' : tight ? 'tight' : null }, content(item))

function pageButtons(page: number, pages: number, go: (page: number) => void): Child {
  const button = (to: number, words: string): Child =>
    h('button', { type: 'button', disabled: to < 1 || to > pages || to === page, onclick: () => go(to) }, words)
  return [
    button(1, '首页'),
    button(page - 1, '上一页'),
    h('span', {}, `第 ${page} 页，共 ${pages} 页`),
    button(page + 1, '下一页'),
    button(pages, '末页'),
  ]
}

/** 事实: every fact that the office asks for across the counties; a cell opens to the places in the text. */
import type { Answer } from '../../../../extractors/facts/fact.ts'
import { answerWords, periodWords } from '../../../wording.ts'
import type { PageFact } from '../../payload.ts'
import { data, shownCounty } from '../data.ts'
import { type Child, h, replace } from '../dom.ts'
import { evidenceBlock } from '../evidence.ts'
import { answerChip, chip, emptyNote, markOpened } from '../parts.ts'
import { currentRoute, keepAddress, link, type Route } from '../route.ts'

export function facts({ query }: Route): Child {
  const counties = data.counties.map(({ name }) => name)
  const panel = h('aside', { class: 'panel', id: 'panel', hidden: true, tabindex: -1, 'aria-label': '依据' })
  const open = (fact: string, county: string, from?: HTMLElement): void => {
    keepAddress(link('facts', { fact, county }))
    fillPanel(panel, fact, county, from)
  }
  const [chosen, county] = [query.get('fact'), query.get('county')]
  if (chosen !== null && county !== null) queueMicrotask(() => open(chosen, county))
  return [
    h('h1', {}, '事实'),
    h(
      'p',
      { class: 'legend' },
      `${data.year}年考核问到的“有没有、做没做”。“—”表示报送材料没有提到，不等于没有；“未明确”表示提到了但没有说定。点击看原文依据。`,
    ),
    data.facts.length === 0
      ? emptyNote('报送材料没有提到这些事实。')
      : h('div', { class: 'with-panel' }, h('div', { class: 'scroll tall' }, table(counties, open)), panel),
    remaining(data.facts.filter((fact) => !inMatrix(fact, counties))),
  ]
}

const inMatrix = ({ county, period }: PageFact, counties: readonly string[]): boolean =>
  county !== null && counties.includes(shownCounty(county)) && (period === null || period.startsWith(String(data.year)))

const statedAt = (fact: string, county: string): PageFact[] =>
  data.facts.filter((each) => each.fact === fact && inMatrix(each, [county]) && data.documents[each.document]?.status !== 'duplicate')

/** Yes and no in two documents leave it open; else what settles it goes before what does not. */
function summary(stated: readonly PageFact[]): { readonly answer: Answer; readonly conflict: boolean } | null {
  const answers = new Set(stated.map(({ answer }) => answer))
  if (answers.size === 0) return null
  const conflict = answers.has('yes') && answers.has('no')
  return { answer: conflict ? 'unknown' : answers.has('yes') ? 'yes' : answers.has('no') ? 'no' : 'unknown', conflict }
}

const table = (counties: readonly string[], open: (fact: string, county: string, from: HTMLElement) => void): Child =>
  h(
    'table',
    { class: 'grid matrix', id: 'facts' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, '事实'),
        counties.map((county) => h('th', { scope: 'col' }, county)),
      ),
    ),
    h(
      'tbody',
      {},
      data.factNames.map(({ id, name }) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, name),
          counties.map((county) => cell(id, name, county, open)),
        ),
      ),
    ),
  )

function cell(fact: string, name: string, county: string, open: (fact: string, county: string, from: HTMLElement) => void): Child {
  const found = summary(statedAt(fact, county))
  if (found === null) return h('td', { class: 'none' }, '—')
  const words = found.conflict ? '说法不一' : answerWords[found.answer]
  const button = h(
    'button',
    {
      type: 'button',
      class: 'figure',
      'data-cell': `${fact} ${county}`,
      onclick: () => open(fact, county, button),
      'aria-label': `${county}${name} ${words}`,
    },
    found.conflict ? chip('doubt', words) : answerChip(found.answer),
  )
  return h('td', {}, button)
}

function fillPanel(panel: HTMLElement, fact: string, county: string, from?: HTMLElement): void {
  const close = (): void => {
    panel.hidden = true
    markOpened(null)
    if (currentRoute().path[0] === 'facts') keepAddress(link('facts'))
    from?.focus()
  }
  const stated = statedAt(fact, county)
  replace(
    panel,
    h('button', { type: 'button', class: 'close', onclick: close, 'aria-label': '关闭' }, '×'),
    h('h2', {}, data.factNames.find(({ id }) => id === fact)?.name ?? fact),
    h('p', { class: 'source' }, county),
    stated.length === 0 ? emptyNote('报送材料没有提到。') : stated.map(reading),
  )
  panel.onkeydown = (event) => {
    if (event.key === 'Escape') close()
  }
  panel.hidden = false
  markOpened(`${fact} ${county}`)
  panel.focus({ preventScroll: true })
}

const reading = ({ answer, document, evidence, others, notes, period }: PageFact): Child =>
  h(
    'div',
    { class: 'reading' },
    h('p', {}, answerChip(answer), ' ', h('span', { class: 'source' }, periodWords(period))),
    evidenceBlock(document, evidence),
    others.map((other) => [h('p', {}, '同一文件又说：', answerChip(other.answer)), evidenceBlock(document, other.evidence)]),
    notes.map((note) => h('p', { class: 'source' }, `备注：${note}`)),
  )

/** Regions that no column stands for, and years that are not the scheme's. */
function remaining(left: readonly PageFact[]): Child {
  if (left.length === 0) return null
  const names = new Map(data.factNames.map(({ id, name }) => [id, name]))
  return h(
    'details',
    { class: 'section' },
    h('summary', {}, `其他地区或年度（${left.length}）`),
    left.map((fact) => [h('h3', {}, `${fact.county ?? '未写明'} · ${names.get(fact.fact) ?? fact.fact}`), reading(fact)]),
  )
}

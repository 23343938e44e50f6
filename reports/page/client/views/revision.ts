/** What became of an earlier version's shortcomings, and the figures that changed since. */
import { mendedAbout, mendWords } from '../../../wording.ts'
import type { PageAssessment } from '../../payload.ts'
import { type Child, h } from '../dom.ts'
import { evidenceBlock } from '../evidence.ts'
import { chip } from '../parts.ts'

const TONES = { mended: 'good', partly: 'doubt', unmended: 'bad' } as const

export function revisionPart({ revision, document }: PageAssessment): Child {
  if (revision === null) return null
  const { earlier, deficiencies, figures } = revision
  return h(
    'details',
    { class: 'section revision' },
    h('summary', {}, '与上一稿相比 ', h('span', { class: 'tally' }, earlier.split('/').at(-1) ?? earlier)),
    deficiencies.map(({ about, said, state, evidence }) =>
      h(
        'div',
        { class: 'reading' },
        h('p', {}, chip(TONES[state], mendWords[state]), ' ', `${mendedAbout(about)}${said}`),
        evidence.slice(0, 1).map((each) => evidenceBlock(document, each)),
      ),
    ),
    h('h3', {}, figures.length === 0 ? '数字没有变动' : `数字变动 ${figures.length} 处`),
    figures.map(({ name, before, after }) => h('p', {}, `${name}：${before?.quote ?? '（上一稿没有）'} → ${after?.quote ?? '（已删去）'}`)),
  )
}

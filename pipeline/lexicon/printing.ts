/** The list of entries and the explanation of one, for the terminal. */
import { placeWords } from '../../extractors/lexicon-places.ts'
import { table } from '../terminal.ts'
import { type EntryKind, type ExampleKind, kindNames, type LexiconEntry } from './entries.ts'

/** Entries that somebody asks for by name or adds to: not the words that only help to read. */
const LISTED: readonly EntryKind[] = ['indicator', 'generic', 'fact', 'award']

export function listing(entries: readonly LexiconEntry[]): string {
  const rows = entries
    .filter(({ kind }) => LISTED.includes(kind))
    .map(({ kind, id, name, unit, sort, field, names, examples }) => [
      kindNames[kind],
      id,
      name,
      unit,
      sort,
      field,
      String(names.length),
      String(examples.length),
    ])
  return [
    table([['类型', '标识', '名称', '单位', '种类', '领域', '别名', '例句'], ...rows], [8, 40, 44, 10, 10, 14, 4, 4]),
    '',
    '查看一项：zhijian lexicon <标识、名称或任何一个词>；运行全部例句：zhijian lexicon test；试读一句话：zhijian lexicon try "<一句话>"',
  ].join('\n')
}

const EXAMPLE_WORDS: Readonly<Record<ExampleKind, string>> = { match: '应读出', no: '应答“否”', unknown: '应答“未明确”', miss: '不应读出' }

export function explanation(entry: LexiconEntry): string {
  const { kind, id, name, names, unit, sort, field, examples, details, place } = entry
  const lines: (readonly [string, string])[] = [
    ['标识', id],
    ['名称', kind === 'cue' ? '' : name],
    [kind === 'cue' ? '词' : '别名', shortened(names)],
    ['单位', kind === 'unit' ? '' : unit],
    ['种类', sort],
    ['领域', field],
    ...details,
    ['位置', placeWords(place)],
  ]
  return [
    `■ ${kindNames[kind]}：${name}`,
    ...lines.filter(([, words]) => words !== '').map(([label, words]) => `  ${label}：${words}`),
    ...examples.map((example) => `  ${EXAMPLE_WORDS[example.kind]}：${example.text}`),
  ].join('\n')
}

const MOST_NAMES = 40

const shortened = (names: readonly string[]): string =>
  names.length <= MOST_NAMES ? names.join('、') : `${names.slice(0, MOST_NAMES).join('、')} 等 ${names.length} 个`

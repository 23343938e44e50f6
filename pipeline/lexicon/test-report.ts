/** What `zhijian lexicon test` prints. */
import { placeWords } from '../../extractors/lexicon-places.ts'
import { printable } from '../terminal.ts'
import type { LexiconTest } from './test-lexicon.ts'

const WANTED: Readonly<Record<LexiconTest['failures'][number]['kind'], string>> = {
  match: '应当读出而没有读出',
  no: '应当答“否”',
  unknown: '应当答“未明确”',
  miss: '不应读出而读出了',
}

export function lexiconTestReport({ examples, failures, silent, shared, passed }: LexiconTest): string {
  return [
    `例句 ${examples} 条，通过 ${examples - failures.length} 条，未通过 ${failures.length} 条。`,
    ...failures.map(
      ({ place, key, kind, example, read }) =>
        `  ${placeWords(place)} ${key}：${WANTED[kind]}：${printable(example)}\n      标记处读到：${read === '' ? '（没有读到）' : printable(read)}`,
    ),
    silent.length === 0 ? '每一项都至少有一个例句或样例材料能读出。' : `例句和样例材料都没有读出过的 ${silent.length} 项：`,
    ...silent.map(({ place, key }) => `  ${placeWords(place)} ${key}`),
    shared.length === 0 ? '没有两项共用的名称。' : `两项共用的名称 ${shared.length} 个，请只留在一项里：`,
    ...shared.map(({ name, places }) => `  ${name}：${places.map((place) => `${place.key}（${placeWords(place)}）`).join('、')}`),
    passed ? '词库没有问题。' : '词库有问题，见上。',
  ].join('\n')
}

/** What scoring costs: the engine alone on records in memory, and the command with its files, for the seven counties of a prefecture and for a nation's, four quarters of sixty items each. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Value } from '../../../extractors/indicators/value.ts'
import type { Lexicon } from '../../../extractors/lexicon.ts'
import { writeYaml } from '../../../extractors/yaml.ts'
import { loadKnowledge } from '../../../pipeline/knowledge.ts'
import { scoreLines } from '../../../reports/contract/write.ts'
import { score } from '../../../rules/scoring/engine.ts'
import type { Feed, FeedDocument } from '../../../rules/scoring/feed.ts'
import { parseScheme, type Scheme } from '../../../rules/scoring/scheme.ts'
import { type Bench, type Measured, repeated } from '../measure.ts'
import { zhijian } from '../program.ts'
import { packageOfCounties, resultFolder } from './nation.ts'

const ITEMS = 60
const MANY = 3000

export async function scoring({ quick, runs, folder }: Bench): Promise<Measured> {
  const { lexicon, scheme } = loadKnowledge()
  const many = quick ? MANY / 10 : MANY
  const figure = async (counties: number, goal: number, times: number) => {
    const office = officeOf(lexicon, scheme.analysis, counties)
    const feed = feedOf(office)
    return {
      name: `scoring ${counties} counties, four quarters of ${ITEMS} items`,
      unit: 'ms',
      values: await repeated(times, async () => scored(feed, office)),
      goal: { most: goal },
      command: `score(${feed.values.length} values) and its lines`,
    }
  }
  /** The command, from its files to its files. */
  const command = async (counties: number, goal: number, times: number) => {
    const office = officeOf(lexicon, scheme.analysis, counties)
    const main = packageOfCounties(folder, office.lexicon.regions.counties)
    const scores = resultFolder(folder, feedOf(office))
    const own = join(folder, `方案-${counties}.yaml`)
    writeFileSync(own, office.schemeText)
    const run = () => zhijian(['score', scores, '--scheme', own, '--no-papers'], main)
    return {
      name: `zhijian score, ${counties} counties, from its files to its files`,
      unit: 'ms',
      values: await repeated(times, async () => (await run()).ms),
      goal: { most: goal },
      command: `zhijian score 结果 --scheme 方案.yaml --no-papers`,
    }
  }
  const goal = (30_000 * many) / MANY
  return [
    await figure(7, 1000, runs + 2),
    await figure(many, goal, quick ? 2 : 1),
    await command(7, 1000, runs + 2),
    await command(many, goal, quick ? 2 : 1),
  ]
}

interface Office {
  readonly lexicon: Lexicon
  readonly scheme: Scheme
  readonly schemeText: string
}

function scored(feed: Feed, office: Office): number {
  const started = performance.now()
  let bytes = 0
  for (const line of scoreLines(score(feed, office))) bytes += line.length
  if (bytes === 0) throw new Error('nothing was scored')
  return performance.now() - started
}

function officeOf(known: Lexicon, analysis: Scheme['analysis'], count: number): Office {
  const counties = Array.from({ length: count }, (_, index) => ({ id: `county${index}`, names: [{ name: `第${index}县` }], aliases: [] }))
  const lexicon = { ...known, regions: { ...known.regions, counties } }
  const indicators = lexicon.indicators.slice(0, ITEMS)
  const items = indicators.map(({ id, name, direction }, index) => ({
    id: `item${index}`,
    name,
    part: '质量目标',
    standard: '见规则',
    points: index === 0 ? 41 : 1,
    rule: ruleOf(id, index, direction === 'lower' || direction === 'zero' ? 'above' : 'below'),
  }))
  const text = writeYaml({
    year: 2020,
    office: '办公室',
    counties: counties.map(({ id }) => id),
    submissions: [],
    targets: {},
    analysis,
    quarters: [10, 35, 40, 15].map((weight, index) => ({ quarter: `Q${index + 1}`, weight })),
    grades: { bands: [{ grade: 'A', from: 90 }, { grade: 'B', from: 80 }, { grade: 'C', from: 60 }, { grade: 'D' }] },
    items,
  })
  return { lexicon, scheme: parseScheme({ path: '方案.yaml', text }, lexicon), schemeText: text }
}

/** One item in ten is of the costlier kinds: a rank, or a level against the average. `worse`: the side on which points are taken away. */
function ruleOf(indicator: string, index: number, worse: 'above' | 'below'): unknown {
  const of = { indicator }
  const off = { [worse]: { per: 1, points: -0.1 } }
  if (index % 20 === 0) return { form: 'rank', of, step: 0.02 }
  if (index % 20 === 10) return { form: 'linear', of, against: 'average', ...off }
  return index % 2 === 0
    ? { form: 'target', of, op: worse === 'above' ? '<=' : '>=', value: 91 }
    : { form: 'linear', of, against: 91, ...off }
}

/** Each county states nine values in ten. */
function feedOf({ scheme, lexicon }: Office): Feed {
  const documents: FeedDocument[] = []
  const values: Value[] = []
  for (const [county, { names }] of lexicon.regions.counties.entries())
    for (const { quarter } of scheme.quarters) {
      const place = { file: `${county}/${quarter}.docx`, county: names[0]?.name ?? '', period: `2020-${quarter}` }
      documents.push({ id: `d${county}${quarter}`, ...place, status: 'ok', kind: 'analysis', receivedAt: null })
      for (const [index, { id: indicator, name, unit }] of lexicon.indicators.slice(0, ITEMS).entries()) {
        if ((county + index) % 10 === 0) continue
        const value = 80 + ((county * 7 + index * 13) % 200) / 10
        const evidence = { quote: `${value}${unit}`, start: index * 40, end: index * 40 + `${value}${unit}`.length, block: index }
        values.push({
          id: `${county}${quarter}${index}`,
          ...place,
          indicator,
          name,
          breakdown: null,
          role: 'actual',
          value,
          unit,
          comparator: '=',
          basis: null,
          evidence,
          subject: null,
          confidence: 0.95,
          notes: [],
        })
      }
    }
  return { documents, values, achievements: [], assessments: [], checks: [], facts: [] }
}

/** The words of the draft bulletin, what it speaks of and in which order, from corpus/papers/bulletin.yaml. Code fills the places in braces. */
import { z } from 'zod'
import type { Lexicon } from '../../../extractors/lexicon.ts'
import { unknown } from '../../../extractors/suggest.ts'
import { parseYaml, type YamlFile } from '../../../extractors/yaml.ts'
import { wordsWith } from '../wording.ts'

const PLACES =
  'year basis count total most analysis summary counties county name reach value words title holders grade terms items periods which'.split(
    ' ',
  )
const words = wordsWith(PLACES)
const plain = z.string('应为文字').min(1)
const reach = z.strictObject({ '>=': words, '<=': words, '>': words, '<': words, '=': words, fewer: words, more: words, none: words })
const kinds = z.strictObject({ analysis: plain, summary: plain, bulletin: plain, plan: plain, data: plain, evidence: plain })
const statuses = z.strictObject({ pending: words, applied: words, creating: words, planned: words })

/** Problems that a bulletin can name; requirements refer to them. */
export const problemNames = ['reports', 'figures', 'copying', 'submissions', 'targets', 'silent', 'revoked'] as const
export type ProblemName = (typeof problemNames)[number]

const Wording = z.strictObject({
  comments: z.strictObject({
    draft: words,
    number: words,
    date: words,
    order: words,
    unstable: words,
    unread: words,
    internal: words,
    more: words,
  }),
  gaps: z.strictObject({
    number: words,
    date: words,
    grades: words,
    disputed: words,
    gradesApart: words,
    gradesBoth: words,
    apart: z.strictObject({ veto: words, missing: words }),
    provisional: words,
    provisionalApart: words,
    pending: words,
    veto: words,
    work: words,
    overall: words,
    targets: words,
    honours: words,
    planned: words,
    innovation: words,
    noInnovation: words,
    practice: words,
    problems: words,
    otherProblems: words,
    requirement: words,
    closing: words,
    honourYear: words,
    doubtful: words,
  }),
  opening: words,
  openingWithoutBasis: words,
  result: z.strictObject({
    heading: words,
    materials: words,
    formula: words,
    formulaExtra: words,
    term: words,
    grades: words,
    gradesDecided: words,
    grade: words,
    commended: words,
    vetoAll: words,
    vetoSome: words,
    vetoed: words,
  }),
  work: z.strictObject({
    heading: words,
    everyone: words,
    some: words,
    someOf: words,
    summaries: words,
    groups: z
      .array(
        z.strictObject({
          heading: words,
          summaries: z.boolean().default(false),
          facts: z.array(z.strictObject({ fact: plain, words: plain.exactOptional() })),
        }),
      )
      .min(1),
  }),
  targets: z.strictObject({
    heading: words,
    lead: words,
    all: words,
    some: words,
    allWithout: words,
    someWithout: words,
    reach,
    none: z.record(z.string(), plain),
    /** Indicators that the bulletin calls otherwise than the lexicon. */
    names: z.record(z.string(), plain),
    domains: z.record(z.string(), plain),
  }),
  honours: z.strictObject({
    heading: words,
    county: words,
    verbs: z.array(z.strictObject({ endings: z.array(plain).min(1), words })),
    otherwise: words,
    retained: words,
    social: words,
  }),
  practices: z.strictObject({ most: z.int().positive(), longest: z.int().positive(), comment: words }),
  applications: z.strictObject({ heading: words, statuses, own: statuses }),
  problems: z.strictObject({
    heading: words,
    reports: z.strictObject({
      lead: words,
      total: words,
      comparison: z.strictObject({ absent: words, copied: words, thin: words }),
      problems: z.strictObject({ absent: words, copied: words, boilerplate: words }),
      causes: z.strictObject({ absent: words, copied: words }),
      measures: z.strictObject({ absent: words, copied: words, slogan: words }),
      weak: words,
    }),
    figures: z.strictObject({ lead: words, errors: words }),
    copying: z.strictObject({ lead: words, some: words, most: words, all: words, peer: words, superior: words, 'own-past': words }),
    submissions: z.strictObject({ lead: words, missing: words, missingKind: words, kinds, unread: words, late: words }),
    targets: z.strictObject({ lead: words, unmet: words, occurred: words, reach, none: z.record(z.string(), plain) }),
    silent: z.strictObject({ lead: words, items: words, itemsOf: words, often: words, once: words, item: words, most: z.int().positive() }),
    revoked: z.strictObject({ lead: words, revoked: words }),
  }),
  requirements: z.strictObject({
    heading: words,
    lead: words,
    list: z.array(z.strictObject({ for: z.enum(problemNames, `应为 ${problemNames.join('、')} 之一`), heading: plain, text: plain })),
  }),
  annex: z.strictObject({
    columns: z.strictObject({ county: words, score: words, grade: words }),
    quarters: z.strictObject({ Q1: words, Q2: words, Q3: words, Q4: words }),
    provisional: words,
    extra: words,
    unrounded: words,
    note: words,
    missing: words,
    comment: words,
  }),
})

export type BulletinWording = Readonly<z.output<typeof Wording>>

/** Throws KnowledgeError with file and line. */
export function parseBulletinWording(file: YamlFile, { facts, indicators }: Lexicon): BulletinWording {
  const { data, mistake } = parseYaml(file, Wording)
  const known = facts.map(({ id }) => id)
  for (const [group, { facts: asked }] of data.work.groups.entries())
    for (const [index, { fact }] of asked.entries())
      if (!known.includes(fact)) throw mistake(['work', 'groups', group, 'facts', index, 'fact'], unknown(fact, known))
  const ids = indicators.map(({ id }) => id)
  for (const [path, named] of [
    [['targets', 'none'], data.targets.none],
    [['targets', 'names'], data.targets.names],
    [['problems', 'targets', 'none'], data.problems.targets.none],
  ] as const)
    for (const id of Object.keys(named)) if (!ids.includes(id)) throw mistake([...path, id], unknown(id, ids))
  return data
}

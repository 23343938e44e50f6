/** What was good and what is missing, criterion by criterion, with a quote and its place; and the rows of the annex for what is missing. */
import type { Criteria } from '../../../rules/analysis/assessment.ts'
import { criterionNames, rejectionWords } from '../../wording.ts'
import type { Part } from '../paper.ts'
import { filled } from '../wording.ts'
import { chainParts, chainRows } from './chains.ts'
import { comparisonParts, comparisonRows } from './comparisons.ts'
import type { AnnexRow, LetterFacts } from './facts.ts'
import { points } from './points.ts'
import { isTop, praiseworthy, unpraised } from './praise.ts'
import { quoted } from './quoted.ts'
import type { LetterWording } from './wording.ts'

const MOST_ROWS = 8

export function goodParts(facts: LetterFacts, wording: LetterWording): Part[] {
  const open = unpraised(facts)
  const good = criterionNames.filter((name) => isTop(facts.assessment, name) && !open.includes(name))
  const heading: Part = { kind: 'heading', level: 1, text: wording.goodHeading }
  const { resultCount } = facts
  const nothing = resultCount === 0 ? wording.goodNoFigures : filled(wording.goodNothing, { count: resultCount })
  if (good.length === 0) return [heading, { kind: 'body', text: nothing }]
  const said = good.map((name) => {
    const shown = praiseworthy(facts, name)[0]
    return `${wording.good[name]}${shown === undefined ? '' : sentence(filled(wording.goodExample, quoted(facts, shown)))}`
  })
  return [heading, ...points(said)]
}

export function missingParts(facts: LetterFacts, wording: LetterWording): Part[] {
  const missing = criterionNames.filter((name) => !isTop(facts.assessment, name))
  const chains = chainParts(facts, wording)
  if (missing.length + chains.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: wording.missingHeading },
    ...missing.flatMap((name): Part[] => {
      const { level, evidence } = facts.assessment.criteria[name]
      const shown = evidence[0] === undefined ? '' : sentence(filled(wording.underTop, quoted(facts, evidence[0])))
      return [
        { kind: 'heading', level: 2, text: `${wording.missing[name]}${degree(level, wording)}` },
        { kind: 'body', text: `${filled(wording.advice, { message: unquoted(whatIsMissing(facts, wording, name)) })}${shown}` },
        ...(name === 'comparison' ? comparisonParts(facts, wording) : []),
      ]
    }),
    ...chains,
  ]
}

export const missingRows = (facts: LetterFacts, wording: LetterWording): AnnexRow[] => [
  ...criterionNames.filter((name) => !isTop(facts.assessment, name)).flatMap((name) => criterionRows(facts, wording, name)),
  ...chainRows(facts, wording),
  ...copiedRows(facts, wording),
]

/** What would have counted, and is another's. */
const copiedRows = (facts: LetterFacts, wording: LetterWording): AnnexRow[] =>
  criterionNames.flatMap((name) =>
    facts.assessment.criteria[name].rejected
      .filter(({ reason }) => reason === 'copied')
      .map(({ evidence }) => ({
        about: filled(wording.setAside, { criterion: wording.missing[name] }),
        ...quoted(facts, evidence),
        advice: `${rejectionWords.copied}。`,
      })),
  )

function criterionRows(facts: LetterFacts, wording: LetterWording, name: keyof Criteria): AnnexRow[] {
  const { level, evidence } = facts.assessment.criteria[name]
  const missing = whatIsMissing(facts, wording, name)
  const about = `${wording.missing[name]}${degree(level, wording)}`
  const shown = evidence.slice(0, MOST_ROWS)
  const rows =
    shown.length === 0
      ? [{ about, quote: '—', place: '', advice: sentence(missing) }]
      : shown.map((each, index) => ({ about, ...quoted(facts, each), advice: index === 0 ? sentence(missing) : '同上' }))
  return name === 'comparison' ? [...rows, ...comparisonRows(facts, wording)] : rows
}

/** Of a level that a reviewer decided nothing was looked for. */
function whatIsMissing({ assessment }: LetterFacts, wording: LetterWording, name: keyof Criteria): string {
  const { level, missing } = assessment.criteria[name]
  return missing === '' ? filled(wording.decided, { criterion: wording.missing[name], message: levelWord(level, wording) }) : missing
}

type Level = Criteria[keyof Criteria]['level']

function degree(level: Level, wording: LetterWording): string {
  const word = levelWord(level, wording)
  return word === '' ? '' : `（${word}）`
}

const levelWord = (level: Level, { level: words }: LetterWording): string =>
  Object.entries(words).find(([name]) => name === level)?.[1] ?? ''

/** Ends in a full stop, of which there is one. */
const sentence = (text: string): string => (/[。！？][”’]?$/u.test(text) ? text : `${text}。`)

const unquoted = (text: string): string => text.replace(/。$/u, '')

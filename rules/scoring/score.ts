/** What `scores.jsonl` holds (docs/scoring.md): the scheme in its first line, then one county a line. Points are exact decimals, as text. */
import type { Passed, Use } from './trace.ts'

/** `open`: 待核; `decided`: a person had a part in it. */
export type ItemState = 'settled' | 'open' | 'decided' | 'not-applicable'

/** Points or a score: the bounds that open items leave, the provisional figure, and the same rounded for show. */
export interface Figure {
  readonly low: string
  readonly high: string
  readonly provisional: string
  readonly shown: string
}

/** How bonus and penalties make the score of a quarter or of the year. */
export interface Reckoning {
  /** The items of the quarter, or the weighted quarters of the year, together. */
  readonly base: Figure
  /** What the bonus items earned, the most that the scheme counts of it (null for no limit), and what counts. */
  readonly gained: Figure
  readonly most: number | null
  readonly counted: Figure
  /** What penalties take, nought or less. */
  readonly deducted: Figure
  /** All of it, and the most that the scheme gives (null for no limit). */
  readonly whole: Figure
  readonly cap: number | null
}

export interface ScoredItem extends Figure {
  readonly item: string
  readonly name: string
  readonly points: number
  readonly state: ItemState
  /** Why points were won or lost. */
  readonly why: readonly string[]
  /** Why it is 待核 and what was looked for. */
  readonly open?: readonly string[]
  /** Of an item that is 待核: who has to say what is not known, another county's figures among them; null for the office. */
  readonly owes?: readonly Owed[]
  readonly uses?: readonly Use[]
  readonly passed?: readonly Passed[]
  /** Numbers of the decisions that took part. */
  readonly decisions?: readonly number[]
  /** What the machine found where a person decided the points. */
  readonly found?: { readonly low: string; readonly high: string }
  /** Points of the year that its outcomes can move, the caps counted in. */
  readonly effect?: string
  /** What to tell the county. */
  readonly advice?: string
  /** Of an item that counts after the weighting: the quarter that it reads, where it is not of the whole year. */
  readonly period?: string
}

export interface Owed {
  readonly by: string | null
  readonly what: string
  /** Where more counties owe the same than are named. */
  readonly more?: true
}

export interface ScoredQuarter extends Figure {
  readonly period: string
  readonly weight: number
  readonly state: 'scored' | 'missing' | 'decided'
  /** The weighted part of the year, and the sum of it up to this quarter. */
  readonly weighted: Figure
  readonly running: Figure
  readonly decision?: number
  /** The points of the scored items that count, and of those among them that are settled: what the provisional figure rests on. */
  readonly asked: number
  readonly settled: number
  /** Where the quarter has bonus points or penalties, or its cap cuts its sum. */
  readonly reckoning?: Reckoning
  readonly items: readonly ScoredItem[]
}

export interface ScoredVeto {
  readonly veto: string
  readonly name: string
  readonly answer: 'yes' | 'no' | 'unknown'
  readonly words: string
  /** Of a veto of which nobody knows: whether it can change the grade. */
  readonly turns?: Turns
  readonly uses?: readonly Use[]
  readonly decision?: number
}

export type Turns = 'alone' | 'together' | 'never'

export interface ReviewEntry {
  readonly period: string
  readonly item: string
  readonly name: string
  readonly effect: string
  /** True where it is one of the few that decide the grade. */
  readonly decides: boolean
  /** Whether it can change the grade: by itself, the others as they provisionally stand; only together with others; or whatever the others come to, never. */
  readonly turns: Turns
  readonly open: readonly string[]
  readonly owes?: readonly Owed[]
}

/** `decision`: its number; `what` it is about: an indicator, or an item. */
export interface ScoredMisfit {
  readonly decision: number
  readonly period: string
  readonly what: string
  readonly words: string
}

export interface CountyScore {
  readonly record: 'county'
  readonly id: string
  readonly county: string
  readonly score: Figure
  /** Where the year has bonus points or penalties, or its cap cuts its sum. */
  readonly reckoning?: Reckoning
  /** 4/4 quarters, or “3/4季度，暂定”. */
  readonly quartersScored: number
  readonly quartersAsked: number
  /** True while quarters are missing, items open or vetoes unknown. */
  readonly provisional: boolean
  /** `place` is null while a missing quarter leaves it open; the others are placed among themselves. */
  readonly place: { readonly place: number | null; readonly best: number; readonly worst: number; readonly sharing: number }
  /** null while a missing quarter leaves several possible. */
  readonly grade: string | null
  /** Every grade that is still possible, the best first. */
  readonly grades: readonly string[]
  readonly gradeWords: string
  readonly gradeDecision?: number
  readonly effects: readonly string[]
  readonly quarters: readonly ScoredQuarter[]
  readonly yearly: readonly ScoredItem[]
  readonly vetoes: readonly ScoredVeto[]
  readonly gates: readonly {
    readonly grade: string
    readonly text: string
    readonly met: 'yes' | 'no' | 'unknown'
    readonly items: readonly string[]
  }[]
  readonly stability: {
    readonly stable: boolean
    readonly words: string
    readonly deciding: readonly { readonly period: string; readonly item: string }[]
    /** The missing quarters that leave the grade open. */
    readonly missing: readonly string[]
  }
  /** What a document states beside a number that a person changed, and that number no longer fits. */
  readonly misfits?: readonly ScoredMisfit[]
  /** Open items, those that decide the grade first, then by effect. */
  readonly review: readonly ReviewEntry[]
  readonly warnings: readonly string[]
}

/** Counties of which the same was read and to which an item gives different points. */
export interface Unequal {
  readonly period: string
  readonly item: string
  /** Equal values, or an equal passage. */
  readonly on: 'value' | 'passage'
  readonly read: string
  readonly counties: readonly { readonly county: string; readonly low: string; readonly high: string; readonly reason: string }[]
}

export interface SchemeRecord {
  readonly record: 'scheme'
  readonly id: string
  readonly scheme: string
  readonly year: number
  readonly office: string
  /** What the scheme leaves for the office to set. */
  readonly notes: readonly string[]
  /** The settings in force, in words. */
  readonly settings: readonly string[]
  readonly quarters: readonly { readonly period: string; readonly name: string; readonly weight: number }[]
  readonly bands: readonly { readonly grade: string; readonly from?: number; readonly first?: number }[]
  readonly items: readonly {
    readonly item: string
    readonly name: string
    readonly part: string
    readonly standard: string
    readonly kind: 'scored' | 'bonus' | 'penalty'
    readonly points: Readonly<Record<string, number>>
    readonly byDefault: boolean
    readonly source?: string
    /** The rule as the scheme has it. */
    readonly rule: unknown
    /** What a person may enter, where the rule reads one thing and asks for something of its kind. */
    readonly expected?: string
    /** Where the rule reads several things, each of which can be decided by itself: by which name (`of`), what is expected. */
    readonly parts?: readonly { readonly of: string; readonly name: string; readonly expected: string }[]
  }[]
  readonly papers?: Readonly<Record<string, unknown>>
  /** The decisions that were given, in the file's order. */
  readonly decisions: readonly {
    readonly number: number
    readonly about: string
    readonly words: string
    readonly reason: string
    readonly by: string
    readonly on: string
    readonly lost?: string
    /** What of the documents it does not fit. */
    readonly misfit?: string
  }[]
  readonly unequal: readonly Unequal[]
  /** Over all counties: what to look at first. */
  readonly review: readonly (ReviewEntry & { readonly county: string })[]
}

export type ScoreRecord = SchemeRecord | CountyScore

export interface Scores {
  readonly scheme: SchemeRecord
  /** In the office's order. */
  readonly counties: readonly CountyScore[]
}

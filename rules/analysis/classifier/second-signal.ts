/**
 * The classifier's view of a whole report: what share of its characters stands in paragraphs of each genre. Where it disagrees with the criteria a person is asked
 * to look, and the doubt orders the queue; the verdict stays.
 */
import type { Verdict } from '../assessment.ts'
import type { SentenceView } from '../sentence-view.ts'
import type { Thresholds } from '../thresholds.ts'
import { classify } from './classify.ts'
import { type Cut, featuresOf, type Genre, type GenreModel } from './genre.ts'

export interface SecondSignal {
  readonly genres: Readonly<Record<Genre, number>> | null
  readonly reviewSuggested: boolean
  readonly doubt: number
}

export type SecondReader = (sentences: readonly SentenceView[], verdict: Verdict, narrativeShare: number) => SecondSignal

/** Shorter paragraphs (a lead, a date) tell nothing. */
const SHORTEST = 20

export function createSecondReader(model: GenreModel, cut: Cut, thresholds: Thresholds): SecondReader {
  return (sentences, verdict, narrativeShare) => {
    const blocks = new Map<number, string>()
    for (const { block, words } of sentences) blocks.set(block, (blocks.get(block) ?? '') + words)
    const paragraphs = [...blocks.values()].filter((text) => text.length >= SHORTEST)
    const total = paragraphs.reduce((sum, { length }) => sum + length, 0)
    if (total === 0) return { genres: null, reviewSuggested: false, doubt: 0 }
    const shares = { narration: 0, analysis: 0, background: 0 }
    for (const text of paragraphs) {
      const likely = classify(model, featuresOf(text, cut))
      for (const genre of ['narration', 'analysis', 'background'] as const) shares[genre] += (likely[genre] * text.length) / total
    }
    const gap = Math.abs(shares.narration - narrativeShare)
    const doubt = verdict === 'pass' ? shares.narration : verdict === 'weak' ? shares.analysis : Math.min(shares.narration, shares.analysis)
    return {
      genres: { narration: round(shares.narration), analysis: round(shares.analysis), background: round(shares.background) },
      reviewSuggested:
        gap > thresholds.narrationGap ||
        (verdict === 'pass' && shares.narration >= thresholds.doubtfulNarration) ||
        (verdict === 'weak' && shares.analysis >= thresholds.doubtfulAnalysis),
      doubt: round(doubt),
    }
  }
}

const round = (share: number): number => Number(share.toFixed(2))

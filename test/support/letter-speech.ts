/** The letter's words as they ship, and how the tests read a .docx back. */
import { readFileSync } from 'node:fs'
import { readDocx } from '../../extractors/formats/docx/read-docx.ts'
import { defaultLimits } from '../../extractors/formats/reading.ts'
import type { Speech } from '../../reports/papers/letter/facts.ts'
import { parseLetterWording } from '../../reports/papers/letter/wording.ts'
import { context } from './run-result.ts'

const path = 'corpus/papers/feedback-letter.yaml'
export const wordingText = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
export const wording = parseLetterWording({ path, text: wordingText })
export const speech: Speech = { wording, context, day: '2020-10-28' }

export const readBack = (bytes: Uint8Array) => readDocx(bytes, defaultLimits)

/** Whose report, and of when, a sentence is to be read as, from the command line. */
import type { Lexicon } from '../../extractors/lexicon.ts'
import { ScopeError, type TextScope, textScope } from '../text-scope.ts'
import { UsageError } from './exit-codes.ts'

/** Throws UsageError. */
export function chosenScope(lexicon: Lexicon, county: string | undefined, period: string | undefined): TextScope {
  try {
    return textScope(lexicon, county, period)
  } catch (error) {
    if (error instanceof ScopeError) throw new UsageError(error.message)
    throw error
  }
}

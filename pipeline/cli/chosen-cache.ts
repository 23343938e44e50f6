/** Where results are kept: a folder of the user's choice, the user's own, or nowhere. */
import { cacheFolder } from '../cache.ts'

/** `chosen`: false for --no-cache, a folder for --cache, true for neither. */
export const chosenCache = (chosen: boolean | string): string | null =>
  chosen === false ? null : cacheFolder(typeof chosen === 'string' ? chosen : null, process.env)

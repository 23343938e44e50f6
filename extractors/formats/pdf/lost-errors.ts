/**
 * pdfjs loses some errors of damaged files: a promise is rejected that nobody awaits, and what was asked for never comes. Left alone, the first
 * ends the process and the second waits for ever. Here such an error ends the wait instead, after the event loop has had its turns.
 */
export interface LostErrors {
  /** The result of the work, or null when an error was lost on the way and the work does not end. */
  readonly within: <T>(work: Promise<T>) => Promise<T | null>
  readonly stop: () => Promise<void>
}

/** Turns of the event loop that work may still take after an error was lost: a lost error need not stop what it happened in. */
const PATIENCE = 200

export function watchLostErrors(): LostErrors {
  let wake: () => void = () => undefined
  const listen = (reason: unknown): void => {
    if (isFromPdfjs(reason)) wake()
    else
      setImmediate(() => {
        throw reason
      })
  }
  process.on('unhandledRejection', listen)
  return {
    within: (work) => {
      const lost = new Promise<void>((resolve) => {
        wake = resolve
      })
      return Promise.race([work, lost.then(() => turns(PATIENCE)).then(() => null)])
    },
    stop: async () => {
      await turns(2)
      process.off('unhandledRejection', listen)
    },
  }
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise<void>((resolve) => setImmediate(resolve))
}

const isFromPdfjs = (reason: unknown): boolean =>
  reason instanceof Error && (PDFJS_ERRORS.has(reason.name) || /pdf(?:\.worker)?\.mjs/.test(reason.stack ?? ''))

const PDFJS_ERRORS: ReadonlySet<string> = new Set([
  'AbortException',
  'FormatError',
  'InvalidPDFException',
  'MissingDataException',
  'ParserEOFException',
  'UnknownErrorException',
  'XRefEntryException',
  'XRefParseException',
])

/** Standard output bears the answer, standard error everything else. Both end a text with a line break. */
export interface Streams {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

const ended = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`)

export const processStreams: Streams = {
  out: (text) => process.stdout.write(ended(text)),
  err: (text) => process.stderr.write(ended(text)),
}

/** A reader that has seen enough (`| head`) is no error. */
export function tolerateClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
      throw error
    })
}

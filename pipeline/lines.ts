/** A file's lines, decoded many at a time: of hundreds of thousands, taking them one by one from a stream costs more than what is done with them. */
import { open } from 'node:fs/promises'

const PIECE = 1 << 23
const NEWLINE = 10

/** Without line ends and without a byte order mark; UTF-8. Throws what opening throws. */
export async function* linesOf(path: string): AsyncGenerator<readonly string[]> {
  const file = await open(path)
  try {
    let [buffer, kept, isFirst] = [Buffer.allocUnsafe(PIECE), 0, true]
    for (;;) {
      if (kept === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)])
      const { bytesRead } = await file.read(buffer, kept, buffer.length - kept)
      const filled = kept + bytesRead
      const end = bytesRead === 0 ? filled : buffer.subarray(0, filled).lastIndexOf(NEWLINE) + 1
      if (end > 0) {
        yield split(buffer.toString('utf8', 0, end), isFirst)
        isFirst = false
      }
      if (bytesRead === 0) return
      buffer.copyWithin(0, end, filled)
      kept = filled - end
    }
  } finally {
    await file.close()
  }
}

function split(text: string, isFirst: boolean): string[] {
  const lines = (isFirst ? text.replace(/^\uFEFF/u, '') : text).split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
}

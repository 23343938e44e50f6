/** How far a run is: a bar with counts and the time left on a terminal, at most one plain line a second elsewhere. On standard error only. */
import type { Progress } from '../tally.ts'

export interface ProgressOutput {
  readonly isTTY: boolean
  write(text: string): unknown
}

const BAR = 24
const REDRAW_MS = 100
const LINE_MS = 1000
/** Before this, workers are still starting, and what is left cannot be told. */
const FORECAST_MS = 3000

export interface ProgressLine {
  readonly show: (progress: Progress) => void
  /** Clears the bar. */
  readonly end: () => void
}

export function progressLine(output: ProgressOutput, now: () => number = () => performance.now()): ProgressLine {
  const started = now()
  let shown = started
  let drawn = false
  return {
    show(progress) {
      const at = now()
      const finished = progress.done === progress.found
      if (at - shown < (output.isTTY ? REDRAW_MS : LINE_MS) && !(finished && output.isTTY && drawn)) return
      shown = at
      const line = words(progress, at - started)
      output.write(output.isTTY ? `\r\u001b[2K${bar(progress)} ${line}` : `${line}\n`)
      drawn = output.isTTY
    },
    end() {
      if (drawn) output.write('\r\u001b[2K')
    },
  }
}

function bar({ done, found }: Progress): string {
  const full = found === 0 ? BAR : Math.round((done / found) * BAR)
  return '█'.repeat(full) + '░'.repeat(BAR - full)
}

function words({ done, found, cached, rejected, compared }: Progress, elapsedMs: number): string {
  const parts = [`${done}/${found} 个文件${compared > 0 ? `（含对照文件 ${compared} 个）` : ''}`]
  if (cached > 0) parts.push(`其中 ${cached} 个沿用上次结果`)
  if (rejected > 0) parts.push(`未能读取 ${rejected} 个`)
  const fresh = done - cached
  if (fresh > 0 && done < found && elapsedMs > FORECAST_MS) parts.push(`约剩 ${duration((elapsedMs / fresh) * (found - done))}`)
  return parts.join('，')
}

const duration = (ms: number): string => (ms < 60_000 ? `${Math.max(1, Math.round(ms / 1000))} 秒` : `${Math.ceil(ms / 60_000)} 分钟`)

/** What an element says of the text in it: struck through, raised or lowered. What stands around it holds for it too. */
import type { Script } from './scripts.ts'

export type HtmlScript = Script | null

interface Markup {
  readonly struck: boolean
  readonly script: HtmlScript
}

const STRUCK = new Set(['del', 's', 'strike'])
const SCRIPTS: Readonly<Record<string, Script>> = { sup: 'raised', sub: 'lowered', super: 'raised' }
const LONGEST_STYLE = 2000
const STRUCK_STYLE = /text-decoration(?:-line)?\s{0,4}:[^;]{0,60}line-through/iu
const SCRIPT_STYLE = /vertical-align\s{0,4}:\s{0,4}(super|sub)\b/iu

export function markup(name: string, attributes: Readonly<Record<string, string>>, around: Markup | undefined): Markup {
  const style = (attributes['style'] ?? '').slice(0, LONGEST_STYLE)
  const written = Object.hasOwn(SCRIPTS, name) ? name : SCRIPT_STYLE.exec(style)?.[1]?.toLowerCase()
  return {
    struck: (around?.struck ?? false) || STRUCK.has(name) || STRUCK_STYLE.test(style),
    script: (written === undefined ? null : SCRIPTS[written]) ?? around?.script ?? null,
  }
}

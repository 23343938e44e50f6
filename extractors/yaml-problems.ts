/**
 * What is wrong with a text that is no YAML, said to somebody who does not program: the usual slips (a full-width colon, a tab, a bracket left open)
 * are looked for around the place where the parser gave up, because it often gives up a line later and in its own words.
 */
export interface YamlProblem {
  /** From 1. */
  readonly line: number
  readonly what: string
}

const KEY = '[A-Za-z_][A-Za-z0-9_-]*'

/** Slips that one line shows by itself, the surest first. */
const SLIPS: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  [/^[ -]*\t/u, () => '行首用了制表符（Tab），请改用空格缩进'],
  [new RegExp(`^\\s*(?:- )?(${KEY})\\s*：`, 'u'), ([, key]) => `“${key}”后面是中文全角冒号“：”，请改为英文半角冒号加一个空格“: ”`],
  [/^\s*[—–－]+\s*\S/u, () => '行首的横线不是英文半角短横线，请改为“- ”'],
  [/^\s*-(?![-\s])\S/u, () => '行首短横线后面要空一格，写作“- ”'],
  [new RegExp(`^\\s*(?:- )?(${KEY}):(?=[^\\s:/])`, 'u'), ([, key]) => `“${key}:”的冒号后面要空一格`],
  [new RegExp(`^\\s*(?:- )?(${KEY})(?:\\s+[^\\s:：#][^:：]*)?$`, 'u'), ([, key]) => `“${key}”后面缺少冒号，写作“${key}: 内容”`],
  [/:\s+([%@`])/u, ([, mark]) => `以“${mark}”开头的内容要加英文双引号，写作 "${mark}"`],
  [/^[^"'[{]*:\s[^"'[{]*:\s/u, () => '内容里又有半角冒号加空格，请把内容用英文双引号括起来'],
]

/** `code`: the parser's own; `line`: where it gave up. */
export function explainProblem(text: string, code: string, line: number): YamlProblem {
  const lines = text.split('\n')
  const at = (number: number): string => (lines[number - 1] ?? '').replace(/\r$/u, '')
  if (code === 'MISSING_CHAR') {
    const open = lines.findIndex((words) => unquoted(words).open)
    if (open >= 0) return { line: open + 1, what: '英文双引号没有成对：有开头，没有结尾' }
  }
  for (const near of [line, line - 1, line + 1]) {
    const what = near < 1 ? null : slip(at(near))
    if (what !== null) return { line: near, what }
  }
  for (const near of [line, line - 1]) {
    const what = brackets(at(near))
    if (what !== null) return { line: near, what }
  }
  if (code === 'DUPLICATE_KEY') {
    const key = new RegExp(`^\\s*(?:- )?(${KEY}|[^:]+):`, 'u').exec(at(line))?.[1] ?? ''
    return { line, what: `“${key.trim()}”在同一项里写了两次；如果这里是新的一项，开头要加“- ”` }
  }
  return { line: misaligned(lines, line), what: '缩进不对：同一项的各行要左对齐，比“- ”多两个空格；新的一项以“- ”开头' }
}

function slip(line: string): string | null {
  if (line.trim() === '' || line.trimStart().startsWith('#')) return null
  for (const [pattern, say] of SLIPS) {
    const found = pattern.exec(line)
    if (found !== null) return say(found)
  }
  return null
}

/** What stands outside double quotes, and whether a quotation is left open. */
function unquoted(line: string): { readonly text: string; readonly open: boolean } {
  let [text, open] = ['', false]
  for (let index = 0; index < line.length; index++) {
    if (line[index] === '"' && line[index - 1] !== '\\') open = !open
    else if (!open && line[index] === '#' && /\s/u.test(line[index - 1] ?? ' ')) break
    else if (!open) text += line[index]
  }
  return { text, open }
}

function brackets(line: string): string | null {
  const { text } = unquoted(line)
  for (const [open, close] of [
    ['[', ']'],
    ['{', '}'],
  ] as const) {
    const balance = text.split(open).length - text.split(close).length
    if (balance !== 0) return balance > 0 ? `有“${open}”，没有与它配对的“${close}”` : `多了一个“${close}”`
  }
  return null
}

/** The line around the given one whose words do not begin below the first key of their entry. */
function misaligned(lines: readonly string[], line: number): number {
  for (const near of [line - 1, line, line + 1]) {
    const words = lines[near - 1] ?? ''
    const head = lines.slice(0, near - 1).findLast((each) => /^\s*- /u.test(each))
    if (head === undefined || words.trim() === '' || /^\s*-/u.test(words)) continue
    if (words.search(/\S/u) !== head.indexOf('- ') + 2) return near
  }
  return line
}

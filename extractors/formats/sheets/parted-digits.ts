/**
 * Number formats that write signs between the digits of a number: 0!.0,"万元" shows 1234567 as 123.5万元, 000-00-0000 parts a number into groups.
 *
 * The digits fill the places from the right and the first place takes all that are left over, while a sign stays where it stands between two places
 * (ECMA-376 part 1, 18.8.31, and what Excel does). A comma behind the last place divides by a thousand, one between places groups thousands.
 */
/** The words of one section that is made of digits and signs alone. */
type Token =
  | { readonly kind: 'place'; readonly sign: string }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'point' }
  | { readonly kind: 'comma' }

interface Section {
  readonly code: string
  /** The sign of a negative number is the format's own affair. */
  readonly unsigned: boolean
}

interface Condition {
  readonly operator: string
  readonly operand: number
}

/** Excel keeps fifteen figures of a number. */
const FIGURES = 15
const CONDITION = /\[(<=|>=|<>|<|>|=)\s{0,2}(-?[0-9]{1,20}(?:\.[0-9]{1,20})?)\]/u
const BRACKETED = /^\[[^\]]{0,255}\]/u
/** What no formatter that writes plain numbers may be trusted with. */
const PARTED = /[0#?][,.]{0,9}(?:"[^"]{1,255}"|\\.)[0#?]/u
/** Signs that need no quotation to be shown as they are. */
const PLAIN_SIGNS = /[-+() $:'&^~{}<>=]/u

/**
 * The number as the format shows it; null where the section that it takes writes nothing between its digits, which is another formatter's to follow.
 * The text is null where something stands between them that is not followed here. `code` has every sign beyond ASCII quoted, and `\` before a sign that
 * is shown as it is.
 */
export function partedDigits(code: string, value: number): { readonly text: string | null } | null {
  const section = sectionFor(code, value)
  if (section === null) return null
  const tokens = tokensOf(section.code)
  if (tokens === null) return PARTED.test(section.code) ? { text: null } : null
  if (!isParted(tokens)) return null
  const shown = fill(tokens, Math.abs(value))
  return { text: value < 0 && !section.unsigned ? `-${shown}` : shown }
}

function sectionsOf(code: string): string[] {
  const sections: string[] = ['']
  let quoted = false
  for (let at = 0; at < code.length; at++) {
    const sign = code[at] as string
    if (sign === '"') quoted = !quoted
    if (!quoted && sign === ';') sections.push('')
    else sections[sections.length - 1] += !quoted && /[\\_*]/u.test(sign) ? sign + (code[++at] ?? '') : sign
  }
  return sections
}

/** Without conditions: positive; negative; nought. With conditions: the first section whose own holds, else the one that has none. */
function sectionFor(code: string, value: number): Section | null {
  const sections = sectionsOf(code)
  const conditions = sections.map(conditionOf)
  if (conditions.every((condition) => condition === null)) {
    const index = value < 0 && sections.length > 1 ? 1 : value === 0 && sections.length > 2 ? 2 : 0
    return { code: sections[index] ?? '', unsigned: index === 1 }
  }
  const index = conditions.findIndex((condition) => condition !== null && holds(condition, value))
  const taken = index >= 0 ? index : conditions.indexOf(null, 1)
  const found = sections[taken]
  return found === undefined ? null : { code: found, unsigned: isOfNegatives(conditions[taken] ?? null) }
}

function conditionOf(section: string): Condition | null {
  const [, operator = '', operand = ''] = CONDITION.exec(section) ?? []
  return operator === '' ? null : { operator, operand: Number(operand) }
}

const COMPARISONS: Readonly<Record<string, (value: number, operand: number) => boolean>> = {
  '<': (value, operand) => value < operand,
  '<=': (value, operand) => value <= operand,
  '>': (value, operand) => value > operand,
  '>=': (value, operand) => value >= operand,
  '=': (value, operand) => value === operand,
  '<>': (value, operand) => value !== operand,
}

const holds = ({ operator, operand }: Condition, value: number): boolean => COMPARISONS[operator]?.(value, operand) ?? false

const isOfNegatives = (condition: Condition | null): boolean =>
  condition !== null && ((condition.operator === '<' && condition.operand <= 0) || (condition.operator === '<=' && condition.operand < 0))

/** null where the section holds what is more than digits and signs: dates, fractions, powers, text. */
function tokensOf(code: string): Token[] | null {
  const tokens: Token[] = []
  for (let at = 0; at < code.length; at++) {
    const sign = code[at] as string
    const bracketed = BRACKETED.exec(code.slice(at))?.[0]
    if (bracketed !== undefined) at += bracketed.length - 1
    else if (sign === '"') {
      const end = code.indexOf('"', at + 1)
      tokens.push({ kind: 'literal', text: code.slice(at + 1, end < 0 ? code.length : end) })
      if (end < 0) break
      at = end
    } else if (sign === '\\') tokens.push({ kind: 'literal', text: code[++at] ?? '' })
    else if (sign === '_' || sign === '*') at++
    else if (/[0#?]/u.test(sign)) tokens.push({ kind: 'place', sign })
    else if (sign === '.') tokens.push({ kind: 'point' })
    else if (sign === ',') tokens.push({ kind: 'comma' })
    else if (sign === '%' || PLAIN_SIGNS.test(sign)) tokens.push({ kind: 'literal', text: sign })
    else return null
  }
  return tokens
}

function isParted(tokens: readonly Token[]): boolean {
  const first = tokens.findIndex(({ kind }) => kind === 'place')
  const last = tokens.findLastIndex(({ kind }) => kind === 'place')
  return first >= 0 && tokens.slice(first, last).some(({ kind }) => kind === 'literal')
}

function fill(tokens: readonly Token[], value: number): string {
  const point = tokens.findIndex(({ kind }) => kind === 'point')
  const last = tokens.findLastIndex(({ kind }) => kind === 'place')
  const lastWhole = tokens.findLastIndex(({ kind }, at) => kind === 'place' && (point < 0 || at < point))
  const commas = tokens.map(({ kind }, at) => kind === 'comma' && at < last)
  const scaling = tokens.filter(({ kind }, at) => kind === 'comma' && at > lastWhole && (at > last || at < point)).length
  const percent = tokens.filter((token) => token.kind === 'literal' && token.text === '%').length
  const decimals = point < 0 ? 0 : tokens.filter(({ kind }, at) => kind === 'place' && at > point).length
  const figures = shifted(value, decimals + 2 * percent - 3 * scaling).padStart(decimals + 1, '0')
  const whole = figures.slice(0, figures.length - decimals)
  const fraction = figures.slice(figures.length - decimals)
  const grouped = commas.some((is, at) => is && at < lastWhole)
  const wholePart = fillWhole(point < 0 ? tokens : tokens.slice(0, point), whole === '0' ? '' : whole, grouped)
  return point < 0 ? wholePart : `${wholePart}.${fillFraction(tokens.slice(point + 1), fraction)}`
}

/** So many places to the left and rounded, by the figures that Excel keeps and not by the binary fraction. */
function shifted(value: number, places: number): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential(FIGURES - 1).split('e')
  return BigInt(Math.round(Number(`${mantissa}e${Number(exponent) + places}`))).toString()
}

/** From the right; thousands are counted over all places, whatever signs stand between them. */
function fillWhole(tokens: readonly Token[], digits: string, grouped: boolean): string {
  const first = tokens.findIndex(({ kind }) => kind === 'place')
  let left = digits
  let count = 0
  let shown = ''
  const put = (digit: string): void => {
    shown = `${digit}${grouped && count > 0 && count % 3 === 0 ? ',' : ''}${shown}`
    count++
  }
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at] as Token
    if (token.kind === 'literal') shown = token.text + shown
    if (token.kind !== 'place') continue
    if (left !== '') put(left.at(-1) ?? '')
    else if (token.sign === '0') put('0')
    else if (token.sign === '?') shown = ` ${shown}`
    left = left.slice(0, -1)
    for (; at === first && left !== ''; left = left.slice(0, -1)) put(left.at(-1) ?? '')
  }
  return shown
}

function fillFraction(tokens: readonly Token[], digits: string): string {
  let place = 0
  const significant = digits.replace(/0+$/u, '').length
  return tokens
    .map((token) => {
      if (token.kind === 'literal') return token.text
      if (token.kind !== 'place') return ''
      const digit = digits[place++] ?? '0'
      return place > significant && token.sign !== '0' ? (token.sign === '?' ? ' ' : '') : digit
    })
    .join('')
}

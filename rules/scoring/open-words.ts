/** Why an item is open, each reason once: what was looked for in several places is named once, with all the places. */

/** 未找到“甲”：在本期查找 and 未找到“甲”：在全年查找 → 未找到“甲”：在本期查找；在全年查找. */
export function openWords(reasons: readonly string[]): string[] {
  if (reasons.length === 1) return [nested(reasons[0] ?? '')]
  const places = new Map<string, Set<string>>()
  for (const reason of reasons) {
    const at = reason.startsWith(SOUGHT) ? reason.indexOf(PLACE) : -1
    const [sought, place] = at < 0 ? [reason, ''] : [reason.slice(0, at + PLACE.length), reason.slice(at + PLACE.length)]
    places.set(sought, (places.get(sought) ?? new Set()).add(place))
  }
  return [...places].map(([sought, found]) => nested(`${sought}${[...found].join('；')}`))
}

/** Quotation marks within quotation marks are single ones. */
function nested(words: string): string {
  if (!/“[^”]*“/u.test(words)) return words
  let depth = 0
  return words.replace(/[“”]/gu, (mark) => {
    if (mark === '”') depth = Math.max(0, depth - 1)
    const inner = depth > 0
    if (mark === '“') depth++
    return inner ? (mark === '“' ? '‘' : '’') : mark
  })
}

const SOUGHT = '未找到'
const PLACE = '”：'

/**
 * What a glyph's code in a PDF means as text. Some producers map a character to its look-alike among the radicals or the compatibility
 * forms (⼯ for 工, ⻚ for 页, ﬁ for fi): patterns would never match them, so they are given back as the characters that a reader sees.
 */

/** Radicals of the block U+2E80–2EFF that Unicode itself does not fold, each followed by the character it looks like. */
const RADICALS =
  '⺁厂⺇几⺈刀⺌小⺍小⺎兀⺏尢⺐尢⺓幺⺕彐⺗心⺙攵⺛旡⺝月⺟母⺠民⺢水⺣火⺥爪⺦丬⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱网⺲网⺳网⺴网⺶羊⺷羊⺹老⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒长⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟'

const LOOK_ALIKES: ReadonlyMap<string, string> = buildTable()

/** The text of one glyph; '' for codes that show nothing, U+FFFD for one that cannot be read. */
export function readableText(unicode: string): string {
  if (unicode.length === 1) {
    const code = unicode.charCodeAt(0)
    if (code >= 0x4e00 && code < 0xa000) return unicode
    if (code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xfeff || code === 0xfffe || code === 0xffff) return code === 9 ? ' ' : ''
    if (code < 0x2e80) return unicode
    if (code >= 0xf000 && code < 0xf100) return SYMBOLS.get(code - 0xf000) ?? '•'
    if (code >= 0xe000 && code < 0xf900) return UNREADABLE
    if (code >= 0xd800 && code < 0xe000) return UNREADABLE
  }
  const folded = LOOK_ALIKES.get(unicode)
  if (folded !== undefined) return folded
  return /^[\u2f00-\u2fdf\uf900-\ufb06]$/u.test(unicode) ? unicode.normalize('NFKC') : unicode
}

/** Signs of the Symbol and Wingdings fonts, which Word puts at U+F000 and up: ticks and boxes; all others serve as bullets. */
const SYMBOLS: ReadonlyMap<number, string> = new Map([
  [0xfc, '√'],
  [0xfe, '☑'],
  [0x52, '☑'],
  [0xa8, '□'],
  [0x6f, '□'],
  [0xb4, '×'],
  [0xb1, '±'],
  [0xb3, '≥'],
  [0xa3, '≤'],
])

const UNREADABLE = '\uFFFD'

function buildTable(): Map<string, string> {
  const characters = [...RADICALS]
  const table = new Map<string, string>()
  for (let at = 0; at + 1 < characters.length; at += 2) table.set(characters[at] as string, characters[at + 1] as string)
  return table
}

/** HTML within a line of another format: breaks are lines, raised and lowered text keeps its height, other tags go and characters that are named are themselves. */
import { inScript } from './scripts.ts'

const BREAK = /<br\s{0,3}\/?>/giu
const SCRIPT = /<(sup|sub)>([^<]{1,40})<\/\1>/giu
/** A name, and attributes or nothing: 合格率<b级 is no tag. */
const TAG = /<\/?[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,300})?\/?>/giu
const CHARACTER = /&(?:#([0-9]{1,6})|#x([0-9a-f]{1,5})|(nbsp|lt|gt|amp|quot|le|ge));/giu
const NAMED: Readonly<Record<string, string>> = { nbsp: ' ', lt: '<', gt: '>', amp: '&', quot: '"', le: '≤', ge: '≥' }
const LAST_CHARACTER = 0x10ffff

export const inlineHtml = (text: string): string =>
  text
    .replace(BREAK, '\n')
    .replace(SCRIPT, (_, name: string, inside: string) => inScript(inside, name.toLowerCase() === 'sup' ? 'raised' : 'lowered'))
    .replace(TAG, '')
    .replace(CHARACTER, (written: string, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? written
      const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
      return code > 0 && code <= LAST_CHARACTER && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : written
    })

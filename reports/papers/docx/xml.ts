/** Text as it may stand in XML: its own signs escaped; control characters and halves of a character, for which XML has no place, made blanks. */
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ')

export const escaped = (text: string): string => printable(text).replace(/[&<>"]/gu, (found) => ESCAPES[found] ?? found)

/** What is filled in on a page that is a form, as its reader sees it. */

type Attributes = Readonly<Record<string, string>>

/** Fields that show no text: buttons say what they do, not what was filled in. */
const SILENT: ReadonlySet<string> = new Set(['hidden', 'password', 'file', 'image', 'color', 'range', 'submit', 'reset', 'button'])

export function fieldText(attributes: Attributes): string {
  const type = (attributes['type'] ?? 'text').toLowerCase()
  if (SILENT.has(type)) return ''
  if (type === 'checkbox' || type === 'radio') return attributes['checked'] === undefined ? '☐' : '☑'
  return attributes['value'] ?? ''
}

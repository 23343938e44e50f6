/** The address of a view, after the # of the page's own: `#/values?county=乌苏市`. It works from disk and can be sent to a colleague. */

export interface Route {
  readonly path: readonly string[]
  readonly query: URLSearchParams
}

export function currentRoute(): Route {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/u, '').split('?')
  return {
    path: path
      .split('/')
      .filter((part) => part !== '')
      .map(decode),
    query: new URLSearchParams(query),
  }
}

export function link(path: string, query: Readonly<Record<string, string | number | null | undefined>> = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  const search = new URLSearchParams(given).toString()
  return `#/${path.split('/').map(encodeURIComponent).join('/')}${search === '' ? '' : `?${search}`}`
}

/** Keeps the address in step with a filter without leaving the view. */
export const keepAddress = (address: string): void => history.replaceState(null, '', address)

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

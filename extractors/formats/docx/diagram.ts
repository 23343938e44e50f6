/**
 * The words of a SmartArt diagram (ECMA-376 part 1, 21.4): its points in the order of the outline that its writer typed, whatever shapes they are drawn as.
 */
import { type Attributes, integer, walkXml } from './xml.ts'

/** Points that hold words; the others are arrows between them, and how they are drawn. */
const WORDED: ReadonlySet<string> = new Set(['node', 'asst'])

interface Link {
  readonly to: string
  readonly order: number
}

interface Points {
  root: string | null
  readonly texts: Map<string, string>
  /** From a point to those below it. */
  readonly below: Map<string, Link[]>
}

/** One text for each point that has any. `wellFormed`: false where the part is damaged. */
export function readDiagram(bytes: Uint8Array): { readonly texts: readonly string[]; readonly wellFormed: boolean } {
  const { points, wellFormed } = readPoints(bytes)
  const texts: string[] = []
  const seen = new Set<string>()
  const ahead = points.root === null ? [] : [points.root]
  const take = (id: string): void => {
    seen.add(id)
    const text = points.texts.get(id)?.trim() ?? ''
    if (text !== '') texts.push(text)
  }
  while (ahead.length > 0) {
    const id = ahead.pop() as string
    if (seen.has(id)) continue
    take(id)
    const below = [...(points.below.get(id) ?? [])].sort((a, b) => b.order - a.order)
    ahead.push(...below.map(({ to }) => to))
  }
  // Points that nothing joins to the outline are on the page all the same.
  for (const id of points.texts.keys()) if (!seen.has(id)) take(id)
  return { texts, wellFormed }
}

function readPoints(bytes: Uint8Array): { readonly points: Points; readonly wellFormed: boolean } {
  const points: Points = { root: null, texts: new Map(), below: new Map() }
  let point: string | null = null
  let collecting = false
  const add = (text: string): void => {
    if (point !== null) points.texts.set(point, (points.texts.get(point) ?? '') + text)
  }
  const wellFormed = walkXml(bytes, {
    open(name, attributes) {
      if (name === 'dgm:pt') {
        const [id, type] = [attributes['modelId'] ?? '', attributes['type'] ?? 'node']
        if (type === 'doc') points.root = id
        point = WORDED.has(type) ? id : null
      } else if (name === 'dgm:cxn') addLink(points, attributes)
      else if (name === 'a:t') collecting = true
      else if (name === 'a:br') add('\n')
      return undefined
    },
    text(text) {
      if (collecting) add(text)
    },
    close(name) {
      if (name === 'a:t') collecting = false
      else if (name === 'a:p') add('\n')
      else if (name === 'dgm:pt') point = null
    },
  })
  return { points, wellFormed }
}

function addLink(points: Points, attributes: Attributes): void {
  if ((attributes['type'] ?? 'parOf') !== 'parOf') return
  const from = attributes['srcId'] ?? ''
  const links = points.below.get(from) ?? []
  links.push({ to: attributes['destId'] ?? '', order: integer(attributes['srcOrd']) ?? 0 })
  points.below.set(from, links)
}

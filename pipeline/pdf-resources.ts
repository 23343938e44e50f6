/** The character maps and fonts that pdfjs needs for Chinese text without embedded fonts, from the installed package; each is read once. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PdfResources } from '../extractors/formats/pdf/character-maps.ts'

export function pdfResources(): PdfResources {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  return { cMap: filesOf(join(root, 'cmaps')), standardFont: filesOf(join(root, 'standard_fonts')) }
}

function filesOf(folder: string): (name: string) => Promise<Uint8Array> {
  const contents = new Map<string, Promise<Uint8Array>>()
  return (name) => {
    const known = contents.get(name)
    if (known !== undefined) return known
    const content = readFile(join(folder, name)).then((bytes) => new Uint8Array(bytes))
    contents.set(name, content)
    content.catch(() => contents.delete(name))
    return content
  }
}

/** What is timed over many files in one process: the product's own steps, and the bare parts that they rest on. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { readDocument } from '../../extractors/formats/read-document.ts'
import { defaultLimits } from '../../extractors/formats/reading.ts'
import { createSegmenter } from '../../extractors/language/segmenter.ts'
import { structure } from '../../extractors/language/structure.ts'
import { cue } from '../../extractors/lexicon.ts'
import { createKit } from '../../pipeline/kit.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import { pdfResources } from '../../pipeline/pdf-resources.ts'
import type { BenchFile } from './corpus/folder.ts'

export type TaskName = 'read' | 'read-and-segment' | 'extract' | 'bare-docx' | 'bare-pdf' | 'bare-pdf-text'

export type Task = (file: BenchFile) => Promise<void>

const pdfjsRoot = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const pdf = pdfResources()

export async function createTask(name: TaskName): Promise<Task> {
  if (name === 'bare-pdf' || name === 'bare-pdf-text') return barePdf(name === 'bare-pdf-text')
  if (name === 'bare-docx') return bareDocx()
  const { lexicon, scheme } = loadKnowledge()
  const options = { limits: defaultLimits, pdf, titleWords: cue(lexicon, 'title-words') }
  const read = ({ file, bytes }: BenchFile) => readDocument({ file, sha256: '', bytes: bytes.slice() }, options)
  if (name === 'read') return async (file) => void (await read(file))
  if (name === 'extract') {
    const kit = await createKit({ lexicon, scheme, limits: defaultLimits, segmenter: 'jieba-rs', kind: null })
    return async (file) => {
      const document = await read(file)
      const identity = kit.identify(document)
      kit.extractValues({ document, structure: structure(document), identity })
    }
  }
  const segmenter = await createSegmenter(lexicon.segmenterWords)
  return async (file) => {
    const document = await read(file)
    structure(document)
    segmenter.cut(document.folded.text)
  }
}

/** Pages of some PDFs together. */
export async function pagesOf(files: readonly BenchFile[]): Promise<number> {
  const options = { limits: defaultLimits, pdf, titleWords: [] }
  let pages = 0
  for (const { file, bytes } of files) pages += (await readDocument({ file, sha256: '', bytes: bytes.slice() }, options)).pages ?? 0
  return pages
}

/** Inflating, scanning the XML for its text, and cutting it into words: less than this nothing that reads a .docx can do. */
async function bareDocx(): Promise<Task> {
  const segmenter = await createSegmenter([])
  return async ({ bytes }) => {
    const xml = unzipSync(bytes, { filter: ({ name }) => name === 'word/document.xml' })['word/document.xml']
    if (xml === undefined) throw new Error('the bench wrote a .docx without its document')
    const parts: string[] = []
    const parser = new SaxesParser({ xmlns: false })
    parser.on('text', (text) => parts.push(text))
    parser.write(strFromU8(xml)).close()
    segmenter.cut(parts.join(''))
  }
}

/** pdfjs alone: the operators of each page, from which the reader works, or the text that pdfjs itself puts together. */
async function barePdf(text: boolean): Promise<Task> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const options = {
    cMapUrl: `${join(pdfjsRoot, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(pdfjsRoot, 'standard_fonts')}/`,
    verbosity: 0,
  }
  return async ({ bytes }) => {
    const task = getDocument({ ...options, data: bytes.slice(), useSystemFonts: false })
    const document = await task.promise
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      await (text ? page.getTextContent() : page.getOperatorList())
    }
    await task.destroy()
  }
}

/** Reading alone: .docx documents a second, milliseconds for a PDF page, on one core and on two, beside the bare parts they rest on. */
import { pdfFiles, wordFiles } from '../corpus/folder.ts'
import { PAGES } from '../corpus/pdf-file.ts'
import type { Bench, Figure, Measured } from '../measure.ts'
import { inWorkers } from '../side-by-side.ts'
import type { TaskName } from '../tasks.ts'

export async function readingWord({ quick, runs }: Bench): Promise<Measured> {
  const files = wordFiles(quick ? 100 : 200)
  const figure = async (name: string, task: TaskName, workers: number, goal: string): Promise<Figure> => ({
    name,
    unit: 'documents/s',
    values: (await inWorkers(task, files, workers, runs)).map((ms) => (files.length * 1000) / ms),
    goal,
    command: `inWorkers('${task}', ${files.length} .docx, ${workers})`,
  })
  return [
    await figure('.docx read and segmented, one worker', 'read-and-segment', 1, '>= 200'),
    await figure('.docx read and segmented, two workers', 'read-and-segment', 2, '>= 350'),
    await figure('.docx bare: inflate, scan, jieba', 'bare-docx', 1, ''),
    await figure('.docx read and values extracted', 'extract', 1, ''),
  ]
}

export async function readingPdf({ quick, runs }: Bench): Promise<Measured> {
  const files = pdfFiles(quick ? 40 : 100)
  const pages = files.length * PAGES
  const figure = async (name: string, task: TaskName, workers: number, goal: string): Promise<Figure> => ({
    name,
    unit: 'ms/page',
    values: (await inWorkers(task, files, workers, runs)).map((ms) => ms / pages),
    goal,
    command: `inWorkers('${task}', ${files.length} PDFs of ${PAGES} pages, ${workers})`,
  })
  return [
    await figure('PDF read, one worker', 'read', 1, '<= 12'),
    await figure('PDF read, two workers', 'read', 2, ''),
    await figure('PDF bare: operators of pdfjs', 'bare-pdf', 1, ''),
    await figure('PDF bare: text of pdfjs', 'bare-pdf-text', 1, ''),
  ]
}

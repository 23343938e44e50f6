/** Reading alone: .docx documents a second, milliseconds for a PDF page, on one core and on two, beside the bare parts they rest on. */
import { type BenchFile, pdfFiles, samplePdfs, wordFiles } from '../corpus/folder.ts'
import type { Bench, Figure, Goal, Measured } from '../measure.ts'
import { inWorkers } from '../side-by-side.ts'
import { pagesOf, type TaskName } from '../tasks.ts'

/** What two workers must give together, set against one. */
const SCALING = 1.5

export async function readingWord({ quick, runs }: Bench): Promise<Measured> {
  const files = wordFiles(quick ? 100 : 200)
  const figure = async (name: string, task: TaskName, workers: number, goal: Goal | null): Promise<Figure> => ({
    name,
    unit: 'documents/s',
    values: (await inWorkers(task, files, workers, runs)).map((ms) => (files.length * 1000) / ms),
    goal,
    command: `inWorkers('${task}', ${files.length} .docx, ${workers})`,
  })
  return [
    await figure('.docx read and segmented, one worker', 'read-and-segment', 1, { least: 200 }),
    await figure('.docx read and segmented, two workers', 'read-and-segment', 2, { least: 350 }),
    await figure('.docx bare: inflate, scan, jieba', 'bare-docx', 1, null),
    await figure('.docx read and values extracted', 'extract', 1, null),
  ]
}

export async function readingPdf({ quick, runs }: Bench): Promise<Measured> {
  const figure = async (name: string, task: TaskName, files: readonly BenchFile[], workers: number, goal: Goal | null): Promise<Figure> => {
    const pages = await pagesOf(files)
    const values = (await inWorkers(task, files, workers, runs)).map((ms) => ms / pages)
    return { name, unit: 'ms/page', values, goal, command: `inWorkers('${task}', ${files.length} PDFs, ${pages} pages, ${workers})` }
  }
  const made = pdfFiles(quick ? 40 : 100)
  const samples = samplePdfs()
  return [
    await figure('PDF without embedded fonts, one worker', 'read', made, 1, { most: 12 }),
    await figure('PDF without embedded fonts, two workers', 'read', made, 2, { most: 12 / SCALING }),
    await figure('the same, bare: operators of pdfjs', 'bare-pdf', made, 1, null),
    await figure('the same, bare: text of pdfjs', 'bare-pdf-text', made, 1, null),
    await figure('PDF of the samples (embedded fonts), one worker', 'read', samples, 1, { most: 12 }),
    await figure('the same, bare: operators of pdfjs', 'bare-pdf', samples, 1, null),
  ]
}

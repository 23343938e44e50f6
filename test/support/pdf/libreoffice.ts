/** LibreOffice and poppler as the tests use them: a document to PDF, a PDF to text, in a folder of their own. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** `filter` may hold export options, as soffice takes them after `pdf:`. */
export function convertToPdf(document: Uint8Array, extension: string, filter = 'pdf'): Uint8Array {
  return inFolder((folder) => {
    const file = join(folder, `document.${extension}`)
    writeFileSync(file, document)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    execFileSync('soffice', ['--headless', profile, '--convert-to', filter, '--outdir', folder, file], {
      stdio: 'ignore',
      timeout: 120_000,
    })
    return new Uint8Array(readFileSync(join(folder, 'document.pdf')))
  })
}

export function popplerText(pdf: Uint8Array): string {
  return inFolder((folder) => {
    const file = join(folder, 'document.pdf')
    writeFileSync(file, pdf)
    return execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8', timeout: 60_000 })
  })
}

function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'zhijian-pdf-'))
  try {
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** LibreOffice and qpdf for the formats that no package writes: many documents in one call, for each target format. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const FILTERS: Readonly<Record<string, string>> = { pdf: 'pdf:writer_pdf_Export', doc: 'doc:MS Word 97', xls: 'xls:MS Excel 97' }
const FIXED_TIME = '1609387200'

export type Target = 'pdf' | 'doc' | 'xls'

/** In the order given. */
export function convertAll(documents: readonly Uint8Array[], extension: 'docx' | 'xlsx', target: Target): Uint8Array[] {
  if (documents.length === 0) return []
  return inFolder((folder) => {
    const out = join(folder, 'out')
    mkdirSync(out)
    const sources = documents.map((bytes, at) => {
      const path = join(folder, `${at}.${extension}`)
      writeFileSync(path, bytes)
      return path
    })
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    execFileSync('soffice', ['--headless', profile, '--convert-to', FILTERS[target] ?? target, '--outdir', out, ...sources], {
      stdio: 'ignore',
      timeout: 600_000,
      env: { ...process.env, SOURCE_DATE_EPOCH: FIXED_TIME },
    })
    return documents.map((_, at) => new Uint8Array(readFileSync(join(out, `${at}.${target}`))))
  })
}

export function encryptPdf(pdf: Uint8Array, password: string): Uint8Array {
  return inFolder((folder) => {
    const source = join(folder, 'source.pdf')
    const target = join(folder, 'target.pdf')
    writeFileSync(source, pdf)
    execFileSync('qpdf', ['--encrypt', password, password, '256', '--', source, target], { timeout: 60_000 })
    return new Uint8Array(readFileSync(target))
  })
}

function inFolder<Result>(use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'zhijian-pack-'))
  try {
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

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
    const files = documents.map((_, at) => readFileSync(join(out, `${at}.${target}`)))
    return files.map((bytes) => new Uint8Array(target === 'pdf' ? fixTimes(bytes) : bytes))
  })
}

/** The time and the ids that LibreOffice writes are replaced in place, so that packing again changes nothing. */
function fixTimes(pdf: Buffer): Buffer {
  const zeros = (hex: string): string => '0'.repeat(hex.length)
  const text = pdf
    .toString('latin1')
    .replace(/(\/CreationDate\(D:)\d{14}/u, (_, start: string) => `${start}20201231120000`)
    .replace(/(\/DocChecksum \/)([0-9A-F]{32})/u, (_, start: string, hex: string) => start + zeros(hex))
    .replace(
      /(\/ID \[ <)([0-9A-F]{32})(>\s{1,4}<)([0-9A-F]{32})/u,
      (_, start: string, first: string, between: string, second: string) => start + zeros(first) + between + zeros(second),
    )
  return Buffer.from(text, 'latin1')
}

export function encryptPdf(pdf: Uint8Array, password: string): Uint8Array {
  return inFolder((folder) => {
    const source = join(folder, 'source.pdf')
    const target = join(folder, 'target.pdf')
    writeFileSync(source, pdf)
    execFileSync('qpdf', ['--encrypt', password, password, '128', '--use-aes=y', '--', '--static-id', '--static-aes-iv', source, target], {
      timeout: 60_000,
    })
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

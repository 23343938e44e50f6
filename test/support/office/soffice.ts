/** LibreOffice as the tests use it: one file into another format, in a folder of its own. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** `filter` as soffice takes it after --convert-to: "doc", "txt:Text:UTF8", "csv:…". Gives every file that came out, in order of name. */
export function convert(document: Uint8Array, extension: string, filter: string): readonly Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'zhijian-office-'))
  try {
    const source = join(folder, `source.${extension}`)
    const out = join(folder, 'out')
    writeFileSync(source, document)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    execFileSync('soffice', ['--headless', profile, '--convert-to', filter, '--outdir', out, source], { stdio: 'ignore', timeout: 120_000 })
    return readdirSync(out)
      .sort()
      .map((name) => new Uint8Array(readFileSync(join(out, name))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

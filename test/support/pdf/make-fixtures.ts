/**
 * Makes the PDFs below test/fixtures/pdf with LibreOffice, from invented reports: `node make-fixtures.js <folder>`, after compiling. The unit tests
 * read them without LibreOffice; the seeds in `fixtureReports` say what must be found in them.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fixtureReports, inventReport } from './invented-report.ts'
import { convertToPdf } from './libreoffice.ts'
import { wordDocument } from './word-document.ts'

const folder = process.argv[2]
if (!folder) throw new Error('usage: make-fixtures <folder>')

const option = (values: Readonly<Record<string, string | boolean>>): string =>
  `pdf:writer_pdf_Export:${JSON.stringify(
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        { type: typeof value === 'boolean' ? 'boolean' : 'string', value: String(value) },
      ]),
    ),
  )}`

const { plain, tables, short } = fixtureReports
const write = async (name: string, document: Promise<Buffer>, filter?: string): Promise<void> =>
  writeFileSync(join(folder, name), convertToPdf(await document, 'docx', filter))

await write('plain.pdf', wordDocument(inventReport(plain.seed, plain.sections), { header: '沙枣县质量强县工作领导小组办公室' }))
await write('tables.pdf', wordDocument(inventReport(tables.seed, tables.sections, true), { size: 28, footnote: '数据来自抽检台账。' }))
await write(
  'user-password.pdf',
  wordDocument(inventReport(short.seed, short.sections)),
  option({ EncryptFile: true, DocumentOpenPassword: 'open' }),
)
await write(
  'owner-password.pdf',
  wordDocument(inventReport(short.seed, short.sections)),
  option({ RestrictPermissions: true, PermissionPassword: 'owner' }),
)

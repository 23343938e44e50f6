/**
 * From a file's bytes to a Document: tell the format, read it, put it together. The one door to the readers.
 *
 * A file that cannot be read is a Rejection whose sentence says what its sender can do; any other exception is a fault of the program.
 */
import type { Document, Format } from '../document.ts'
import { assemble } from './assemble.ts'
import { rejection, tooManyBytes, tooMuchText } from './codes.ts'
import { readCsv } from './csv.ts'
import { detectKind, type FileKind } from './detect.ts'
import { readDoc } from './doc/read-doc.ts'
import { readDocx } from './docx/read-docx.ts'
import { readHtml } from './html.ts'
import { readMarkdown } from './markdown.ts'
import type { PdfResources } from './pdf/character-maps.ts'
import { readPdf } from './pdf/read-pdf.ts'
import type { Limits, Reading, Rejection } from './reading.ts'
import { readXls } from './sheets/read-xls.ts'
import { readXlsx } from './sheets/read-xlsx.ts'
import { readText } from './text.ts'

export interface ReadInput {
  /** Path below the submission folder, as the contract writes it. */
  readonly file: string
  readonly sha256: string
  readonly bytes: Uint8Array
}

export interface ReadOptions {
  readonly limits: Limits
  readonly pdf: PdfResources
  /** What titles end with (报告, 总结, 通报 …), from the lexicon. */
  readonly titleWords: readonly string[]
}

type Reader = (bytes: Uint8Array, options: ReadOptions) => Reading | Promise<Reading>

const READERS: Readonly<Partial<Record<FileKind, Reader>>> = {
  docx: (bytes, { limits }) => readDocx(bytes, limits),
  doc: (bytes, { limits }) => readDoc(bytes, limits),
  wps: (bytes, { limits }) => ({ ...readDoc(bytes, limits), format: 'wps' satisfies Format }),
  pdf: (bytes, { limits, pdf }) => readPdf(bytes, limits, pdf),
  xlsx: (bytes, { limits }) => readXlsx(bytes, limits),
  xls: (bytes, { limits }) => readXls(bytes, limits),
  txt: (bytes, { limits }) => readText(bytes, limits),
  md: (bytes, { limits }) => readMarkdown(bytes, limits),
  csv: (bytes, { limits }) => readCsv(bytes, limits),
  html: (bytes, { limits }) => readHtml(bytes, limits),
}

/** What the sender of a file that has no reader can do. */
const ADVICE: Readonly<Partial<Record<FileKind, string>>> = {
  image: '图片暂不能识别，请提供 Word 或可复制文字的 PDF 版本',
  ofd: '暂不支持 OFD 格式，请导出为 PDF 或 Word 版本后提交',
  slides: '演示文稿暂不支持，请将分析内容整理为 Word 版本后提交',
  xlsb: '暂不支持 Excel 二进制工作簿（.xlsb），请用 Excel 或 WPS 另存为 .xlsx 后提交',
  rtf: '暂不支持 RTF 格式，请用 Word 或 WPS 另存为 .docx 后提交',
  'word-xml': '文件是 Word 的 XML 格式，请用 Word 或 WPS 另存为 .docx 后提交',
  mhtml: '文件是单个文件网页（MHT）格式，请用 Word 或 WPS 另存为 .docx 后提交',
  opendocument: '暂不支持 OpenDocument 格式（.odt、.ods），请另存为 .docx 或 .xlsx 后提交',
  package: '无法识别文件格式，请用原来的程序另存为 .docx、.xlsx 或 .pdf 后提交',
  xml: '文件是 XML 数据，请用原来的程序另存为 .docx、.xlsx 或 .pdf 后提交',
  'legacy-wps': '文件是旧版 WPS 或 Works 格式，请用 WPS 另存为 .docx 后提交',
  rar: '暂不支持 RAR 压缩包，请解压后提交，或改用 .zip',
  '7z': '暂不支持 7z 压缩包，请解压后提交，或改用 .zip',
  compressed: '暂不支持这种压缩格式，请解压后提交，或改用 .zip',
  zip: '压缩包应解压后逐个读取其中的文件',
  program: '文件是程序而不是文档，请核对后重新提交',
}

export async function readDocument({ file, sha256, bytes }: ReadInput, options: ReadOptions): Promise<Document> {
  if (bytes.length > options.limits.fileBytes) throw tooManyBytes(bytes.length, options.limits)
  const kind = detectKind(bytes, file)
  if (kind === 'empty') throw rejection('E_EMPTY', '文件为空（0 字节），请重新提交')
  if (kind === 'encrypted-office') throw rejection('E_ENCRYPTED')
  if (kind === 'unknown') throw unknownContent(file)
  const reader = READERS[kind]
  if (!reader) throw rejection('E_UNSUPPORTED', ADVICE[kind])
  const document = assemble(file, sha256, await reader(bytes, options), options.titleWords)
  if (document.text.length > options.limits.characters) throw tooMuchText(options.limits)
  return document
}

/** Content of no known format: damaged where the name promises one that is read. */
function unknownContent(file: string): Rejection {
  const suffix = file.slice(file.lastIndexOf('.') + 1).toLowerCase()
  if (!isReadable(suffix)) return rejection('E_UNSUPPORTED', '无法识别文件格式，请提供 .docx 或 .pdf 版本')
  return rejection('E_CORRUPT', `内容不是 .${suffix} 文件应有的内容，文件可能已损坏，请打开原件检查，重新导出后提交`)
}

const isReadable = (suffix: string): boolean => Object.hasOwn(READERS, suffix) || suffix === 'zip'

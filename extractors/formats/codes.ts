/**
 * The codes with which the readers here reject a file or say what they could not read, each with its usual sentence.
 *
 * docs/formats-and-notices.md explains every code to the office. A reader may replace the sentence where it knows more (a count, a sheet's name).
 */
import type { Notice } from '../document.ts'
import { type Limits, Rejection } from './reading.ts'

const REJECTIONS = {
  E_ENCRYPTED: '文件已加密，请提供无密码版本',
  E_CORRUPT: '文件已损坏或不完整，无法打开，请重新导出后提交',
  E_EMPTY: '文件中没有可读取的文字，请检查是否提交了空白文件或图片文件',
  E_TOO_LARGE: '文件过大，超出处理上限，请拆分或压缩图片后提交',
  E_TOO_MANY_ENTRIES: '压缩包内文件数量超出处理上限，请分批提交',
  E_ARCHIVE_TOO_DEEP: '压缩包嵌套层数过多，请解压后提交',
  E_UNSUPPORTED: '暂不支持这种文件格式，请另存为 .docx 或 .pdf 后提交',
} as const

const NOTICES = {
  W_ENCODING: '部分字符已丢失，或者无法按文件的编码识别（以“�”代替）',
  W_LINES_JOINED: '文本按固定宽度换行，已将同一段落的各行合并',
  W_TRUNCATED: '文件不完整或有损坏，仅读取了可以识别的部分，请对照原件核对',
  W_SHEET_UNREAD: '工作表无法读取',
  W_HIDDEN_SHEET: '含隐藏的工作表，其内容已一并读取',
  W_HIDDEN_ROWS: '含隐藏的行，其内容已一并读取',
  W_HIDDEN_COLUMNS: '含隐藏的列，其内容已一并读取',
  W_CELL_ERROR: '单元格公式出错，按显示的错误值读取',
  W_FORMULA_NOT_CALCULATED: '单元格公式没有保存计算结果，该单元格无法读取，请在 Excel 或 WPS 中打开并重新保存',
  W_NUMBER_FORMAT: '单元格的数字格式无法识别，已按常规格式读取',
  W_COMMENTS: '批注不属于正文，未读取',
  W_TEXT_BOX_UNREAD: '文本框或图形中的文字未读取',
  W_CHART_UNREAD: '图表未读取',
  W_PICTURE: '图片中的文字未读取',
  W_HIDDEN_TEXT: '含隐藏文字，未计入正文',
  W_STRUCK_THROUGH: '含加删除线的文字，视为已删去，未计入正文',
  W_TRACKED_CHANGES: '含修订删除的文字，已按接受修订处理',
  W_NUMBERING_NOT_READ: '自动编号未能还原，标题或条目前可能缺少序号',
  W_EMBEDDED_OBJECT: '含嵌入对象，其内容未读取',
  W_ENTRY_IGNORED: '系统文件或临时文件，已忽略',
  W_ENTRY_NAME: '压缩包内文件名编码无法识别，名称可能显示不正确',
  W_ENTRY_PATH: '压缩包内文件路径不规范，已更正后显示',
} as const

export function rejection(code: keyof typeof REJECTIONS, message: string = REJECTIONS[code]): Rejection {
  return new Rejection(code, message)
}

/** More text than the limits allow: pictures made smaller would not help. */
export const tooMuchText = ({ characters }: Pick<Limits, 'characters'>): Rejection =>
  rejection('E_TOO_LARGE', `文字超过上限${characters}字，请拆分后提交（上限可用 --limit characters=… 调整）`)

/** More bytes than the limits allow once they are inflated, in an archive or a packed document. */
export const tooMuchInflated = (): Rejection =>
  rejection('E_TOO_LARGE', '解压后的内容超过上限，请拆分、压缩图片或分批打包后提交（上限可用 --limit inflatedBytes=… 调整）')

export const tooManyBytes = (size: number, { fileBytes }: Pick<Limits, 'fileBytes'>): Rejection =>
  rejection(
    'E_TOO_LARGE',
    `文件有 ${megabytes(size)} MB，超过上限 ${megabytes(fileBytes)} MB，请拆分或压缩图片后提交（上限可用 --limit fileBytes=… 调整）`,
  )

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1)

/** `where` is set before the sentence: "工作表“底稿”：…". */
export function notice(code: keyof typeof NOTICES, where?: string): Notice {
  return { code, message: where === undefined ? NOTICES[code] : `${where}：${NOTICES[code]}` }
}

/** Codes of lost content, then of what may hold some; a notice of neither never says why a reading is incomplete. */
const LOSSES: readonly ReadonlySet<string>[] = [
  new Set([
    'W_TRUNCATED',
    'W_PART_UNREAD',
    'W_SHEET_UNREAD',
    'W_ENCODING',
    'W_PAGE_WITHOUT_TEXT',
    'W_PAGE_UNREADABLE',
    'W_UNREADABLE_CHARACTERS',
    'W_FORMULA_NOT_CALCULATED',
    'W_RECORD_SET_ASIDE',
  ]),
  new Set(['W_ROTATED_TEXT', 'W_PICTURE', 'W_EMBEDDED_OBJECT', 'W_TEXT_BOX_UNREAD']),
]

/** Of an incomplete reading's notices, the one that says what is missing. */
export const lossAmong = (notices: readonly Notice[]): Notice | undefined =>
  LOSSES.map((codes) => notices.find(({ code }) => codes.has(code))).find((found) => found !== undefined)

/** Why a file could not be read and what to do, in the program's own sentence, without what it says to whoever runs it. */
import type { DocumentRecord } from '../../contract/records.ts'

/** An option of the command line in brackets: （上限可用 --limit … 调整）. */
const OPTION = /（[^（）]*--[a-z][^（）]*）/gu

export const unreadReason = ({ message = '' }: Pick<DocumentRecord, 'message'>, { unknown }: { readonly unknown: string }): string =>
  message.replace(OPTION, '').replace(/。$/u, '') || unknown

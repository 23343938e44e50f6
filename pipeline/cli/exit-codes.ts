/** What the program tells the shell (docs/contract.md). */
export const exitCodes = {
  done: 0,
  /** The run itself failed, or a figure fell below its floor. */
  failed: 1,
  /** The file that was asked about cannot be read. */
  rejected: 2,
  /** `score`, `decisions`: the scheme, the decisions or the workbook are wrong. */
  wrongInput: 2,
  /** The run finished; some files were rejected. */
  someRejected: 3,
  /** `check`: the report would be looked at again. */
  review: 4,
  usage: 64,
  interrupted: 130,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** The user asked for something that cannot be meant; the message says what is right. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

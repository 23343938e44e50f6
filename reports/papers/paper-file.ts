/** A paper as a file of the result folder. */
export interface PaperFile {
  /** Below the result folder, "/" between parts. */
  readonly name: string
  readonly content: Uint8Array
}

/** A name as a part of a file's name on every system. */
export const fileNamePart = (name: string): string => name.replaceAll('/', '至').replace(/[\\:*?"<>|\p{Cc}]/gu, '_')

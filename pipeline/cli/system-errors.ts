/** What the operating system refuses, said so that a clerk knows what to do. */

/** Sentences by the system's code; `what` is the path concerned, in quotation marks, or words for it. */
const SENTENCES: Readonly<Record<string, (what: string) => string>> = {
  ENOSPC: (what) => `磁盘空间不足，${what}没有写成。请腾出空间，或用 --out 另指定一个位置，再重新运行；原有结果没有改动`,
  EDQUOT: (what) => `磁盘配额已用完，${what}没有写成。请腾出空间，或用 --out 另指定一个位置，再重新运行；原有结果没有改动`,
  EACCES: (what) => `没有权限读写${what}，请检查权限后重新运行`,
  EPERM: (what) => `不能改动${what}：没有权限，或正被其他程序打开。请关闭打开的结果文件后重新运行`,
  EBUSY: (what) => `${what}正被其他程序打开，请关闭后重新运行`,
  EROFS: (what) => `${what}在只读的磁盘上，请用 --out 另指定一个位置`,
  EIO: (what) => `读写${what}时磁盘或网络位置出错，请检查后重新运行`,
  ENAMETOOLONG: (what) => `${what}的名称太长，请用较短的名称`,
  EMFILE: () => '同时打开的文件太多，请用 --jobs 1 重新运行',
}

/** null for what is no refusal of the system. */
export function systemErrorWords(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  const path = 'path' in error && typeof error.path === 'string' ? `“${error.path}”` : '文件'
  return SENTENCES[error.code]?.(path) ?? null
}

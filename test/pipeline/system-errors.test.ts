import { describe, expect, it } from 'vitest'
import { systemErrorWords } from '../../pipeline/cli/system-errors.ts'

const refused = (code: string, path?: string): Error =>
  Object.assign(new Error(`${code}: refused`), { code, ...(path === undefined ? {} : { path }) })

describe('what the system refuses', () => {
  it('is a sentence that says what to do, with the place', () => {
    expect(systemErrorWords(refused('ENOSPC'))).toContain('磁盘空间不足，文件没有写成')
    expect(systemErrorWords(refused('EACCES', '/材料/a.docx'))).toBe('没有权限读写“/材料/a.docx”，请检查权限后重新运行')
    expect(systemErrorWords(refused('EBUSY', '结果/提取结果.xlsx'))).toContain('“结果/提取结果.xlsx”正被其他程序打开')
  })

  it('is told apart from faults of the program', () => {
    expect(systemErrorWords(new TypeError('x is not a function'))).toBeNull()
    expect(systemErrorWords(refused('ERR_INVALID_ARG_TYPE'))).toBeNull()
  })
})

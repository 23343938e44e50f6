/** The page's client, which the build makes and the page carries. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from './package.ts'

export const pageScript = (): Promise<string> => readFile(join(packageRoot(), 'dist/reports/page/client.js'), 'utf8')

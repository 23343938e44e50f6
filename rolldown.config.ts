/**
 * Two bundles: the page's client as one script, which `reports/page/page.ts` puts into the page; and the program, whose hundreds of small files each thread would otherwise
 * find, read and compile one by one. The program's own parts lie flat in its folder, because some of them look for files beside them.
 */
import { defineConfig, type RolldownOptions } from 'rolldown'

/** Packages that find files of their own beside them, or are seldom needed. */
const NOT_BUNDLED = ['node:', '@node-rs/jieba', 'nodejieba', 'pdfjs-dist', 'tinypool', 'xlsx']

/** `folder`: where tsc has put the compiled program. */
export const program = (folder: string): RolldownOptions => ({
  input: { 'cli/main': 'pipeline/cli/main.ts', worker: 'pipeline/worker.ts', helper: 'pipeline/helper.ts' },
  platform: 'node',
  external: (id) => NOT_BUNDLED.some((name) => id.startsWith(name)),
  output: { dir: `${folder}/pipeline`, format: 'esm', chunkFileNames: 'part-[name].js' },
})

export const client: RolldownOptions = {
  input: 'reports/page/client/main.ts',
  platform: 'browser',
  tsconfig: 'tsconfig.client.json',
  output: { file: 'dist/reports/page/client.js', format: 'iife', minify: true },
}

export default defineConfig([client, program('dist')])

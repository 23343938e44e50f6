/**
 * Bundles the program into few files, because reading several hundred takes a short command longer than its work; what packages wrote stays in their packages. And the
 * page's client into one script, which `reports/page/page.ts` puts into the page.
 */
import { defineConfig } from 'rolldown'

const program = defineConfig({
  input: Object.fromEntries(['index', 'cli/main', 'worker', 'helper', 'compile-knowledge'].map((name) => [name, `pipeline/${name}.ts`])),
  platform: 'node',
  external: /^(?![./])/u,
  tsconfig: 'tsconfig.json',
  output: { dir: 'dist/pipeline', format: 'esm', chunkFileNames: 'chunks/[name].js' },
})

export const client = {
  input: 'reports/page/client/main.ts',
  platform: 'browser',
  tsconfig: 'tsconfig.client.json',
  output: { file: 'dist/reports/page/client.js', format: 'iife', minify: true },
} as const

export default [program, defineConfig(client)]

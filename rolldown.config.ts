/** Bundles the page's client into one script, which `reports/page/page.ts` puts into the page. */
import { defineConfig } from 'rolldown'

export default defineConfig({
  input: 'reports/page/client/main.ts',
  platform: 'browser',
  tsconfig: 'tsconfig.client.json',
  output: { file: 'dist/reports/page/client.js', format: 'iife', minify: true },
})

import { defineConfig } from 'vitest/config'

/** `unit` needs npm alone; `browser` needs Debian's chromium, `office` LibreOffice and poppler-utils. */
const project = (name: string, include: string[], exclude: string[] = []) => ({
  test: { name, include, exclude, testTimeout: 120_000, hookTimeout: 180_000 },
})

export default defineConfig({
  test: {
    projects: [
      project('unit', ['test/**/*.test.ts'], ['test/**/*.browser.test.ts', 'test/**/*.office.test.ts']),
      project('browser', ['test/**/*.browser.test.ts']),
      project('office', ['test/**/*.office.test.ts']),
    ],
  },
})

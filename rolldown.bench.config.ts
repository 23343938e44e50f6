/** The program as the benchmark starts it, from the benchmark's own compilation. */
import { defineConfig } from 'rolldown'
import { program } from './rolldown.config.ts'

export default defineConfig(program('dist-bench'))

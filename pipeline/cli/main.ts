#!/usr/bin/env node
import './engine.ts'
import { runProgram } from './program.ts'
import { processStreams, tolerateClosedPipes } from './streams.ts'

tolerateClosedPipes()
process.exitCode = await runProgram(process.argv.slice(2), processStreams)

#!/usr/bin/env node
import './engine.ts'
import { runProgram } from './program.ts'
import { inThread, needsRoom } from './room.ts'
import { processStreams, tolerateClosedPipes } from './streams.ts'

tolerateClosedPipes()
const args = process.argv.slice(2)
process.exitCode = needsRoom(args) ? await inThread(args) : await runProgram(args, processStreams)

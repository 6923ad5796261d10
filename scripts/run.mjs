#!/usr/bin/env node
// `node scripts/run.mjs scripts/NAME.ts ARGS`: runs one of the TypeScript commands.
import { makeReady, runTypeScript } from './ready.mjs'

makeReady()
const [file] = process.argv.splice(2, 1)
await runTypeScript(file)

#!/usr/bin/env node
import { makeReady, runTypeScript } from './ready.mjs'

makeReady()
await runTypeScript('scripts/test/main.ts')

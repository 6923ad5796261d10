import fs from 'node:fs'
import { buildIfChanged, generateClient } from '../launch/build'
import { Sentence } from '../launch/sentence'
import { runPlaywright, runVitest } from './runners'
import { check, inWords, PASSED, run, stage, sumOf, tool, FAILED, type Count } from './stage'

const SOURCES = ['app', 'components', 'lib', 'scripts', 'proxy.ts', 'instrumentation.ts'].filter(fs.existsSync)

/** Of the database and of the routes; the type check reads both. */
async function generate(): Promise<Count> {
  generateClient()
  return (await run([...tool('next/dist/bin/next'), 'typegen'])) ? PASSED : FAILED
}

function build(): Count {
  buildIfChanged()
  return PASSED
}

const counts: Count[] = []
const add = async (name: string, work: () => Promise<Count> | Count): Promise<Count> => {
  const count = await stage(name, work)
  counts.push(count)
  return count
}

await add('format', check([...tool('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']))
await add('client generation', generate)
await add('types', check([...tool('typescript/bin/tsc'), '--noEmit']))
await add('lint', check([...tool('eslint/bin/eslint.js'), '--max-warnings', '0', '.']))
await add(
  'layers',
  check([...tool('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', ...SOURCES]),
)
await add('dead code', check(tool('knip/bin/knip.js')))
await add('unit and integration', runVitest)
const built = await add('production build', build)
if (!process.argv.includes('--no-e2e')) {
  await add('end to end', () => {
    if (built.failed) throw new Sentence('Not run: it needs the production build.')
    return runPlaywright()
  })
}

const total = sumOf(counts)
console.log(`\n${inWords(total)}`)
process.exit(total.failed > 0 ? 1 : 0)

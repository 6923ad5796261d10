import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'

const CRUISE = path.resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
const CONFIG = path.resolve('.dependency-cruiser.cjs')

type Violation = { readonly from: string; readonly rule: { readonly name: string } }

/** What the rules say of a small project of these files: `file: rule`. */
function broken(files: Readonly<Record<string, string>>): string[] {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'rvu-edge-layers-')))
  try {
    const options = { module: 'esnext', moduleResolution: 'bundler' }
    fs.writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options }))
    for (const [name, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
      fs.writeFileSync(path.join(folder, name), text)
    }
    const tops = [...new Set(Object.keys(files).map((name) => name.split('/')[0] ?? ''))]
    const args = [CRUISE, '--config', CONFIG, '--output-type', 'json', ...tops]
    const done = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
    const { summary } = JSON.parse(done.stdout) as { summary: { violations: Violation[] } }
    return summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

// One small project with one of each fault, and beside them what is allowed: a run of the tool takes seconds.
const PROJECT = {
  'lib/server/db.ts': 'export const db = 1',
  'lib/domain/sum.ts': 'export const sum = 1',
  'lib/domain/reaches.ts': "import { db } from '../server/db'\nexport const reaches = db",
  'lib/domain/reads.ts': "import fs from 'node:fs'\nexport const reads = fs",
  'lib/domain/one.ts': "import { two } from './two'\nexport const one = () => two",
  'lib/domain/two.ts': "import { one } from './one'\nexport const two = () => one",
  'lib/features/cases/store.ts': "import { db } from '../../server/db'\nexport const rows = db",
  'lib/features/cases/service.ts':
    "import { rows } from './store'\nimport { sum } from '../../domain/sum'\nexport const use = [rows, sum]",
  'lib/features/cases/helpers.ts': "import { sum } from '../../domain/sum'\nexport const help = sum",
  'components/ui/button.tsx': "import { db } from '../../lib/server/db'\nexport const button = db",
  'app/page.tsx': "import { rows } from '../lib/features/cases/store'\nexport default rows",
}
const faults = broken(PROJECT)

it.each([
  ['the core may not reach the edge', 'lib/domain/reaches.ts: domain-is-pure'],
  ['the core may not read a file', 'lib/domain/reads.ts: domain-has-no-packages'],
  ['a component may not reach the edge', 'components/ui/button.tsx: components-are-pure'],
  ['a page may not reach a store', 'app/page.tsx: app-imports'],
  ['a feature may not have a sixth kind of file', 'lib/features/cases/helpers.ts: closed-vocabulary'],
  ['two files may not import each other', 'lib/domain/one.ts: no-cycles'],
])('%s', (_what, fault) => {
  expect(faults).toContain(fault)
})

it('lets a service use its store and the core, and a store the edge', () => {
  expect(faults.filter((fault) => /service|store\.ts/.test(fault.split(':')[0] ?? ''))).toEqual([])
})

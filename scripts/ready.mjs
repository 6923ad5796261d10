// What every command needs before any package can be imported: the right Node, and the locked dependencies.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname ?? '.', '..')
const NEEDED = [20, 19]

export function stop(sentence) {
  process.stderr.write(`\n${sentence}\n`)
  process.exit(1)
}

/** Node 20.19 or newer, in the project's folder, with the packages of package-lock.json installed. */
export function makeReady() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
    stop(
      `RVU Edge needs Node ${NEEDED.join('.')} or newer; this is ${process.versions.node}. Install it from nodejs.org.`,
    )
  }
  process.chdir(root)
  install()
}

/** True when npm's own record of node_modules has every package of the lock, at its version. */
function isInstalled() {
  const record = path.join('node_modules', '.package-lock.json')
  if (!fs.existsSync(record)) return false
  const installed = JSON.parse(fs.readFileSync(record, 'utf8')).packages
  const locked = Object.entries(JSON.parse(fs.readFileSync('package-lock.json', 'utf8')).packages)
  return locked.every(([name, entry]) => {
    // Binaries of other platforms are locked and not installed.
    if (name === '' || (entry.optional && !installed[name])) return true
    return installed[name]?.version === entry.version
  })
}

function install() {
  if (isInstalled()) return
  try {
    fs.accessSync('.', fs.constants.W_OK)
  } catch {
    stop(`This folder is read-only, so the packages cannot be installed. Run it from a folder that you may write to.`)
  }
  console.log('Installing packages (about a minute the first time)…')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  // Development packages are needed to build and to test.
  const done = spawnSync(npm, ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (done.error || done.status !== 0) stop('The packages could not be installed: see the lines above.')
}

/** Runs a TypeScript entry point in this process. */
export async function runTypeScript(file) {
  const { register } = await import('tsx/esm/api')
  register()
  await import(new URL(file, new URL('../', import.meta.url)).href)
}

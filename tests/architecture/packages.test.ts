import fs from 'node:fs'
import { describe, expect, it } from 'vitest'

type Entry = { readonly optionalDependencies?: Readonly<Record<string, string>>; readonly resolved?: string }
type Manifest = { readonly dependencies: Record<string, string>; readonly devDependencies: Record<string, string> }

const json = <T>(file: string): T => JSON.parse(fs.readFileSync(file, 'utf8')) as T
const { packages } = json<{ packages: Record<string, Entry> }>('package-lock.json')
const manifest = json<Manifest>('package.json')
const direct = { ...manifest.dependencies, ...manifest.devDependencies }

/** Where npm would look for a package that the entry at `from` needs: there, then in each folder above. */
function isLocked(from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (`${folder ? `${folder}/` : ''}node_modules/${name}` in packages) return true
    if (folder === '') return false
  }
}

describe('the lock', () => {
  it('holds the binaries of every platform: npm ci fails elsewhere when one is missing', () => {
    const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isLocked(from, name)),
    )
    expect(missing).toEqual([])
  })

  it('names no address, so that it installs from whatever registry npm is set to', () => {
    const addressed = Object.entries(packages).filter(([, entry]) => entry.resolved !== undefined)
    expect(addressed.map(([name]) => name)).toEqual([])
  })

  it('pins every package to one version', () => {
    const loose = Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    expect(loose).toEqual([])
  })
})

it('gives a reason for every package in ARCHITECTURE.md', () => {
  const rows = fs
    .readFileSync('ARCHITECTURE.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
  const explained = new Set(
    rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name)),
  )
  expect(Object.keys(direct).filter((name) => !explained.has(name))).toEqual([])
})

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { chromium } from '@playwright/test'
import { childEnv } from '../../lib/server/env'
import { Sentence } from '../launch/sentence'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where Chromium is: 'own' for the one Playwright downloaded, else a path, else null. */
export function findChromium(): string | null {
  if (fs.existsSync(chromium.executablePath())) return 'own'
  return INSTALLED.find((file) => fs.existsSync(file)) ?? null
}

/** Makes sure there is a Chromium: root installs Debian's; anyone else is told what to install. */
export function needChromium(): void {
  if (findChromium()) return
  if (process.getuid?.() === 0 && succeeds('apt-get', ['--version'])) {
    console.log('  Installing Chromium with apt-get…')
    succeeds('apt-get', ['update'])
    succeeds('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
    if (findChromium()) return
  }
  throw new Sentence(
    'End to end needs Chromium: run `npx playwright install chromium`, or install the package chromium of your system.',
  )
}

const succeeds = (file: string, args: readonly string[]): boolean =>
  spawnSync(file, args, {
    stdio: 'ignore',
    env: childEnv({ DEBIAN_FRONTEND: 'noninteractive' }),
  }).status === 0

import { spawnSync } from 'node:child_process'
import { chromium } from '@playwright/test'
import { childEnv } from '../../lib/server/env'
import { Sentence } from '../launch/sentence'
import { findChromium, needChromium } from '../test/chromium'
import type { BareSite } from './bare-site'
import { median, RUNS, type Figure } from './figure'
import { CODE_PATH } from './page'

/** Points of performance that a code page may be below the bare page. */
const POINTS_BELOW = 3
const MOST_SHIFT = 0.02
/** Kilobytes of JavaScript, packed, above the bare page. */
const MOST_SCRIPT_KB = 25

type Run = {
  readonly performance: number
  readonly others: readonly (readonly [name: string, score: number])[]
  readonly shift: number
  readonly scriptBytes: number
}

/** Lighthouse on a phone: a code page beside the bare page of the same build, one after the other, medians of five. */
export async function measureLighthouse(bare: BareSite): Promise<readonly Figure[]> {
  needChromium()
  // Made and kept before it is looked at, as it is for everyone but the first.
  await fetch(`${bare.address}${CODE_PATH}`)
  const [code, empty]: [Run[], Run[]] = [[], []]
  for (let run = 0; run < RUNS; run++) {
    code.push(lookAt(`${bare.address}${CODE_PATH}`))
    empty.push(lookAt(bare.empty))
  }
  const [ours, least] = [code, empty].map((runs) => median(runs.map(({ performance }) => performance)))
  const shift = median(code.map((run) => run.shift))
  const script = (median(code.map((run) => run.scriptBytes)) - median(empty.map((run) => run.scriptBytes))) / 1000
  return [
    figure('Lighthouse performance of a code page, to the bare page', `at most ${POINTS_BELOW} below`, {
      measured: `${ours ?? NaN} (bare ${least ?? NaN})`,
      holds: (ours ?? 0) >= (least ?? NaN) - POINTS_BELOW,
    }),
    ...othersOf(code),
    figure('layout shift of a code page', `at most ${MOST_SHIFT}`, {
      measured: shift.toFixed(3),
      holds: shift <= MOST_SHIFT,
    }),
    figure('JavaScript of a code page above the bare page, packed', `at most ${MOST_SCRIPT_KB} kB`, {
      measured: `${script.toFixed(1)} kB`,
      holds: script <= MOST_SCRIPT_KB,
    }),
  ]
}

const figure = (name: string, bound: string, rest: Pick<Figure, 'measured' | 'holds'>): Figure => ({
  name,
  bound,
  ...rest,
})

function othersOf(code: readonly Run[]): readonly Figure[] {
  const names = code[0]?.others.map(([name]) => name) ?? []
  return names.map((name) => {
    const score = median(code.map(({ others }) => others.find(([each]) => each === name)?.[1] ?? NaN))
    return figure(`Lighthouse ${name} of a code page`, '100', { measured: String(score), holds: score === 100 })
  })
}

type Report = {
  readonly categories: Readonly<Record<string, { readonly title: string; readonly score: number | null }>>
  readonly audits: Readonly<
    Record<
      string,
      { readonly numericValue?: number; readonly details?: { readonly items?: readonly Item[] } } | undefined
    >
  >
}
type Item = { readonly resourceType?: string; readonly transferSize?: number }

function lookAt(url: string): Run {
  const found = findChromium()
  const chrome = found === 'own' || found === null ? chromium.executablePath() : found
  const flags = '--headless=new --no-sandbox --disable-dev-shm-usage'
  const args = ['node_modules/lighthouse/cli/index.js', url, '--quiet', '--output=json', `--chrome-flags=${flags}`]
  const done = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: childEnv({ CHROME_PATH: chrome }),
    maxBuffer: 64 * 1024 * 1024,
  })
  if (done.status !== 0) throw new Sentence(`Lighthouse did not finish on ${url}: ${done.stderr.trim().slice(-300)}`)
  return readReport(JSON.parse(done.stdout) as Report)
}

function readReport({ categories, audits }: Report): Run {
  const scores = Object.entries(categories).map(
    ([id, { title, score }]) => [id, title.toLowerCase(), Math.round((score ?? 0) * 100)] as const,
  )
  const requests = audits['network-requests']?.details?.items ?? []
  const scripts = requests.filter(({ resourceType }) => resourceType === 'Script')
  return {
    performance: scores.find(([id]) => id === 'performance')?.[2] ?? 0,
    others: scores.filter(([id]) => id !== 'performance').map(([, title, score]) => [title, score] as const),
    shift: audits['cumulative-layout-shift']?.numericValue ?? NaN,
    scriptBytes: scripts.reduce((sum, { transferSize }) => sum + (transferSize ?? 0), 0),
  }
}

import fs from 'node:fs'
import path from 'node:path'
import { freePort } from '../../lib/server/embedded-postgres'
import { build, SOURCES } from '../launch/build'
import { startNext, stopNext, untilHealthy } from '../launch/server'

/** Git does not see it, and the modules of the project are found from it. */
const TREE = path.join('.test-data', 'bench-tree')
/** In the place of another code, so that proxy.ts does for it what it does for a page of a code. */
const PAGE = '/cpt-codes/surgery/47563'
const PAGE_SOURCE = `export const dynamic = 'force-static'
export default function StaticPage() {
  return 'Static'
}
`
/** Next's own cache instead of ours: what ours costs is in the figure. */
const CONFIG = `import config from './product.config.js'
export default { ...config, cacheHandler: undefined, cacheMaxMemorySize: undefined, turbopack: { root: ${JSON.stringify(process.cwd())} } }
`

/** A page that Next made while building. */
export type StaticPage = { readonly address: string; readonly stop: () => Promise<void> }

/**
 * The fastest a page of these bytes can be: made while a copy of the source is built, then given `html`, and served by
 * the same Next as the site, over the same database.
 */
export async function serveStaticPage(html: Buffer): Promise<StaticPage> {
  fs.rmSync(TREE, { recursive: true, force: true })
  for (const entry of [...SOURCES, 'package.json', 'scripts/serve.mjs'])
    if (fs.existsSync(entry)) fs.cpSync(entry, path.join(TREE, entry), { recursive: true })
  fs.renameSync(path.join(TREE, 'next.config.js'), path.join(TREE, 'product.config.js'))
  fs.writeFileSync(path.join(TREE, 'next.config.js'), CONFIG)
  fs.mkdirSync(path.join(TREE, 'app', PAGE), { recursive: true })
  fs.writeFileSync(path.join(TREE, 'app', PAGE, 'page.tsx'), PAGE_SOURCE)
  build(TREE)
  fs.writeFileSync(path.join(TREE, '.next/server/app', `${PAGE}.html`), html)
  const port = await freePort()
  const server = startNext('127.0.0.1', port, false, TREE)
  const address = `http://127.0.0.1:${port}`
  await untilHealthy(address, server)
  const stop = async () => {
    await stopNext(server, 20)
    fs.rmSync(TREE, { recursive: true, force: true })
  }
  return { address: `${address}${PAGE}`, stop }
}

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
/** The document of every page with nothing in it: what any page of this build weighs. Where proxy.ts lets inline scripts be. */
const EMPTY = '/modifiers/BARE'
const EMPTY_SOURCE = `export const dynamic = 'force-static'
export const metadata = { title: 'Bare', description: 'A page with nothing in it.' }
export default function BarePage() {
  return <main><h1>Bare</h1></main>
}
`
/** Under the wrapper, the schema and the limits of the real route, and without its work. */
const CONSTANT = '/api/v1/calculate-constant'
const constantSource = (answer: string): string => `import { ok } from '@/lib/domain/shared/result'
import { CalculateInput } from '@/lib/features/schedule/schema'
import { publicRoute } from '@/lib/server/route'

const ANSWER = ${answer}

export const POST = publicRoute({ input: CalculateInput }, () => Promise.resolve(ok(ANSWER)))
`
/** Nothing in front of Next: what it costs to answer at all is what is measured. */
const ANSWERED = path.join('lib', 'server', 'answered-pages.ts')
const ANSWERED_SOURCE = `import type { IncomingMessage, ServerResponse } from 'node:http'
type Handle = (request: IncomingMessage, response: ServerResponse) => void
export const answeredPages = () => (request: IncomingMessage, response: ServerResponse, handle: Handle) => handle(request, response)
`
/** Next's own cache instead of ours: what ours costs is in the figure. */
const CONFIG = `import config from './product.config.js'
export default { ...config, cacheHandler: undefined, cacheMaxMemorySize: undefined, turbopack: { root: ${JSON.stringify(process.cwd())} } }
`

/** A page that Next made while building, an empty one, a route that answers with a constant, and the product beside them. */
export type BareSite = {
  readonly page: string
  readonly empty: string
  readonly constant: string
  readonly address: string
  readonly stop: () => Promise<void>
}

/**
 * The fastest a page of these bytes can be: made while a copy of the source is built, then given `html`; and the fastest
 * a calculation can be: its answer, without calculating. Both served by the same Next as the site, over the same
 * database; neither is in the product.
 */
export async function serveBareSite(html: Buffer, answer: string): Promise<BareSite> {
  fs.rmSync(TREE, { recursive: true, force: true })
  for (const entry of [...SOURCES, 'package.json', 'scripts/serve.mjs', 'scripts/serve'])
    if (fs.existsSync(entry)) fs.cpSync(entry, path.join(TREE, entry), { recursive: true })
  fs.renameSync(path.join(TREE, 'next.config.js'), path.join(TREE, 'product.config.js'))
  fs.writeFileSync(path.join(TREE, 'next.config.js'), CONFIG)
  fs.mkdirSync(path.join(TREE, 'app', PAGE), { recursive: true })
  fs.writeFileSync(path.join(TREE, 'app', PAGE, 'page.tsx'), PAGE_SOURCE)
  fs.mkdirSync(path.join(TREE, 'app', EMPTY), { recursive: true })
  fs.writeFileSync(path.join(TREE, 'app', EMPTY, 'page.tsx'), EMPTY_SOURCE)
  fs.mkdirSync(path.join(TREE, 'app', CONSTANT), { recursive: true })
  fs.writeFileSync(path.join(TREE, 'app', CONSTANT, 'route.ts'), constantSource(answer))
  fs.writeFileSync(path.join(TREE, ANSWERED), ANSWERED_SOURCE)
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
  return {
    page: `${address}${PAGE}`,
    empty: `${address}${EMPTY}`,
    constant: `${address}${CONSTANT}`,
    address,
    stop,
  }
}

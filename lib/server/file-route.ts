import { served, type Handler } from './route'
import { sha256 } from './secret'

/** Search engines and previews may keep a file for an hour; then they ask whether it changed. */
const KEPT_SECONDS = 3_600

type Params = Readonly<Record<string, string | undefined>>

/** A route that makes a file for everyone; null where there is none at its address. */
export function fileRoute(type: string, make: (params: Params) => Promise<string | ArrayBuffer | null>): Handler {
  return served({}, async (request, context) => {
    const file = await make(firsts(await context.params))
    if (file === null) return new Response('There is no such file.', { status: 404 })
    const tag = `"${sha256(typeof file === 'string' ? file : Buffer.from(file)).slice(0, 32)}"`
    const headers = { 'Cache-Control': `public, max-age=${KEPT_SECONDS}`, 'Content-Type': type, ETag: tag }
    if (request.headers.get('if-none-match')?.includes(tag)) return new Response(null, { status: 304, headers })
    return new Response(file, { headers })
  })
}

const firsts = (params: Readonly<Record<string, string | string[] | undefined>> | undefined): Params =>
  Object.fromEntries(Object.entries(params ?? {}).map(([name, value]) => [name, [value].flat()[0]]))

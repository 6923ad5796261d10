// Next behind a plain HTTP server of ours: it notes the caller's real address, sends again what was answered for everyone,
// and stops without cutting anyone off.
import { randomUUID } from 'node:crypto'
import http from 'node:http'
import next from 'next'
import { unservable } from './serve/unservable.mjs'

const [host, port] = [process.argv[2] ?? '127.0.0.1', Number(process.argv[3] ?? 3000)]
// Always this name, whatever the address listened on: Next calls 127.0.0.1 so inside, and would fetch its own rewrites
// from themselves as from another server.
const app = next({ dev: process.env.NODE_ENV === 'development', hostname: 'localhost', port })
const handle = app.getRequestHandler()
await app.prepare()

// Set up by instrumentation.ts, beside the cache of pages; in development nothing is kept.
function answer(request, response) {
  const answered = process.env.NODE_ENV === 'development' ? undefined : globalThis.rvuEdgeAnswered
  if (answered) answered(request, response, handle)
  else handle(request, response)
}

const server = http.createServer((request, response) => {
  const said = request.headers['x-forwarded-for']
  const socket = request.socket.remoteAddress ?? ''
  request.headers['x-forwarded-for'] = said ? `${said}, ${socket}` : socket
  const refused = unservable(request.method, request.url)
  if (refused === null) return answer(request, response)
  response.setHeader('Content-Type', 'application/problem+json; charset=utf-8')
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('X-Request-Id', randomUUID())
  response.writeHead(refused.status).end(JSON.stringify(refused))
})
if (process.env.NODE_ENV === 'development') server.on('upgrade', app.getUpgradeHandler())
server.listen(port, host)

function stop() {
  // No new connections; requests under way end, then idle connections close and the process with them.
  server.close(() => process.exit(0))
  setInterval(() => server.closeIdleConnections(), 50).unref()
}
process.on('SIGTERM', stop)
process.on('SIGINT', () => {})
// The launcher holds the other end: when it is gone, killed or not, nobody is left to stop this server.
process.stdin.on('end', stop).on('error', stop).resume()

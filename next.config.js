import path from 'node:path'

/** The same for every answer; the content security policy of pages is set in proxy.ts. */
const HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=()' },
]
const API_POLICY = { key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" }

/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pino'],
  // Pages made on demand are kept in Postgres for all instances; see lib/server/page-cache.ts.
  cacheHandler: path.join(import.meta.dirname, 'lib/server/cache-handler.mjs'),
  cacheMaxMemorySize: 0,
  // An address without a page gets its own document, made for the request: app/not-found.tsx stands in every page.
  experimental: { globalNotFound: true },
  // The address that development prints.
  allowedDevOrigins: ['127.0.0.1'],
  headers: async () => [
    { source: '/:path*', headers: HEADERS },
    { source: '/api/:path*', headers: [API_POLICY] },
  ],
}

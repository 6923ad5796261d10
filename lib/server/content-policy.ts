type Policy = {
  /** Null: the page is kept for everyone, so its scripts cannot carry a nonce. Such a page never shows what people typed. */
  readonly nonce: string | null
  /** The development server evaluates modules and talks over a socket. */
  readonly development: boolean
  /** Hashes of inline scripts that are the same on every page. */
  readonly hashes: readonly string[]
}

function scripts({ nonce, development, hashes }: Policy): string {
  const evaluating = development ? ["'unsafe-eval'"] : []
  // A hash or a nonce beside it would switch 'unsafe-inline' off.
  if (nonce === null) return ["'self'", "'unsafe-inline'", ...evaluating].join(' ')
  return [`'nonce-${nonce}'`, "'strict-dynamic'", ...hashes.map((hash) => `'sha256-${hash}'`), ...evaluating].join(' ')
}

/** The Content-Security-Policy of a page. Styles stay inline: chart marks are placed by style attributes. */
export function contentPolicy(policy: Policy): string {
  return [
    "default-src 'self'",
    `script-src ${scripts(policy)}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${policy.development ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

import { describe, expect, it } from 'vitest'
import { contentPolicy } from '@/lib/server/content-policy'

const scriptsOf = (policy: string): string => /script-src ([^;]*)/.exec(policy)?.[1] ?? ''

describe('the content security policy', () => {
  it('trusts only scripts with the nonce, what they load, and the constant ones, on a page made for one request', () => {
    const policy = contentPolicy({ nonce: 'abc=', development: false, hashes: ['xyz='] })
    expect(scriptsOf(policy)).toBe("'nonce-abc=' 'strict-dynamic' 'sha256-xyz='")
    expect(policy).not.toContain('unsafe-eval')
  })

  it('has no nonce and no hash on a page kept for everyone: either would switch inline scripts off', () => {
    const policy = contentPolicy({ nonce: null, development: false, hashes: ['xyz='] })
    expect(scriptsOf(policy)).toBe("'self' 'unsafe-inline'")
  })

  it('lets no other site frame a page, take its forms or change its base', () => {
    const policy = contentPolicy({ nonce: null, development: false, hashes: [] })
    for (const part of ["frame-ancestors 'none'", "form-action 'self'", "base-uri 'self'", "object-src 'none'"]) {
      expect(policy).toContain(part)
    }
  })

  it('lets the development server evaluate and talk over its socket', () => {
    const policy = contentPolicy({ nonce: 'abc=', development: true, hashes: [] })
    expect(scriptsOf(policy)).toContain("'unsafe-eval'")
    expect(policy).toContain("connect-src 'self' ws:")
  })
})

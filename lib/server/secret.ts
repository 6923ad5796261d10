import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** 32 random bytes as text that is safe in a URL. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

export const sha256 = (value: string | Buffer): string => createHash('sha256').update(value).digest('hex')

export const hmac = (key: string, value: string): string => createHmac('sha256', key).update(value).digest('base64url')

export function sameText(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(sha256(a)), Buffer.from(sha256(b))]
  return timingSafeEqual(x, y)
}

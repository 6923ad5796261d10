import { createHash, createHmac, randomBytes } from 'node:crypto'

/** 32 random bytes as text that is safe in a URL. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

export const sha256 = (value: string | Buffer): string => createHash('sha256').update(value).digest('hex')

export const hmac = (key: string, value: string): string => createHmac('sha256', key).update(value).digest('base64url')

import { hash, verify } from '@node-rs/argon2'
import { newSecret } from './secret'

/** Argon2id, the package's own default, at OWASP's cost (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** One text whichever keyboard typed it: an accent may come as one character or as two. */
const normal = (password: string): string => password.normalize('NFKC')

export const hashPassword = (password: string): Promise<string> => hash(normal(password), COST)

let nobody: Promise<string> | null = null

/** Takes as long where there is no such person as where the password is wrong. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(newSecret())
  const right = await verify(kept ?? (await nobody), normal(password))
  return kept !== null && right
}

import { z } from 'zod'
import { API_SCOPES, type ApiScope } from '../../domain/access/permission'

const Scope = z.enum(API_SCOPES, { error: `Choose of ${API_SCOPES.join(', ')}.` })

const SCOPE_NAMES: Readonly<Record<ApiScope, { readonly label: string; readonly note: string }>> = {
  'cases:read': { label: 'Read cases', note: 'Your log and its totals.' },
  'cases:write': { label: 'Log and change cases', note: 'Also delete them.' },
  'profile:read': { label: 'Read your profile', note: 'Stage, specialty, workplaces.' },
}
export const SCOPE_CHOICES = API_SCOPES.map((value) => ({ value, ...SCOPE_NAMES[value] }))

export const CreateKey = z.strictObject({
  name: z
    .string({ error: 'Name the key after what will use it.' })
    .trim()
    .min(1, 'Name the key after what will use it.')
    .max(80, 'Use at most 80 characters.'),
  scopes: z.array(Scope, { error: 'Choose at least one scope.' }).min(1, 'Choose at least one scope.'),
})
export type CreateKey = z.output<typeof CreateKey>

const limit = z
  .string()
  .regex(/^([1-9]\d?|100)$/, 'Use a limit from 1 to 100.')
  .transform(Number)
  .default(20)

export const ListKeys = z.strictObject({ limit, cursor: z.uuid('Use the nextCursor of the last answer.').optional() })
export type ListKeys = z.output<typeof ListKeys>

export const NameKey = z.strictObject({ id: z.uuid('There is no such key.') })
export type NameKey = z.output<typeof NameKey>

/** A key as its owner sees it; the secret is not among it. */
export type KeyRow = {
  readonly id: string
  readonly name: string
  readonly prefix: string
  readonly scopes: readonly ApiScope[]
  /** ISO instant. */
  readonly createdAt: string
  /** ISO instant, at most an hour behind; null before the first use. */
  readonly lastUsedAt: string | null
}

/** The only time that the key itself is told. */
export type NewKey = KeyRow & { readonly key: string }

export type KeyPage = { readonly items: readonly KeyRow[]; readonly nextCursor: string | null }

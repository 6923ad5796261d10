import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { GET } from '@/app/api/v1/openapi.json/route'
import type { Permission } from '@/lib/domain/access/permission'
import { OPERATIONS, type Operation } from '@/lib/features/openapi/service'
import { call } from './call'

const ROOT = 'app/api/v1'
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

type Options = {
  readonly input: z.ZodType
  readonly status?: number
  readonly version?: boolean
  readonly cache?: number
  readonly idempotent?: boolean
  readonly permission?: Permission
}

/** Addresses of platform administration are for our own pages alone, and the rest are those that there are not. */
const folders = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('route.ts') && !/^(admin|\[\[\.\.\.path\]\])\//.test(name))
  .map((name) => name.replace(/\/?route\.ts$/, ''))

const addressOf = (folder: string): string => `/${folder.replaceAll('[', '{').replaceAll(']', '}')}`

async function handlersOf(folder: string): Promise<readonly { operation: string; options: Options }[]> {
  const found = (await import(/* @vite-ignore */ join('@', ROOT, folder, 'route'))) as Record<
    string,
    { options?: Options }
  >
  // What only says that the address has another method takes nothing.
  return METHODS.flatMap((method) => {
    const options = found[method]?.options
    return options ? [{ operation: `${method} ${addressOf(folder)}`, options }] : []
  })
}
const nameOf = ({ method, path }: Operation): string => `${method.toUpperCase()} ${path}`

const handlers = (await Promise.all(folders.map(handlersOf))).flat()

const NEEDS: Readonly<Record<string, string>> = { 'case:read': 'cases:read', 'case:write': 'cases:write' }
const needsOf = (permission: Permission | undefined) =>
  permission === undefined ? undefined : (NEEDS[permission] ?? 'session')
const schemaOf = (input: z.ZodType) => z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })

describe('the description of the interface', () => {
  it('has every method of every address, and no other', () => {
    expect(handlers.length).toBeGreaterThan(20)
    expect(OPERATIONS.map(nameOf).sort()).toEqual(handlers.map(({ operation }) => operation).sort())
  })

  it.each(handlers)('says of $operation what the handler takes', ({ operation, options }) => {
    const described = OPERATIONS.find((each) => nameOf(each) === operation)
    if (!described) throw new Error('not described')
    expect(schemaOf(described.input)).toEqual(schemaOf(options.input))
    expect(described.status ?? 200).toBe(options.status ?? (described.answer === null ? 204 : 200))
    expect(described.version ?? false).toBe(options.version ?? false)
    expect(described.idempotent ?? false).toBe(options.idempotent ?? false)
    expect(described.cached ?? false).toBe(options.cache !== undefined)
    expect(described.needs).toBe(needsOf(options.permission))
  })

  it('is served as OpenAPI 3.1, cacheable, every reference in it resolved', async () => {
    const answer = await call(GET, { path: '/openapi.json' })
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      openapi: '3.1.0',
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' }, session: { in: 'cookie' } } },
    })
    expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=\d+/)
    const text = JSON.stringify(answer.body)
    const names = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]))
    const { schemas } = answer.body['components'] as { schemas: Record<string, unknown> }
    expect([...names].filter((name) => schemas[name ?? ''] === undefined)).toEqual([])
    expect(names.size).toBeGreaterThan(5)
  })

  it('describes what a calculation takes by hand and answers beside money and work', async () => {
    const { body } = await call(GET, { path: '/openapi.json' })
    const { schemas } = body['components'] as { schemas: Record<string, { properties: Record<string, object> }> }
    expect(Object.keys(schemas['CalculatedLine']?.properties ?? {})).toEqual(
      expect.arrayContaining(['limitingCharge', 'anesthesia']),
    )
    const described = JSON.stringify(schemas['CalculatedCase']?.properties['totals'])
    for (const name of ['limitingCharge', 'asaUnits', 'postoperativeVisits', 'manual'])
      expect(described).toContain(name)
    const paths = body['paths'] as Record<string, { post?: { requestBody?: object } }>
    const taken = JSON.stringify(paths['/api/v1/calculate']?.post?.requestBody)
    for (const name of ['manual', 'comparator', 'assistants', 'splitShared']) expect(taken).toContain(`"${name}"`)
    expect(JSON.stringify(paths['/api/v1/time']?.post?.requestBody)).toContain('therapy')
  })

  it('gives every operation a name of its own, problems, and the key or session that it needs', async () => {
    const { body } = await call(GET, { path: '/openapi.json' })
    type Described = { operationId: string; security: object[]; responses: Record<string, { content?: object }> }
    const all = Object.values(body['paths'] as Record<string, Record<string, Described>>).flatMap(
      Object.values<Described>,
    )
    expect(new Set(all.map((each) => each.operationId)).size).toBe(all.length)
    for (const { security, responses } of all) {
      expect(responses['400']?.content).toHaveProperty(['application/problem+json'])
      expect(responses).toHaveProperty('429')
      expect(security.length > 0).toBe('401' in responses)
    }
  })
})

import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import manifest from '@/package.json'
import type { ApiScope } from '@/lib/domain/access/permission'
import { ok, type Result } from '@/lib/domain/shared/result'
import { BlendInput, ListBenchmarks, PaceInput, PositionInput } from '../benchmarks/schema'
import { CaseById, CaseIds, ChangeCase, DeleteCase, ListCases, LogCase, LogCases, Nothing } from '../cases/schema'
import { CodeQuery, CodeRequest } from '../catalog/schema'
import { SummaryInput } from '../dashboard/schema'
import { CreateKey, ListKeys, NameKey } from '../keys/schema'
import { ParseInput, PreviewInput } from '../quick-log/schema'
import { SendReport } from '../reports/schema'
import * as reference from '../reference/schema'
import { CalculateInput, LocalitiesInput } from '../schedule/schema'
import { TimeInput } from '../time/schema'
import * as answers from './schema'

type Method = 'get' | 'post' | 'patch' | 'delete'

/** One method of one address, with the schema that checks its requests. */
export type Operation = {
  readonly method: Method
  readonly path: string
  readonly summary: string
  readonly input: z.ZodType
  /** Null: nothing but the status. */
  readonly answer: z.ZodType | null
  readonly status?: number
  /** What a key needs; `session` where a key cannot do it; absent where anyone may call. */
  readonly needs?: ApiScope | 'session'
  readonly idempotent?: true
  readonly version?: true
  readonly cached?: true
  /** Statuses beside those that every address may answer with. */
  readonly errors?: readonly number[]
}

const READ = { needs: 'cases:read' } as const
const WRITE = { needs: 'cases:write', idempotent: true } as const
const SESSION = { needs: 'session' } as const
const CACHED = { cached: true } as const

const at = (
  method: Method,
  path: string,
  summary: string,
  input: z.ZodType,
  answer: z.ZodType | null,
  more: Partial<Operation> = {},
): Operation => ({ method, path, summary, input, answer, ...more })

/** Every method of every public address; a test compares it with the routes. */
export const OPERATIONS: readonly Operation[] = [
  at('get', '/health', 'Whether the service answers', Nothing, reference.HealthAnswer, { errors: [503] }),
  at('get', '/openapi.json', 'This document', Nothing, z.looseObject({}), CACHED),
  at('get', '/releases', 'Releases of the fee schedule', Nothing, reference.ReleasesAnswer, CACHED),
  at('get', '/localities', 'Localities and their indices', LocalitiesInput, reference.LocalitiesAnswer, { ...CACHED, errors: [422] }),
  at('get', '/codes', 'Find codes by what a physician would type', CodeQuery, reference.CodesAnswer, CACHED),
  at('get', '/codes/{code}', 'One code; 404 comes with suggestions', CodeRequest, reference.CodeAnswer, { ...CACHED, errors: [404, 422] }),
  at('post', '/parse', 'Read typed text into lines', ParseInput, answers.ParseReply),
  at('post', '/calculate', 'Price and credit lines, with the reason of each step', CalculateInput, answers.CalculatedCaseAnswer, { errors: [422] }),
  at('post', '/reports', 'Report a number that is wrong', SendReport, answers.ReportSent, { status: 201 }),
  at('post', '/time', 'Units of services counted by the clock', TimeInput, answers.TimeReply),
  at('get', '/benchmarks', 'Benchmark tables with their sources', ListBenchmarks, reference.BenchmarksAnswer, CACHED),
  at('post', '/benchmarks/position', 'Place an amount on a table', PositionInput, reference.PositionAnswer, { errors: [404] }),
  at('post', '/benchmarks/blend', 'Blend tables by shares', BlendInput, reference.BlendAnswer),
  at('post', '/pace', 'Progress toward a target', PaceInput, reference.PaceAnswer),
  at('get', '/cases', 'List cases, the newest day first', ListCases, answers.CasePageAnswer, READ),
  at('post', '/cases', 'Log a case; the same id again changes nothing', LogCase, answers.CaseAnswer, { ...WRITE, status: 201, errors: [409, 422] }),
  at('post', '/cases/batch', 'Log up to 500 cases, all or none', LogCases, answers.CasesAnswer, { ...WRITE, errors: [409, 422] }),
  at('post', '/cases/preview', 'What typed text would be saved as', PreviewInput, answers.PreviewReply, { needs: 'cases:write' }),
  at('post', '/cases/delete', 'Delete several cases', CaseIds, answers.DeletedAnswer, { ...WRITE, errors: [404, 409] }),
  at('post', '/cases/restore', 'Bring deleted cases back', CaseIds, answers.RestoredAnswer, { ...WRITE, errors: [404, 409] }),
  at('get', '/cases/{id}', 'One case', CaseById, answers.CaseAnswer, { ...READ, errors: [404] }),
  at('patch', '/cases/{id}', 'Change what is given of a case', ChangeCase, answers.CaseAnswer, { ...WRITE, version: true, errors: [404, 409, 412, 422] }),
  at('delete', '/cases/{id}', 'Delete a case', DeleteCase, null, { ...WRITE, version: true, status: 204, errors: [404, 409, 412] }),
  at('get', '/summary', 'Sums of what was logged', SummaryInput, answers.SummaryAnswer, READ),
  at('get', '/keys', 'API keys', ListKeys, answers.KeyPageAnswer, SESSION),
  at('post', '/keys', 'Make an API key', CreateKey, answers.NewKeyAnswer, { ...SESSION, status: 201, errors: [409] }),
  at('delete', '/keys', 'Revoke the API key of ?id=', NameKey, null, { ...SESSION, status: 204, errors: [404] }),
  at('delete', '/keys/{id}', 'Revoke an API key', NameKey, null, { ...SESSION, status: 204, errors: [404] }),
] // prettier-ignore

const WORDS: Readonly<Record<number, string>> = {
  400: 'A field is wrong, unknown or missing; nothing was written.',
  401: 'Not signed in, or the key is not known.',
  403: 'The key lacks the scope, or the address is not confirmed.',
  404: 'There is none, or it is another person’s.',
  409: 'It conflicts with what is there, or the Idempotency-Key was used with another body.',
  412: 'If-Match is missing, or the case was changed since it was read.',
  413: 'The body is too large.',
  422: 'No release for the date, the release is not installed, or the locality is unknown.',
  429: 'Too many requests; wait as Retry-After says.',
  503: 'Not available now.',
}

const requestId = z.string().meta({ description: 'Names this request in our log.' })
const limits = {
  'RateLimit-Limit': z.string().meta({ description: 'Requests a minute.' }),
  'RateLimit-Remaining': z.string(),
  'RateLimit-Reset': z.string().meta({ description: 'Seconds until the minute starts anew.' }),
}
const ALWAYS = z.object({ 'X-Request-Id': requestId, ...limits })
const SLOWED = ALWAYS.extend({ 'Retry-After': z.string().meta({ description: 'Seconds.' }) })
const TAGGED = ALWAYS.extend({ ETag: z.string(), 'Cache-Control': z.string() })

function responsesOf(operation: Operation): ZodOpenApiOperationObject['responses'] {
  const { method, answer, status = 200, needs, cached, errors = [] } = operation
  const headers = cached ? TAGGED : ALWAYS
  const refusals = [400, ...(needs ? [401, 403] : []), ...(hasBody(method) ? [413] : []), ...errors, 429]
  const content = answer === null ? {} : { content: { 'application/json': { schema: answer } } }
  const problems = refusals.map((each) => [
    String(each),
    {
      description: WORDS[each] ?? '',
      headers: each === 429 ? SLOWED : ALWAYS,
      content: { 'application/problem+json': { schema: answers.ProblemAnswer } },
    },
  ])
  const unchanged = cached ? { '304': { description: 'Not changed since the ETag sent in If-None-Match.' } } : {}
  return {
    [String(status)]: { description: operation.summary, headers, ...content },
    ...unchanged,
    ...Object.fromEntries(problems),
  }
}

const hasBody = (method: Method): boolean => method === 'post' || method === 'patch'

const HEADERS = {
  'Idempotency-Key': z.string().max(200).optional().meta({ description: 'The same key with the same body answers the first result.' }),
  'If-Match': z.string().meta({ description: 'The version that was read.', example: '"1"' }),
} // prettier-ignore

function headersOf({ idempotent, version }: Operation): z.ZodObject | null {
  const shape = {
    ...(idempotent ? { 'Idempotency-Key': HEADERS['Idempotency-Key'] } : {}),
    ...(version ? { 'If-Match': HEADERS['If-Match'] } : {}),
  }
  return Object.keys(shape).length > 0 ? z.object(shape) : null
}

/** What of the input stands in the address, and what is sent beside it. */
function partsOf({ path, input, version }: Operation): { inPath: z.ZodObject | null; sent: z.ZodType } {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
  if (!(input instanceof z.ZodObject) || (names.length === 0 && !version)) return { inPath: null, sent: input }
  const kept = Object.entries(input.shape).filter(([name]) => !names.includes(name) && !(version && name === 'version'))
  const inPath = Object.entries(input.shape).filter(([name]) => names.includes(name))
  return { inPath: z.object(Object.fromEntries(inPath)), sent: z.strictObject(Object.fromEntries(kept)) }
}

function securityOf({ needs }: Operation): Record<string, string[]>[] {
  if (needs === undefined) return []
  return needs === 'session' ? [{ session: [] }] : [{ key: [needs] }, { session: [] }]
}

function operationOf(operation: Operation): ZodOpenApiOperationObject {
  const { method, path, summary } = operation
  const { inPath, sent } = partsOf(operation)
  const header = headersOf(operation)
  const query = !hasBody(method) && sent instanceof z.ZodObject && Object.keys(sent.shape).length > 0 ? sent : null
  return {
    operationId: operationId(method, path),
    tags: [path.split('/')[1] ?? ''],
    summary,
    security: securityOf(operation),
    requestParams: { ...(inPath ? { path: inPath } : {}), ...(query ? { query } : {}), ...(header ? { header } : {}) },
    ...(hasBody(method) ? { requestBody: { required: true, content: { 'application/json': { schema: sent } } } } : {}),
    responses: responsesOf(operation),
  }
}

const operationId = (method: Method, path: string): string =>
  [method, ...path.replace('.json', '').split(/[^\w]+/)]
    .filter(Boolean)
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')

export type ApiDocument = ReturnType<typeof createDocument>

function build(): ApiDocument {
  const paths: Record<string, ZodOpenApiPathsObject[string]> = {}
  for (const operation of OPERATIONS) {
    const path = `/api/v1${operation.path}`
    paths[path] = { ...paths[path], [operation.method]: operationOf(operation) }
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'RVU Edge',
      version: manifest.version,
      description: 'Decimal amounts are strings, exact. Dates are YYYY-MM-DD. Unknown fields are refused.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key made in Settings. The scope is named with each address.' },
        session: { type: 'apiKey', in: 'cookie', name: 'next-auth.session-token', description: 'The browser session, from our own pages only; over HTTPS the cookie is __Secure-next-auth.session-token.' },
      },
    },
  }) // prettier-ignore
}

let built: ApiDocument | null = null

/** `GET /api/v1/openapi.json`: OpenAPI 3.1, made from the schemas that check requests. */
export function describeApi(): Promise<Result<ApiDocument>> {
  built ??= build()
  return Promise.resolve(ok(built))
}

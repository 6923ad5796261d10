import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { decide, type Actor, type Grant, type Permission } from '../domain/access/grant'
import { ok, refuse, type Result } from '../domain/shared/result'
import type { Caller } from './action'
import { callerOf } from './caller'
import { env } from './env'
import { onceOnly } from './idempotency'
import { check, readJson } from './input'
import { log } from './log'
import { fault, problem } from './problem'
import { sha256 } from './secret'
import { ANONYMOUS } from './session'
import { addressOf, type Turn } from './throttle'

type NextContext = { readonly params: Promise<Record<string, string | string[] | undefined> | undefined> }
export type Handler = (request: Request, context: NextContext) => Promise<Response>
/** A handler that can be asked what it takes, so that a test can hold the published description against it. */
type Route = Handler & {
  readonly options: Options<z.ZodType> & { readonly permission?: Permission; readonly idempotent?: boolean }
}

type Options<S extends z.ZodType> = {
  readonly input: S
  readonly status?: number
  /** Reads If-Match into `version` of the input. */
  readonly version?: boolean
  /** Seconds that a public answer may be kept; it gets an ETag. */
  readonly cache?: number
  /** For the health check: answers anyone, also when the database that counts the turns does not. */
  readonly uncounted?: boolean
  /** Members to add to a problem of this route. */
  readonly explain?: (input: unknown) => Promise<Readonly<Record<string, unknown>>>
}

/** A route that needs a permission: session (same origin) or API key. */
export function route<P extends Permission, S extends z.ZodType, T>(
  options: Options<S> & { readonly permission: P; readonly idempotent?: boolean },
  service: (grant: Grant<P>, input: z.output<S>) => Promise<Result<T>>,
): Route {
  return guarded(options, async (request, input, actor) => {
    const granted = decide(actor, options.permission)
    if (!granted.ok) return granted
    const run = () => service(granted.value, input)
    const key = options.idempotent ? request.headers.get('idempotency-key') : null
    return key ? onceOnly(granted.value, key, sha256(whatIsAsked(request, input)), run) : run()
  })
}

/** The address belongs to it: one key may not answer a deletion with the result of another write. */
const whatIsAsked = (request: Request, input: unknown): string =>
  `${request.method} ${new URL(request.url).pathname} ${JSON.stringify(input)}`

/** A route that anyone may call. The service that writes throttles by the caller. */
export function publicRoute<S extends z.ZodType, T>(
  options: Options<S>,
  service: (input: z.output<S>, caller: Caller) => Promise<Result<T>>,
): Route {
  return guarded(options, (request, input) => service(input, { address: addressOf(request.headers) }))
}

type Work<S extends z.ZodType, T> = (request: Request, input: z.output<S>, actor: Actor) => Promise<Result<T>>

const guarded = <S extends z.ZodType, T>(options: Options<S>, work: Work<S, T>): Route => {
  const handler = served(options, async (request, context, actor) => {
    const raw = await rawInput(request, context, options.version ?? false)
    const input = raw.ok ? check(options.input, raw.value) : raw
    const result = input.ok ? await work(request, input.value, actor) : input
    return result.ok
      ? success(request, result.value, options)
      : problem(result.error, raw.ok ? await options.explain?.(raw.value) : {})
  })
  return Object.assign(handler, { options })
}

type Answer = (request: Request, context: NextContext, actor: Actor) => Promise<Response>
type Counted = { readonly uncounted?: boolean }

/** What every route does around its own work: finds who calls, counts the turn, logs the request, hides faults. */
export function served(options: Counted, work: Answer): Handler {
  return async (request, context) => {
    const requestId = randomUUID()
    const started = performance.now()
    let response: Response
    try {
      response = await answer(options, work, request, context)
    } catch (error) {
      log.error({ requestId, path: new URL(request.url).pathname, error: String(error) }, 'a request failed')
      response = fault(requestId)
    }
    response.headers.set('X-Request-Id', requestId)
    const milliseconds = Math.round(performance.now() - started)
    log.info(
      { requestId, method: request.method, path: new URL(request.url).pathname, status: response.status, milliseconds },
      'request',
    )
    return response
  }
}

async function answer(options: Counted, work: Answer, request: Request, context: NextContext): Promise<Response> {
  if (options.uncounted) return work(request, context, ANONYMOUS)
  const { actor, turn } = await callerOf(request)
  if (!turn.ok) return withLimit(problem(turn.error), { remaining: 0, resetSeconds: turn.error.retryAfter ?? 1 })
  return withLimit(actor.ok ? await work(request, context, actor.value) : problem(actor.error), turn.value)
}

const WITH_BODY = new Set(['POST', 'PATCH', 'PUT'])

/** Query or body, with the path's parameters and the version of If-Match put in. */
async function rawInput(request: Request, context: NextContext, version: boolean): Promise<Result<unknown>> {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const body = WITH_BODY.has(request.method) ? await readJson(request) : ok(query)
  if (!body.ok) return body
  if (!isObject(body.value)) return refuse('INVALID_INPUT', 'The body must be a JSON object.')
  // Next gives a route without a parameter in its address none at all.
  const params = (await context.params) ?? {}
  const sent: Readonly<Record<string, unknown>> = { ...body.value }
  const contradicted = Object.keys(params).find((name) => Object.hasOwn(sent, name) && sent[name] !== params[name])
  if (contradicted !== undefined) return otherThanAddress(contradicted)
  const input = { ...sent, ...params }
  return version ? withVersion(request, input) : ok(input)
}

function otherThanAddress(path: string): Result<never> {
  const message = `The ${path} sent is not the one of the address. Leave it out, or send it to its own address.`
  return refuse('INVALID_INPUT', message, { fields: [{ path, code: 'contradicts_address', message }] })
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function withVersion(request: Request, input: object): Result<unknown> {
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(request.headers.get('if-match') ?? '')
  if (!match) return refuse('VERSION_REQUIRED', 'Send the version that you read in the If-Match header.')
  return ok({ ...input, version: Number(match[1]) })
}

type Form = { readonly status?: number; readonly cache?: number }

export function success<T>(request: Request, value: T, options: Form): Response {
  const status = options.status ?? 200
  if (value === undefined) return new Response(null, { status: 204 })
  const text = JSON.stringify(value)
  const headers = new Headers({ 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' })
  if (options.cache === undefined) return new Response(text, { status, headers })
  const tag = `"${sha256(text).slice(0, 32)}"`
  headers.set('ETag', tag)
  headers.set('Cache-Control', `public, max-age=${options.cache}, must-revalidate`)
  if (request.headers.get('if-none-match')?.includes(tag)) return new Response(null, { status: 304, headers })
  return new Response(text, { status, headers })
}

function withLimit(response: Response, turn: Omit<Turn, 'limit'>): Response {
  response.headers.set('RateLimit-Limit', String(env().RATE_LIMIT_PER_MINUTE))
  response.headers.set('RateLimit-Remaining', String(turn.remaining))
  response.headers.set('RateLimit-Reset', String(turn.resetSeconds))
  return response
}

import { refuse } from '../domain/shared/result'
import { problem } from './problem'
import { served, type Handler } from './route'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Method = (typeof METHODS)[number]
/** What a route file hands to Next, which makes HEAD of GET by itself. */
type Methods = Readonly<Record<Method | 'OPTIONS', Handler>>

/**
 * All that an address answers: the methods it has, and to the others what those are. Without this Next answers them
 * with an empty 405.
 */
export function methods(has: Partial<Readonly<Record<Method, Handler>>>): Methods {
  const allowed = METHODS.filter((method) => has[method])
  const allow = allowed.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).concat('OPTIONS')
  const told = (response: Response): Response => {
    response.headers.set('Allow', allow.join(', '))
    return response
  }
  const other = served({}, ({ method }) => {
    const message = `This address takes ${inWords(allowed)}, not ${method}.`
    return Promise.resolve(told(problem(refuse('METHOD_NOT_ALLOWED', message).error)))
  })
  return {
    ...every(other),
    ...has,
    OPTIONS: served({}, () => Promise.resolve(told(new Response(null, { status: 204 })))),
  }
}

const every = (handler: Handler): Methods => ({
  GET: handler,
  POST: handler,
  PUT: handler,
  PATCH: handler,
  DELETE: handler,
  OPTIONS: handler,
})

const inWords = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`

/** Answers whatever is sent to an address that there is not, before reading any of it. */
export const noSuchAddress: Methods = every(
  served({}, () => {
    const message = 'There is no such address. /api/v1/openapi.json lists those there are.'
    return Promise.resolve(problem(refuse('NOT_FOUND', message).error))
  }),
)

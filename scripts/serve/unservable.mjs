const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/**
 * What of the interface Next cannot hand to a route and would answer with a fault of its own: a method that its requests
 * cannot have, and an address whose percent signs spell no text. Null for all else.
 */
export function unservable(method, url) {
  const path = url.split('?')[0]
  if (!path.startsWith('/api/')) return null
  if (!METHODS.includes(method)) {
    return problem(
      501,
      'METHOD_UNKNOWN',
      'Unknown method',
      `No address takes ${method}. Use one of ${METHODS.join(', ')}.`,
    )
  }
  return spells(path)
    ? null
    : problem(404, 'NOT_FOUND', 'Not found', 'There is no such address: its percent signs spell no text.')
}

function spells(path) {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** In the form of lib/server/problem.ts. */
function problem(status, code, title, detail) {
  const type = `urn:rvu-edge:problem:${code.toLowerCase().replaceAll('_', '-')}`
  return { type, title, status, detail, errors: [{ path: '', code, message: detail }] }
}

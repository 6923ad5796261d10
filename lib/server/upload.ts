import type { z } from 'zod'
import { decide, type Grant, type Permission } from '../domain/access/grant'
import type { Result } from '../domain/shared/result'
import { check } from './input'
import { problem } from './problem'
import { served, success, type Handler } from './route'
import { keepUpload, removeUpload, type Upload } from './upload-folder'

type Options<P extends Permission, S extends z.ZodType> = {
  readonly permission: P
  /** Of the query. */
  readonly input: S
  /** Bytes of the largest file. */
  readonly limit: number
  readonly status?: number
}

/**
 * A route whose body is one file, named in the X-File-Name header (percent-encoded). Who may not send it is refused
 * before a byte is kept; a file that the service refuses is removed, one that it takes is the service's to remove.
 */
export function uploadRoute<P extends Permission, S extends z.ZodType, T>(
  options: Options<P, S>,
  service: (grant: Grant<P>, upload: Upload, input: z.output<S>) => Promise<Result<T>>,
): Handler {
  return served({}, async (request, _context, actor) => {
    const granted = decide(actor, options.permission)
    if (!granted.ok) return problem(granted.error)
    const input = check(options.input, Object.fromEntries(new URL(request.url).searchParams))
    if (!input.ok) return problem(input.error)
    const upload = await keepUpload(request, options.limit)
    if (!upload.ok) return problem(upload.error)
    const result = await taken(upload.value, () => service(granted.value, upload.value, input.value))
    return result.ok ? success(request, result.value, options) : problem(result.error)
  })
}

async function taken<T>(upload: Upload, work: () => Promise<Result<T>>): Promise<Result<T>> {
  let kept = false
  try {
    const result = await work()
    kept = result.ok
    return result
  } finally {
    if (!kept) await removeUpload(upload.id)
  }
}

import type { z } from 'zod'
import { ok, refuse, type FieldError, type Result } from '../domain/shared/result'

const MEGABYTE = 1_048_576
/** A batch of 500 cases is well under this. */
const LARGEST_BODY = 4 * MEGABYTE

/** Reads a JSON body: bounded while it streams, strict UTF-8, an object. */
export async function readJson(request: Request): Promise<Result<unknown>> {
  const bytes = await readBytes(request, LARGEST_BODY)
  if (!bytes.ok) return bytes
  if (bytes.value.length === 0) return refuse('INVALID_INPUT', 'The body is empty. Send a JSON object.')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.value)
  } catch {
    return refuse('INVALID_INPUT', 'The body is not UTF-8. Save it as UTF-8 and send it again.')
  }
  try {
    return ok(JSON.parse(text) as unknown)
  } catch (error) {
    return refuse('INVALID_INPUT', `The body is not JSON: ${error instanceof Error ? error.message : 'unreadable'}.`)
  }
}

/** Reads at most `limit` bytes; refuses before reading where the length is announced. */
export async function readBytes(request: Request, limit: number): Promise<Result<Uint8Array>> {
  const tooLarge = () =>
    refuse('TOO_LARGE', `The body is larger than ${Math.floor(limit / MEGABYTE)} MB. Send it in smaller parts.`)
  if (Number(request.headers.get('content-length') ?? 0) > limit) return tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > limit) return tooLarge()
    chunks.push(chunk)
  }
  return ok(new Uint8Array(Buffer.concat(chunks)))
}

/** Checks a value by its schema; every wrong field is named by its dotted path, and says how to mend it. */
export function check<S extends z.ZodType>(schema: S, value: unknown): Result<z.output<S>> {
  const parsed = schema.safeParse(value, { error: inWords })
  if (parsed.success) return ok(parsed.data)
  const fields = parsed.error.issues.flatMap((issue) => fieldErrors(issue, []))
  return refuse('INVALID_INPUT', fields[0]?.message ?? 'The input is not valid.', { fields })
}

type Path = readonly PropertyKey[]

function fieldErrors(issue: z.core.$ZodIssue, above: Path): FieldError[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key].join('.'),
      code: 'unrecognized_key',
      message: `There is no field "${key}" here. Leave it out.`,
    }))
  }
  if (issue.code === 'invalid_union') {
    // What was sent is of the kind of one of the members: its own faults say more than that no member fits.
    const meant = issue.errors.find((errors) => errors.every((each) => each.path.length > 0 || isUnknownField(each)))
    if (meant && meant.length > 0) return meant.flatMap((each) => fieldErrors(each, path))
  }
  // What is wrong with the name of an entry is said by the schema of the names.
  const message = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message
  return [{ path: path.join('.'), code: issue.code, message }]
}

const isUnknownField = (issue: z.core.$ZodIssue): boolean => issue.code === 'unrecognized_keys'

const KINDS: Readonly<Record<string, string>> = {
  string: 'text, in quotes',
  number: 'a number, without quotes',
  int: 'a whole number, without quotes',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

/** For faults that a schema has no words for. */
function inWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type') {
    const kind = KINDS[issue.expected] ?? issue.expected
    return issue.input === undefined ? `Send this field: it is required, as ${kind}.` : `Send ${kind}.`
  }
  if (issue.code === 'invalid_value') return `Send one of: ${issue.values.map(String).join(', ')}.`
  if (issue.code === 'invalid_union') return wordsOfUnion(issue)
  if (issue.code === 'too_small') return withinWords(issue.origin, 'at least', issue.minimum)
  if (issue.code === 'too_big') return withinWords(issue.origin, 'at most', issue.maximum)
  return undefined
}

const COUNTED: Readonly<Record<string, string>> = { string: 'character', array: 'entry' }

function withinWords(origin: string, bound: 'at least' | 'at most', limit: number | bigint): string {
  const counted = COUNTED[origin]
  if (counted === undefined) return `Send a number of ${bound} ${String(limit)}.`
  const plural = counted === 'entry' ? 'entries' : `${counted}s`
  return `Send ${bound} ${String(limit)} ${Number(limit) === 1 ? counted : plural}.`
}

function wordsOfUnion({ options, discriminator }: { options?: unknown; discriminator?: unknown }): string | undefined {
  if (Array.isArray(options)) return `Send one of: ${options.map(String).join(', ')}.`
  return discriminator === undefined ? 'Nothing of what is allowed here fits. See /api/v1/openapi.json.' : undefined
}

import { randomUUID } from 'node:crypto'
import { installRelease } from '@/lib/features/releases/service'
import { createKey } from '@/lib/features/keys/service'
import type { ApiScope } from '@/lib/domain/access/permission'
import { systemGrant } from '@/lib/server/session'
import { makePerson, must, type TestPerson } from '../../support/people'
import { releaseMembers, temporaryFolder, writeZip, type FixtureRow } from '../../support/release-fixtures'

type Handler = (
  request: Request,
  context: { readonly params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>

type Body = {
  readonly [field: string]: unknown
}

export type Answer = { readonly status: number; readonly headers: Headers; readonly body: Body }

type Call = {
  readonly method?: string
  /** What follows /api/v1. */
  readonly path?: string
  readonly params?: Record<string, string>
  /** An object is sent as JSON; text and bytes as they are. */
  readonly body?: unknown
  readonly key?: string
  readonly headers?: Record<string, string>
}

const isRaw = (body: unknown): body is string | Uint8Array<ArrayBuffer> =>
  typeof body === 'string' || body instanceof Uint8Array

function requestOf({ path = '/', body, key, headers = {}, method }: Call): Request {
  const authorization: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` }
  return new Request(`http://127.0.0.1:3000/api/v1${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { 'x-forwarded-for': `test-${randomUUID()}`, ...authorization, ...headers },
    body: body === undefined ? null : isRaw(body) ? body : JSON.stringify(body),
  })
}

/** Calls the handler of a route with a request of its own address on the network. */
export async function call(handler: Handler, wanted: Call = {}): Promise<Answer> {
  const response = await handler(requestOf(wanted), { params: Promise.resolve(wanted.params ?? {}) })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? {} : (JSON.parse(text) as Body) }
}

export type Caller = { readonly person: TestPerson; readonly key: string }

/** A person with an account and an API key of these scopes. */
export async function makeCaller(scopes: readonly ApiScope[] = ['cases:read', 'cases:write']): Promise<Caller> {
  const person = await makePerson()
  const { key } = must(await createKey(person.grant('key:manage'), { name: 'Test', scopes: [...scopes] }))
  return { person, key }
}

const UNCAPPED = { imagingFamily: '99', oppsFacilityPe: '0.00', oppsMalpractice: '0.00' } as const
const PLAIN = { ...UNCAPPED, pcTc: '0', rarelyNonFacility: '' } as const
const PACKAGE = { ...PLAIN, globalPeriod: '090', shares: ['0.09', '0.81', '0.10'], multiple: '2' } as const

/** Rows of the made-up releases; 47562 has the values of the example of api.md. None of them is capped imaging. */
export const ROWS: readonly FixtureRow[] = [
  { ...PLAIN, code: '99213', work: '1.30', nonFacilityPe: '1.35', facilityPe: '0.57', malpractice: '0.10' },
  { ...PACKAGE, code: '47562', work: '10.47', nonFacilityPe: '6.97', facilityPe: '6.97', malpractice: '2.62' },
  { ...PACKAGE, code: '44140', work: '22.59', nonFacilityPe: '12.52', facilityPe: '12.52', malpractice: '5.27' },
  { ...PLAIN, code: '20930', status: 'B' },
  { ...PLAIN, code: '0652T', status: 'C' },
  { ...PLAIN, code: '99417', status: 'I', notUsed: true, work: '0.61', globalPeriod: 'ZZZ' },
]

export type Edition = {
  readonly name: string
  readonly year?: string
  readonly month?: string
  readonly factor?: string
  readonly rows?: readonly FixtureRow[]
}

/** Installs made-up releases, each under the name of its zip. */
export async function installMadeUp(...editions: readonly Edition[]): Promise<void> {
  const folder = await temporaryFolder()
  try {
    for (const { name, rows = ROWS, ...edition } of editions) {
      const zip = await writeZip(folder.path, name, releaseMembers({ ...edition, rows }))
      must(await installRelease(systemGrant('schedule:import'), zip))
    }
  } finally {
    await folder.remove()
  }
}

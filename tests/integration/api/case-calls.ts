import { expect } from 'vitest'
import { DELETE, GET, PATCH } from '@/app/api/v1/cases/[id]/route'
import { POST as postBatch } from '@/app/api/v1/cases/batch/route'
import { POST as postDelete } from '@/app/api/v1/cases/delete/route'
import { POST as postRestore } from '@/app/api/v1/cases/restore/route'
import { GET as getCases, POST } from '@/app/api/v1/cases/route'
import type { CaseItem, CasePage } from '@/lib/features/cases/schema'
import { CasePageAnswer } from '@/lib/features/openapi/schema'
import { asOwner } from '../../support/fresh-database'
import { call, type Answer, type Caller } from './call'

export const CASE = { dateOfService: '2025-11-03', lines: [{ code: '99213' }] }

type Headers = Record<string, string>
const at = (id: string) => ({ path: `/cases/${id}`, params: { id } })

/** The version that was read, as it is sent. */
export const version = (match: number | string): Headers => ({ 'If-Match': `"${match}"` })

/** What a person does with cases through the interface. */
export function casesOf({ key, person }: Caller) {
  const post = (body: unknown, headers: Headers = {}): Promise<Answer> =>
    call(POST, { path: '/cases', body, key, headers })
  return {
    post,
    logged: async (body: unknown = CASE): Promise<CaseItem> => {
      const answer = await post(body)
      expect(answer.status).toBe(201)
      return answer.body as unknown as CaseItem
    },
    batch: (cases: readonly unknown[]) => call(postBatch, { path: '/cases/batch', body: { cases }, key }),
    read: (id: string) => call(GET, { ...at(id), key }),
    change: (id: string, body: unknown, headers: Headers = {}) =>
      call(PATCH, { ...at(id), method: 'PATCH', body, key, headers }),
    remove: (id: string, headers: Headers = {}) => call(DELETE, { ...at(id), method: 'DELETE', key, headers }),
    removeAll: (ids: readonly string[]) => call(postDelete, { path: '/cases/delete', body: { ids }, key }),
    restore: (ids: readonly string[], headers: Headers = {}) =>
      call(postRestore, { path: '/cases/restore', body: { ids }, key, headers }),
    query: (query: string) => call(getCases, { path: `/cases${query}`, key }),
    list: async (query = ''): Promise<CasePage> => {
      const { status, body } = await call(getCases, { path: `/cases${query}`, key })
      expect(status).toBe(200)
      expect(CasePageAnswer.parse(body)).toEqual(body)
      return body as unknown as CasePage
    },
    /** What is in the database, whatever the interface says. */
    written: async (ownerUrl: string) => {
      const [row] = await asOwner<{ cases: number; lines: number }>(
        ownerUrl,
        `select (select count(*)::int from cases where owner_id = '${person.id}') as cases,
           (select count(*)::int from case_lines where owner_id = '${person.id}') as lines`,
      )
      return row
    },
  }
}

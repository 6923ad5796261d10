import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { GET as getBenchmarks } from '@/app/api/v1/benchmarks/route'
import { POST as postBlend } from '@/app/api/v1/benchmarks/blend/route'
import { POST as postPosition } from '@/app/api/v1/benchmarks/position/route'
import { POST as postPreview } from '@/app/api/v1/cases/preview/route'
import { POST as postCase } from '@/app/api/v1/cases/route'
import { GET as getCodes } from '@/app/api/v1/codes/route'
import { GET as getCode } from '@/app/api/v1/codes/[code]/route'
import { GET as getHealth } from '@/app/api/v1/health/route'
import { POST as postPace } from '@/app/api/v1/pace/route'
import { GET as getSummary } from '@/app/api/v1/summary/route'
import { replaceContent } from '@/lib/features/catalog/store'
import { PreviewReply, SummaryAnswer } from '@/lib/features/openapi/schema'
import * as reference from '@/lib/features/reference/schema'
import { systemGrant } from '@/lib/server/session'
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { call, installMadeUp, makeCaller, type Answer, type Caller } from './call'

let database: FreshDatabase
let me: Caller
beforeAll(async () => {
  database = await freshDatabase()
  await installMadeUp({ name: 'rvu25d.zip' })
  // Before the words are there, nothing is healthy.
  expect((await call(getHealth)).status).toBe(503)
  await replaceContent(systemGrant('schedule:import'), { checksum: 'no words', codes: [], benchmarks: [] })
  me = await makeCaller()
})
afterAll(() => database.drop())

function expectAsDescribed(answer: Answer, schema: z.ZodType): void {
  expect(answer.status).toBe(200)
  expect(schema.parse(answer.body)).toEqual(answer.body)
}

const percentiles = { p10: '3000', p25: '4000', p50: '5000', p75: '6000', p90: '7000' }

describe('an answer is as the document describes it', () => {
  it('of what anyone may ask', async () => {
    expectAsDescribed(await call(getHealth), reference.HealthAnswer)
    expectAsDescribed(await call(getCodes, { path: '/codes?q=47562' }), reference.CodesAnswer)
    expectAsDescribed(await call(getCode, { path: '/codes/47562', params: { code: '47562' } }), reference.CodeAnswer)
    expectAsDescribed(await call(getBenchmarks), reference.BenchmarksAnswer)
    expectAsDescribed(await call(postPosition, { body: { percentiles, value: '5500' } }), reference.PositionAnswer)
    expectAsDescribed(await call(postBlend, { body: { parts: [{ share: '1', percentiles }] } }), reference.BlendAnswer)
    const pace = { workRvuToDate: '1000', asOf: '2025-06-30', year: 2025 }
    expectAsDescribed(await call(postPace, { body: pace }), reference.PaceAnswer)
  })

  it('of what a person may ask of their own', async () => {
    const body = { dateOfService: '2025-11-03', lines: [{ code: '47562' }] }
    expect((await call(postCase, { body, key: me.key })).status).toBe(201)
    expectAsDescribed(await call(getSummary, { path: '/summary?groupBy=code', key: me.key }), SummaryAnswer)
    const text = '11/3/2025 47562 99213; 99999 what'
    expectAsDescribed(await call(postPreview, { body: { text }, key: me.key }), PreviewReply)
  })
})

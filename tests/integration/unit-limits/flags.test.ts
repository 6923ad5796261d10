import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { POST } from '@/app/api/v1/calculate/route'
import type { CalculatedCase } from '@/lib/domain/crediting/case'
import { CalculatedCaseAnswer } from '@/lib/features/openapi/schema'
import { installUnitLimits } from '@/lib/features/unit-limits/service'
import { systemGrant } from '@/lib/server/session'
import { call, installMadeUp, makeCaller } from '../api/call'
import { casesOf } from '../api/case-calls'
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { must } from '../../support/people'
import { temporaryFolder } from '../../support/release-fixtures'
import { limitCsv } from '../../support/unit-limit-fixtures'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await installMadeUp({ name: 'rvu26b.zip', year: '2026', month: 'April' })
  const folder = await temporaryFolder()
  const path = join(folder.path, 'MCR_MUE_PractitionerServices_Eff_04-01-2026.csv')
  writeFileSync(path, limitCsv(), 'latin1')
  must(await installUnitLimits(systemGrant('schedule:import'), path))
  await folder.remove()
})
afterAll(() => database.drop())

type Line = Record<string, unknown>

async function calculated(lines: readonly Line[], more: Line = {}): Promise<CalculatedCase> {
  const { status, body } = await call(POST, {
    path: '/calculate',
    body: { dateOfService: '2026-05-04', ...more, lines },
  })
  expect(status).toBe(200)
  expect(CalculatedCaseAnswer.parse(body)).toEqual(body)
  return body as unknown as CalculatedCase
}
const flagged = async (...lines: Line[]): Promise<boolean[]> =>
  (await calculated(lines)).lines.map(({ flags }) => flags.includes('UNITS_ABOVE_MUE'))

describe('units above what CMS expects', () => {
  it('are flagged, said why, and credited all the same', async () => {
    const { lines } = await calculated([{ code: '47562', units: 3 }])
    expect(lines[0]).toMatchObject({ valid: true, payable: true, flags: expect.arrayContaining(['UNITS_ABOVE_MUE']) })
    expect(lines[0]?.steps).toContainEqual(
      expect.objectContaining({
        rule: 'units-above-limit',
        reason: 'CMS expects at most 1 unit on a day: check the count.',
        citation: expect.stringContaining('medically unlikely edits'),
      }),
    )
  })

  it('are counted over the lines of the day (indicators 2 and 3) or on one line (1)', async () => {
    expect(await flagged({ code: '47562' })).toEqual([false])
    // Two of 99213 on a day are expected, three are not, whichever lines they stand on.
    expect(await flagged({ code: '99213', units: 2 })).toEqual([false])
    expect(await flagged({ code: '99213', units: 2 }, { code: '99213' })).toEqual([true, true])
    expect(await flagged({ code: '99213', units: 2 }, { code: '99213', dateOfService: '2026-05-05' })).toEqual([
      false,
      false,
    ])
    // 44140 is limited to one unit on a line.
    expect(await flagged({ code: '44140' }, { code: '44140' })).toEqual([false, false])
    expect(await flagged({ code: '44140', units: 2 })).toEqual([true])
  })

  it('are those of the first table before it, which the step says, whatever release is named', async () => {
    const { lines } = await calculated([{ code: '47562', units: 3, dateOfService: '2026-03-31' }], {
      release: 'RVU26B',
    })
    expect(lines[0]?.flags).toContain('UNITS_ABOVE_MUE')
    expect(lines[0]?.steps.find((step) => step.rule === 'units-above-limit')?.reason).toBe(
      'CMS expects at most 1 unit on a day by its limits of 2026-04-01, the earliest held: check the count.',
    )
  })

  it('are kept with a logged case, which is saved', async () => {
    const saved = await casesOf(await makeCaller()).logged({
      dateOfService: '2026-05-04',
      lines: [{ code: '47562', units: 3 }],
    })
    expect(JSON.stringify(saved)).toContain('UNITS_ABOVE_MUE')
  })
})

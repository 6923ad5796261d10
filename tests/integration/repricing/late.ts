import { randomUUID } from 'node:crypto'
import { getCase, logCase } from '@/lib/features/cases/service'
import { LogCase } from '@/lib/features/cases/schema'
import { CreatePolicy } from '@/lib/features/policies/schema'
import { REPRICE } from '@/lib/features/repricing/schema'
import { afterFailedRepricing, readOffice, runRepricing, startComparison } from '@/lib/features/repricing/service'
import { runDueJobs } from '@/lib/server/jobs'
import { must, type TestPerson } from '../../support/people'
import { plainRow } from '../../support/release-fixtures'
import { installMadeUp } from '../api/call'

export const older = () =>
  installMadeUp({ name: 'rvu25a.zip', month: 'January', factor: '30.0000', rows: [plainRow('11111', '4.00'), two] })
export const newer = () =>
  installMadeUp({ name: 'rvu25d.zip', factor: '40.0000', rows: [plainRow('11111', '5.00'), two] })
export const two = plainRow('22222', '2.00')

export const log = async (person: TestPerson, code: string, dateOfService: string) =>
  must(
    await logCase(
      person.grant('case:write'),
      LogCase.parse({ id: randomUUID(), dateOfService, placeOfService: '22', lines: [{ code }] }),
    ),
  )

export const read = async (person: TestPerson, id: string) => must(await getCase(person.grant('case:read'), { id }))
export const run = () => runDueJobs({ [REPRICE]: runRepricing }, { [REPRICE]: afterFailedRepricing })
export const office = (person: TestPerson) => readOffice(person.grant('case:read'))

/** Compares, and gives the id of what was found. */
export async function compare(person: TestPerson): Promise<string> {
  const { id } = must(await startComparison(person.grant('case:write')))
  await run()
  return id
}

/** A policy of a workplace from March 1, 2025 on that says what CMS adjusted says, and 22 at a half more. */
export const contract = (person: TestPerson, name: string) =>
  CreatePolicy.parse({
    workplaceId: person.workplaceId,
    name,
    from: '2025-03-01',
    base: 'cms_adjusted',
    factors: [{ modifier: '22', factor: '1.5' }],
    multipleProcedure: true,
    endoscopy: true,
    assistants: true,
    splitShared: 'biller',
    schedule: 'by-date',
    note: '',
  })

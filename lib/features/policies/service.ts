import { randomUUID } from 'node:crypto'
import type { Grant } from '../../domain/access/grant'
import type { CalculatedCase } from '../../domain/crediting/case'
import { POLICY_PRESETS, type Policy, type PolicyBase } from '../../domain/crediting/policy'
import { policyDifferences } from '../../domain/crediting/policy-diff'
import { policyOf, type PolicyTerms } from '../../domain/crediting/policy-on'
import type { PolicySample } from '../../domain/sample/policy-sample'
import type { CalendarDate } from '../../domain/shared/date'
import { ok, refuse, type Result } from '../../domain/shared/result'
import { recordAudit } from '../../server/audit'
import { now } from '../../server/clock'
import { reading, transaction, type Tx } from '../../server/db'
import { readReleases } from '../releases/store'
import { credit } from '../schedule/service'
import type {
  AddVersion,
  ComparedVersion,
  CompareVersions,
  Comparison,
  CreatePolicy,
  NamePolicy,
  PolicyRow,
  WorkplacePolicies,
  WrittenVersion,
} from './schema'
import * as store from './store'

type Write = Grant<'workplace:write'>

const MOST_POLICIES = 20
const MOST_VERSIONS = 100

const noWorkplace = () => refuse('NOT_FOUND', 'There is no such workplace.')
const noPolicy = () => refuse('NOT_FOUND', 'There is no such policy among yours.')
const otherInUse = () =>
  refuse('CONFLICT', 'This workplace has a policy in use. Add a version to it, or archive it first.')

const wrongField = (path: string, code: string, message: string) =>
  refuse('INVALID_INPUT', message, { fields: [{ path, code, message }] })

type Worded = Omit<AddVersion, 'id'>

const termsOf = (worded: Worded): PolicyTerms => ({
  base: worded.base,
  factors: worded.factors,
  multipleProcedure: worded.multipleProcedure,
  endoscopy: worded.endoscopy,
  assistants: worded.assistants,
  splitShared: worded.splitShared,
  schedule: worded.schedule,
})

/** Only what a person could be credited by today: a frozen table has to be here. */
async function missingRelease(schedule: PolicyTerms['schedule']): Promise<ReturnType<typeof refuse> | null> {
  if (schedule === 'by-date') return null
  const releases = await readReleases()
  if (releases.some(({ id }) => id === schedule.release)) return null
  const newest = releases.at(-1)?.id ?? 'none'
  return wrongField(
    'schedule',
    'RELEASE_NOT_INSTALLED',
    `${schedule.release} is not installed; the newest is ${newest}. Choose one that is, or by date of service.`,
  )
}

/** Gives a workplace a policy of its own, with the first version of it. */
export async function createPolicy(grant: Write, input: CreatePolicy): Promise<Result<WrittenVersion>> {
  const { workplaceId, name, ...worded } = input
  const missing = await missingRelease(worded.schedule)
  if (missing) return missing
  return transaction(grant, async (tx) => {
    if (!(await store.lockWorkplace(tx, grant, workplaceId))) return noWorkplace()
    const held = await store.findPolicies(tx, grant, workplaceId)
    if (held.some(({ archived }) => !archived)) return otherInUse()
    // A case says by name and version what it was credited under: that has to mean one thing.
    if (held.some((each) => each.name === name)) {
      return wrongField('name', 'taken', 'An archived policy has this name. Bring it back, or choose another name.')
    }
    if (held.length >= MOST_POLICIES) {
      return refuse('CONFLICT', `A workplace keeps at most ${MOST_POLICIES} policies. Bring one back instead.`)
    }
    const id = randomUUID()
    await store.insertPolicy(tx, grant, { id, workplaceId, name })
    await write(tx, grant, { id, version: 1 }, worded)
    recordAudit(tx, grant, { action: 'policy.created', subject: id, detail: { workplaceId, from: worded.from } })
    return ok({ id, version: 1 })
  })
}

const write = (tx: Tx, grant: Write, { id, version }: WrittenVersion, worded: Worded): Promise<void> =>
  store.insertVersion(tx, grant, {
    policyId: id,
    version,
    from: worded.from,
    terms: termsOf(worded),
    note: worded.note,
  })

/** Adds what counts from a day on. Cases that are saved keep their numbers, also where the day is past. */
export async function addVersion(grant: Write, { id, ...worded }: AddVersion): Promise<Result<WrittenVersion>> {
  const missing = await missingRelease(worded.schedule)
  if (missing) return missing
  return transaction(grant, async (tx) => {
    const policy = await store.lockPolicy(tx, grant, id)
    if (!policy) return noPolicy()
    const refused = refusalOf(policy)
    if (refused) return refused
    const version = Math.max(...policy.versions.map((each) => each.version)) + 1
    await write(tx, grant, { id, version }, worded)
    recordAudit(tx, grant, { action: 'policy.version-added', subject: id, detail: { version, from: worded.from } })
    return ok({ id, version })
  })
}

function refusalOf({ archived, versions }: PolicyRow): ReturnType<typeof refuse> | null {
  if (archived) return refuse('CONFLICT', 'This policy is archived. Bring it back, then add the version.')
  if (versions.length >= MOST_VERSIONS) {
    return refuse('CONFLICT', `A policy keeps at most ${MOST_VERSIONS} versions. Archive it and write a new one.`)
  }
  return null
}

/** Puts a policy away: the preset of the workplace counts again. */
export function archivePolicy(grant: Write, { id }: NamePolicy): Promise<Result<null>> {
  return transaction(grant, async (tx) => {
    const policy = await store.lockPolicy(tx, grant, id)
    if (!policy) return noPolicy()
    if (policy.archived) return ok(null)
    await store.setArchived(tx, grant, id, now())
    recordAudit(tx, grant, { action: 'policy.archived', subject: id })
    return ok(null)
  })
}

/** Takes a policy back into use, as it was. */
export function bringBackPolicy(grant: Write, { id }: NamePolicy): Promise<Result<null>> {
  return transaction(grant, async (tx) => {
    const policy = await store.findPolicy(tx, grant, id)
    if (!policy) return noPolicy()
    if (!(await store.lockWorkplace(tx, grant, policy.workplaceId))) return noWorkplace()
    const held = await store.findPolicies(tx, grant, policy.workplaceId)
    const used = held.find(({ archived }) => !archived)
    if (used) return used.id === id ? ok(null) : otherInUse()
    await store.setArchived(tx, grant, id, null)
    recordAudit(tx, grant, { action: 'policy.brought-back', subject: id })
    return ok(null)
  })
}

type Read = Grant<'profile:read'>

/** What a workplace credits by, version by version. */
export function listPolicies(grant: Read, workplaceId: string): Promise<Result<WorkplacePolicies>> {
  return reading(grant, async (tx) => {
    const workplace = await store.findWorkplace(tx, grant, workplaceId)
    if (!workplace) return noWorkplace()
    const policies = await store.findPolicies(tx, grant, workplaceId)
    return ok({
      workplace: workplace.name,
      preset: workplace.preset,
      inUse: policies.find(({ archived }) => !archived) ?? null,
      archived: policies.filter(({ archived }) => archived),
    })
  })
}

/** Two versions of a policy side by side, and what they say differently. */
export function compareVersions(grant: Read, input: CompareVersions): Promise<Result<Comparison>> {
  return reading(grant, async (tx) => {
    const policy = await store.findPolicy(tx, grant, input.id)
    const workplace = policy && (await store.findWorkplace(tx, grant, policy.workplaceId))
    if (!workplace) return noPolicy()
    const [before, after] = [input.before, input.after].map((version) => sideOf(policy, workplace.preset, version))
    if (!before || !after) return refuse('NOT_FOUND', 'This policy has no such version.')
    return ok({ before, after, differences: policyDifferences(before.policy, after.policy) })
  })
}

function sideOf(held: PolicyRow, preset: PolicyBase, version: number): ComparedVersion | null {
  if (version === 0) return { from: null, policy: POLICY_PRESETS[preset] }
  const row = held.versions.find((each) => each.version === version)
  return row ? { from: row.from, policy: policyOf({ ...row, name: held.name }) } : null
}

/** A sample case under a policy, by the arithmetic of every other: an attending physician, national. */
export async function creditSample(
  { lines }: PolicySample,
  policy: Policy,
  dateOfService: CalendarDate,
): Promise<Result<CalculatedCase>> {
  const credited = await credit({
    case: {
      lines: lines.map((line) => ({
        ...line,
        dateOfService,
        minutes: null,
        postoperativeDays: null,
        provider: 'self' as const,
      })),
      role: 'attending',
      practitioner: 'physician',
      participating: true,
      qualifyingApm: false,
      policy,
    },
    locality: null,
    release: null,
  })
  return credited.ok ? ok(credited.value.answer) : credited
}

/** What a policy can be frozen to, the newest first. */
export const installedReleases = async (): Promise<readonly string[]> =>
  (await readReleases()).map(({ id }) => id).toReversed()

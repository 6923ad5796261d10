import { createHash } from 'node:crypto'
import { ownerOf, type Grant } from '@/lib/domain/access/grant'
import { stageOn } from '@/lib/domain/access/stage'
import { attendingSample } from '@/lib/domain/sample/attending-sample'
import type { SampleCase } from '@/lib/domain/sample/sample-case'
import { traineeSample } from '@/lib/domain/sample/trainee-sample'
import { chooseRelease, isPastQuarter } from '@/lib/domain/schedule/choose'
import { addDays, calendarDate, dateIn, type CalendarDate } from '@/lib/domain/shared/date'
import { ok, type Refusal, type Result } from '@/lib/domain/shared/result'
import { recordAudit } from '@/lib/server/audit'
import { now } from '@/lib/server/clock'
import { reading, transaction } from '@/lib/server/db'
import { insertCases } from '../cases/store'
import type { CaseToKeep } from '../entries/schema'
import { policyFor, valueEntry, workplaceOf, type Entered } from '../entries/service'
import { readLogger, type Logger } from '../entries/store'
import { readReleases } from '../releases/store'
import { deleteSample, findSample } from './store'

type Write = Grant<'case:write'>

function casesFor(logger: Logger): readonly SampleCase[] {
  const today = dateIn(logger.timeZone, now())
  const stages = logger.stages.map(({ from, stage }) => ({ from: calendarDate(from), stage, trainingYear: null }))
  const stage = stageOn(stages as Parameters<typeof stageOn>[0], today)?.stage ?? 'attending'
  // Yesterday is the last complete day; on January 1 that is the whole year before.
  const through: CalendarDate = addDays(today, -1)
  return stage === 'attending' ? attendingSample(through) : traineeSample(stage, through)
}

/** The same case has the same id whenever it is made, so that two clicks make one sample. */
function idOf(ownerId: string, index: number, { dateOfService }: SampleCase): string {
  const hex = createHash('sha256').update(`sample ${ownerId} ${dateOfService} ${index}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

type Valued = { readonly cases: readonly CaseToKeep[]; readonly refused: Refusal | null }

/**
 * Credits each case by the rules of every other; leaves out what the installed releases cannot value. Cases that differ
 * in nothing that the rules look at (policy, release, place, role, lines) are credited once, which makes it quick.
 */
async function valued(logger: Logger, ownerId: string): Promise<Valued> {
  const releases = await readReleases()
  const answers = new Map<string, Awaited<ReturnType<typeof valueEntry>>>()
  const cases: CaseToKeep[] = []
  let refused: Refusal | null = null
  for (const [index, sample] of casesFor(logger).entries()) {
    const entry = entryOf(sample, idOf(ownerId, index, sample))
    const key = `${policyOf(logger, sample)} ${sameCredit(releases, sample)}`
    const answer = answers.get(key) ?? (await valueEntry(logger, entry, ''))
    answers.set(key, answer)
    const { id, dateOfService, payer, minutes } = entry
    if (answer.ok) cases.push({ ...answer.value, id, dateOfService, payer, minutes, sample: true })
    else refused ??= answer.error
  }
  return { cases, refused }
}

const policyOf = (logger: Logger, { dateOfService }: SampleCase): string =>
  policyFor(workplaceOf(logger, undefined), dateOfService).name

const entryOf = (sample: SampleCase, id: string): Entered => ({
  ...sample,
  id,
  workplaceId: undefined,
  label: '',
  lines: sample.lines.map(({ code, modifiers }) => ({
    code,
    modifiers: [...modifiers],
    units: 1,
    postoperativeDays: null,
    manual: null,
  })),
})

/** None of the sample's codes goes by minutes, so minutes are not part of it. */
function sameCredit(releases: Awaited<ReturnType<typeof readReleases>>, sample: SampleCase): string {
  const { dateOfService, placeOfService, role, lines } = sample
  const chosen = chooseRelease(releases, dateOfService)
  const release = chosen.ok ? chosen.value.release.id : 'none'
  const pastQuarter = chosen.ok && isPastQuarter(release, dateOfService)
  return JSON.stringify([release, pastQuarter, placeOfService, role, lines])
}

/** Adds the sample of today's career stage, all of it flagged. Again changes nothing. */
export function showSample(grant: Write): Promise<Result<{ readonly added: number }>> {
  return transaction(grant, async (tx) => {
    const { cases, refused } = await valued(await readLogger(tx, grant), ownerOf(grant))
    if (cases.length === 0 && refused) return { ok: false, error: refused }
    const added = await insertCases(tx, grant, cases)
    if (added.size > 0) {
      recordAudit(tx, grant, { action: 'sample.shown', subject: 'sample', detail: { count: added.size } })
    }
    return ok({ added: added.size })
  })
}

/** Removes every sample case and nothing else. */
export function clearSample(grant: Write): Promise<Result<{ readonly removed: number }>> {
  return transaction(grant, async (tx) => {
    const removed = await deleteSample(tx, grant)
    if (removed > 0) {
      recordAudit(tx, grant, { action: 'sample.cleared', subject: 'sample', detail: { count: removed } })
    }
    return ok({ removed })
  })
}

/** Whether there are sample cases: every screen that shows the log says so while there are. */
export const hasSample = (grant: Grant<'case:read'>): Promise<boolean> => reading(grant, (tx) => findSample(tx, grant))

import { stageOn, USUAL_ROLE } from '@/lib/domain/access/stage'
import type { CalculatedCase, CalculatedLine, CaseLine, Flag, Practitioner, Role } from '@/lib/domain/crediting/case'
import { isManual } from '@/lib/domain/crediting/manual-totals'
import { POLICY_PRESETS, type Policy } from '@/lib/domain/crediting/policy'
import { policyOn } from '@/lib/domain/crediting/policy-on'
import { findIdentifiers } from '@/lib/domain/privacy/identifier'
import { dateIn, type CalendarDate } from '@/lib/domain/shared/date'
import { credit as amount, printCredit } from '@/lib/domain/shared/exact'
import { ok, refuse, type FieldError, type Result } from '@/lib/domain/shared/result'
import { now } from '@/lib/server/clock'
import type { LogCase } from '../cases/schema'
import type { CaseToKeep } from './schema'
import { credit, type Credited } from '../schedule/service'
import type { Logger } from './store'

export type Entered = Omit<LogCase, 'id'> & { readonly id: string }

/**
 * What a case takes from the profile when it does not say, and what it is worth then. Refuses what cannot be valued:
 * an unknown code, a modifier that the row does not allow, a date to come, a label that looks like a patient's.
 */
export async function valueEntry(logger: Logger, input: Entered, path: string): Promise<Result<CaseToKeep>> {
  const workplace = workplaceOf(logger, input.workplaceId)
  if (!workplace) return wrongField(`${path}workplaceId`, 'unknown', 'This workplace is not one of yours.')
  const refused = refusal(logger, input, path)
  if (refused) return refused
  const role = input.role ?? roleOn(logger, input.dateOfService)
  const placeOfService = input.placeOfService ?? workplace.placeOfService
  const answer = await creditOf(logger, { ...input, role, placeOfService }, policyFor(workplace, input.dateOfService))
  if (!answer.ok) return answer
  const invalid = invalidLines(answer.value.answer, path)
  if (invalid.length > 0) return refuse('INVALID_INPUT', invalid[0]?.message ?? '', { fields: invalid })
  return ok({
    id: input.id,
    workplaceId: workplace.id,
    dateOfService: input.dateOfService,
    placeOfService,
    role,
    payer: input.payer,
    label: input.label,
    minutes: input.minutes,
    sample: false,
    calculated: answer.value.answer,
    versions: answer.value.versions,
    postoperativeDays: input.lines.map((line) => line.postoperativeDays),
    // One that CMS has a value for by now is not kept: nobody should find it there again.
    manual: answer.value.answer.lines.map((line, at) => (isManual(line) ? (input.lines[at]?.manual ?? null) : null)),
    trainingWorkRvu: trainingTotal(answer.value.answer.lines),
  })
}

export const workplaceOf = (logger: Logger, id: string | undefined) =>
  id === undefined
    ? (logger.workplaces.find((each) => each.isDefault) ?? logger.workplaces[0])
    : logger.workplaces.find((each) => each.id === id)

/** What a workplace credits by on a day; without one, what most do. */
export const policyFor = (workplace: ReturnType<typeof workplaceOf>, date: CalendarDate): Policy =>
  workplace ? policyOn(workplace.policy, workplace.versions, date) : POLICY_PRESETS.cms_adjusted

export const wrongField = (path: string, code: string, message: string) =>
  refuse('INVALID_INPUT', message, { fields: [{ path, code, message }] })

function refusal(logger: Logger, input: Entered, path: string): ReturnType<typeof wrongField> | null {
  const today = dateIn(logger.timeZone, now())
  if (input.dateOfService > today) {
    return wrongField(
      `${path}dateOfService`,
      'DATE_IN_FUTURE',
      `${input.dateOfService} has not come yet. Log it on the day, or correct the date.`,
    )
  }
  const [identifier] = findIdentifiers(input.label)
  return identifier ? wrongField(`${path}label`, 'PATIENT_IDENTIFIER', identifier.message) : null
}

/** The role that goes with the career stage of the day, not of today. */
export function roleOn(logger: Logger, date: CalendarDate): Role {
  const stage = stageOn(logger.stages, date) ?? logger.stages[0]
  return USUAL_ROLE[stage?.stage ?? 'attending']
}

export type Situated = {
  readonly dateOfService: CalendarDate
  readonly placeOfService: string
  readonly role: Role
  readonly minutes: number | null
  readonly lines: LogCase['lines']
}

export function creditOf(logger: Logger, input: Situated, policy: Policy): Promise<Result<Credited>> {
  const { dateOfService, placeOfService, minutes, role } = input
  const lines = input.lines.map((line, index): CaseLine => ({
    ...line,
    id: String(index + 1),
    dateOfService,
    placeOfService,
    minutes,
    provider: 'self',
  }))
  const { carrier, locality, practitioner, qualifyingApm } = logger
  return credit({
    case: {
      lines,
      role,
      practitioner: practitioner as Practitioner,
      participating: true,
      qualifyingApm,
      policy,
    },
    locality: carrier && locality ? { carrier, locality } : null,
    release: null,
  })
}

const INVALID: Readonly<Partial<Record<Flag, string>>> = {
  CODE_UNKNOWN: 'code',
  CODE_NOT_IN_RELEASE: 'code',
  MODIFIER_NOT_VALID_FOR_CODE: 'modifiers',
  MODIFIERS_CONFLICT: 'modifiers',
}

/** A line that cannot be valued is not saved: it says what is wrong and how to mend it. */
function invalidLines(answer: CalculatedCase, path: string): readonly FieldError[] {
  return answer.lines.flatMap((line, index) => {
    if (line.valid) return []
    const code = line.flags.find((flag) => INVALID[flag] !== undefined) ?? 'CODE_UNKNOWN'
    const message = line.steps.at(-1)?.reason ?? `${line.code} cannot be valued as entered.`
    return [{ path: `${path}lines.${index}.${INVALID[code] ?? 'code'}`, code, message }]
  })
}

/** What residents and students did, summed apart; decimal text of four places. Values entered by hand are not in it. */
export function trainingTotal(lines: readonly CalculatedLine[]): string {
  const listed = lines.filter((line) => !isManual(line))
  const sum = listed.reduce((total, line) => total + amount(line.trainingWorkRvu ?? '0'), 0n)
  return printCredit(sum as ReturnType<typeof amount>)
}

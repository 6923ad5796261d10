import { anesthesiaAllowed, printUnits } from '@/lib/domain/crediting/anesthesia'
import { criticalCareUnits, prolongedUnits, therapyUnitsByCode, type TimeAnswer } from '@/lib/domain/crediting/time'
import { conversionFactor, printCents } from '@/lib/domain/shared/exact'
import { ok, refuse, type Result } from '@/lib/domain/shared/result'
import type { AnesthesiaUnits, TimeInput } from './schema'

/** `POST /api/v1/time`. */
export const countTime = (input: TimeInput): Promise<Result<TimeAnswer | AnesthesiaUnits>> =>
  Promise.resolve(unitsOf(input))

function unitsOf(input: TimeInput): Result<TimeAnswer | AnesthesiaUnits> {
  switch (input.service) {
    case 'critical-care':
      return ok(criticalCareUnits(input.minutes))
    case 'prolonged-office': {
      const units = prolongedUnits(input.code, input.minutes)
      return units ? ok(units) : refuse('INVALID_INPUT', `${input.code} has no prolonged service.`)
    }
    case 'therapy':
      return ok(therapyUnitsByCode(input.codes ?? { units: input.minutes ?? 0 }))
    case 'anesthesia': {
      const priced = anesthesiaAllowed({ ...input, conversionFactor: conversionFactor(input.conversionFactor) })
      return ok({
        timeUnits: printUnits(priced.timeTenths),
        units: printUnits(priced.unitTenths),
        allowed: printCents(priced.allowed),
      })
    }
  }
}

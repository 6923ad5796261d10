import { describe, expect, it } from 'vitest'
import { rvu } from '@/lib/domain/shared/exact'
import { creditCase } from '@/lib/domain/crediting/credit-case'
import { POLICY_PRESETS } from '@/lib/domain/crediting/policy'
import { caseOf } from '@/tests/support/case-lines'
import { release, rowOf, view } from '@/tests/support/schedule-rows'

describe('a policy that keeps an older table (domain A5)', () => {
  // An older table with 47562 at 11.00 and 44140 at 20.00, and without 38100.
  const older = [rowOf('47562', '', { work: rvu('11.00') }), rowOf('44140', '', { work: rvu('20.00') })]
  const frozen = view({
    release: release('RVU20A', '2020-01-01'),
    rowsOf: (code) => older.filter((row) => row.code === code),
  })
  const policy = { ...POLICY_PRESETS.cms_adjusted, name: 'Table of 2020', schedule: { release: 'RVU20A' } }
  const calculated = (lines: string[]) => creditCase(caseOf(lines, { policy }), () => view(), frozen)

  it('credits the work of that table, ranks included, and pays by date', () => {
    const result = calculated(['47562', '44140'])
    // Credit: 20.00 + 11.00 x 0.5; payment as without the policy: 1180.65 + 583.32 x 0.5 = 291.66
    expect(result.lines.map((line) => line.creditedWorkRvu)).toEqual(['5.5000', '20.0000'])
    expect(result.lines.map((line) => line.allowed)).toEqual(['291.66', '1180.65'])
    expect(result.lines.map((line) => line.workRvu)).toEqual(['10.47', '22.59'])
    expect(result.policy).toBe('Table of 2020')
  })

  it('has no credit for a code that the table lacks, and says why', () => {
    const [line] = calculated(['38100']).lines
    expect(line).toMatchObject({ allowed: '1012.22', creditedWorkRvu: null })
    expect(line?.steps.find((step) => step.measure === 'credit')?.reason).toContain('RVU20A')
  })
})

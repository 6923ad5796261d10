import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scheduleFileReader } from '@/lib/domain/schedule/pprrvu-file'
import type { ScheduleRow } from '@/lib/domain/schedule/row'
import { conversionFactor, printRvu, rvu, share } from '@/lib/domain/shared/exact'
import {
  DESCRIPTOR,
  FIXTURE_ROWS,
  gpciRecords,
  scheduleCells,
  scheduleHeading,
  scheduleRecords,
  titleOf,
} from '../../support/release-fixtures'

function read(records: readonly (readonly string[])[]) {
  const reader = scheduleFileReader()
  const rows: ScheduleRow[] = []
  for (const record of records) {
    const taken = reader.take(record)
    if (!taken.ok) return { rows, file: taken }
    if (taken.value) rows.push(taken.value)
  }
  return { rows, file: reader.finish() }
}

const messageOf = (records: readonly (readonly string[])[]): string => {
  const { file } = read(records)
  return file.ok ? '' : `${file.error.code} ${file.error.message}`
}
const heading = scheduleHeading(titleOf('2025', 'October'))

describe.each([31, 32] as const)('a relative value file of %i columns', (columns) => {
  const { rows, file } = read(scheduleRecords({ columns }))

  it('gives every row with its amounts and indicators at the right place', () => {
    const row = rows.find((each) => each.code === '45380')
    // The cells that scheduleCells writes: MULT 3, then 1, 2, 3, 4; family 88; OPPS 0.00, 0.21 and 0.22.
    expect(row).toEqual({
      code: '45380',
      modifier: '',
      status: 'A',
      notUsedForPayment: false,
      work: rvu('3.56'),
      payment: {
        nonFacilityPe: rvu('0.00'),
        facilityPe: rvu('0.00'),
        malpractice: rvu('0.00'),
        oppsNonFacilityPe: rvu('0.00'),
        oppsFacilityPe: rvu('0.21'),
        oppsMalpractice: rvu('0.22'),
      },
      rarelyNonFacility: true,
      rarelyFacility: false,
      pcTc: '1',
      globalPeriod: '000',
      preOp: share('0.00'),
      intraOp: share('0.00'),
      postOp: share('0.00'),
      multipleProcedure: '3',
      bilateral: '1',
      assistant: '2',
      coSurgeon: '3',
      team: '4',
      endoscopyBase: '45378',
      supervision: '09',
      imagingFamily: '88',
    })
  })

  it('adds up the whole file', () => {
    // FIXTURE_ROWS: nine rows; status A seven, I and J one each; 93458 is the one split code; ten heading lines.
    expect(file).toMatchObject({
      ok: true,
      value: {
        release: 'RVU25D',
        columns,
        conversionFactor: conversionFactor('32.3465'),
        rows: 9,
        skipped: { heading: 10, blank: 0, note: 0 },
        restoredCodes: 0,
        splitCodes: 1,
      },
    })
    expect(file.ok && Object.fromEntries(file.value.statuses)).toEqual({ A: 7, I: 1, J: 1 })
    expect(file.ok && file.value.findings.map((each) => each.code)).toEqual(['FEW_ROWS'])
  })

  it('never keeps a descriptor', () => {
    const kept = JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))
    expect(kept).not.toContain(DESCRIPTOR)
  })
})

describe('lines that are no rows', () => {
  const blank = Array.from({ length: 31 }, () => '')
  it('are skipped and counted by reason', () => {
    const end = ['\u001a', ...blank.slice(1)]
    const { rows, file } = read([...scheduleRecords(), blank, [''], ['* See the notes.'], end])
    expect(rows).toHaveLength(FIXTURE_ROWS.length)
    expect(file).toMatchObject({ ok: true, value: { skipped: { heading: 10, blank: 3, note: 1 } } })
  })

  it('are not a placeholder of CMS, which is a row (GXXX1 in RVU26C), but a word of five letters is', () => {
    const { rows, file } = read([...heading, scheduleCells({ code: 'GXXX1', status: 'X' }), ['NOTES']])
    expect(rows.map((row) => row.code)).toEqual(['GXXX1'])
    expect(file).toMatchObject({ ok: true, value: { skipped: { note: 1 } } })
  })

  it('do not swallow an anesthesia code that lost its leading zeros', () => {
    const { rows, file } = read([...heading, scheduleCells({ code: '100', status: 'J' })])
    expect(rows.map((row) => row.code)).toEqual(['00100'])
    expect(file).toMatchObject({ ok: true, value: { rows: 1, restoredCodes: 1 } })
  })

  it('are what a short number of another status is', () => {
    const { file } = read([...scheduleRecords(), scheduleCells({ code: '100' })])
    expect(file).toMatchObject({ ok: true, value: { rows: 9, skipped: { note: 1 } } })
  })
})

describe('a file that cannot be used', () => {
  it('another file is named', () => {
    expect(messageOf(gpciRecords())).toMatch(
      /^FILE_UNREADABLE .*not a relative value file.*geographic indices \(GPCI\)/,
    )
    expect(messageOf([['HCPCS', 'MOD', 'PROCSTAT', 'CARRIER']])).toContain('OPPSCAP')
    expect(messageOf([])).toContain('header line is missing')
  })
  it('a file without a header is given up early', () => {
    const lines = Array.from({ length: 41 }, () => ['text'])
    expect(read(lines).rows).toEqual([])
    expect(messageOf(lines)).toContain('header line is missing')
  })
  it('a column was removed', () => {
    expect(messageOf([['HCPCS', ...Array.from({ length: 29 }, () => '')]])).toContain('The header has 30 columns')
  })
  it('a column is missing although the count is right', () => {
    // A line of 2026 without its MOD column has 31 cells: its descriptor stands where MOD belongs.
    const [code = '', , ...others] = scheduleCells({ code: '99213', work: '1.30' }, 32)
    expect(messageOf([...heading, [code, ...others]])).toMatch(
      /Line 11, code 99213: column 2 \(MOD\).*missing or has moved/,
    )
  })
  it('it is cut off in a line, or after the header', () => {
    const cut = scheduleCells({ code: '99214' }).slice(0, 12)
    expect(messageOf([...scheduleRecords(), cut])).toMatch(/Line 20, code 99214: 12 of 31 columns.*cut off/)
    expect(messageOf(heading)).toContain('no rows')
  })
  it('a code is there twice with one modifier', () => {
    const twice = scheduleCells({ code: '93458', modifier: '26' })
    expect(messageOf([...scheduleRecords(), twice])).toContain('93458-26 is there twice')
  })
  it('two releases were joined', () => {
    const other = scheduleCells({ code: '99214', factor: '33.4009' })
    expect(messageOf([...scheduleRecords(), other])).toContain('32.3465 and 33.4009')
  })
  it.each([
    ['WORK RVU', { work: '1.305' }],
    ['WORK RVU', { work: '' }],
    // More digits than the database keeps: refused here, not there.
    ['WORK RVU', { work: '1234567.00' }],
    ['INTRA OP', { shares: ['0.10', '100.00', '0.10'] as const }],
    ['CONV FACTOR', { factor: '12345.0000' }],
    ['STATUS CODE', { status: 'Z' }],
    ['GLOB DAYS', { globalPeriod: '' }],
    ['CONV FACTOR', { factor: '0.0000' }],
    ['ENDO BASE', { endoscopyBase: '4537' }],
  ])('%s has a value that cannot stand there', (column, wrong) => {
    expect(messageOf([...heading, scheduleCells({ code: '99213', ...wrong })])).toContain(`(${column})`)
  })
})

describe('checks on a whole file (domain A1)', () => {
  const findings = (...rows: Parameters<typeof scheduleCells>[0][]) => {
    const { file } = read([...heading, ...rows.map((row) => scheduleCells(row))])
    return file.ok ? file.value.findings.map((each) => each.code) : null
  }
  const parts = (own: string, status = 'A') =>
    [
      { code: '70450', status, work: own },
      { code: '70450', modifier: '26', status, work: '0.85' },
      { code: '70450', modifier: 'TC', status, work: '0.00' },
    ] as const

  it('tell of a 26 and a TC row that do not add up, for status A alone', () => {
    expect(findings(...parts('0.85'))).toEqual(['FEW_ROWS'])
    expect(findings(...parts('0.86'))).toEqual(['PARTS_DO_NOT_ADD_UP', 'FEW_ROWS'])
    expect(findings(...parts('0.86', 'C'))).toEqual(['FEW_ROWS'])
  })
  it('tell of shares of a package that make neither 1.00 nor 0.00', () => {
    const surgery = { code: '47562', globalPeriod: '090' }
    expect(findings({ ...surgery, shares: ['0.10', '0.81', '0.09'] })).toEqual(['FEW_ROWS'])
    expect(findings(surgery)).toEqual(['FEW_ROWS'])
    expect(findings({ ...surgery, shares: ['0.10', '0.81', '0.08'] })).toContain('SHARES_DO_NOT_ADD_UP')
  })
})

it('reads back any work value of two decimals exactly', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 99_999n }), (hundredths) => {
      const text = `${(hundredths / 100n).toString()}.${(hundredths % 100n).toString().padStart(2, '0')}`
      const { rows } = read([...heading, scheduleCells({ code: '99213', work: text })])
      expect(rows.map((row) => printRvu(row.work))).toEqual([text])
    }),
  )
})

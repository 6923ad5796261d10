import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findIdentifiers } from '@/lib/domain/privacy/identifier'

const found = (text: string) =>
  findIdentifiers(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)

describe('what looks like an identifier', () => {
  test.each([
    ['MRN 12345', ['mrn: MRN 12345']],
    ['mrn:A1234567', ['mrn: mrn:A1234567']],
    ['MRN#0012-34', ['mrn: MRN#0012-34']],
    ['chart no. 88231', ['mrn: chart no. 88231']],
    ['acct 555123', ['mrn: acct 555123']],
    ['078-05-1120', ['ssn: 078-05-1120']],
    ['ssn 1120', ['ssn: ssn 1120']],
    ['call 555-123-4567', ['phone: 555-123-4567']],
    ['(555) 123-4567', ['phone: (555) 123-4567']],
    ['+1 555.123.4567', ['phone: +1 555.123.4567']],
    ['555-1234', ['phone: 555-1234']],
    ['dob 3/14/62', ['date-of-birth: dob 3/14/62']],
    ['born 1962', ['date-of-birth: born 1962']],
    ['3/14/1962', ['date-of-birth: 3/14/1962']],
    ['03-14-62', ['date-of-birth: 03-14-62']],
    ['1962-03-14', ['date-of-birth: 1962-03-14']],
    ['March 14, 1962', ['date-of-birth: March 14, 1962']],
    ['14 Mar 1962', ['date-of-birth: 14 Mar 1962']],
    ['94yo hip', ['age: 94yo']],
    ['aged 101', ['age: aged 101']],
    ['j.doe@example.org', ['email: j.doe@example.org']],
    ['pt Smith', ['name: pt Smith']],
    ['pt smith', ['name: pt smith']],
    ['Pt: Garcia', ['name: Pt: Garcia']],
    ['patient Jane Doe', ['name: patient Jane Doe']],
    ["patient's name O'Brien", ["name: patient's name O'Brien"]],
    ['Mr. Jones', ['name: Mr. Jones']],
    ['mrs jones hip', ['name: mrs jones']],
    ['John Smith', ['name: John Smith']],
    ['Smith, John', ['name: Smith, John']],
    ['hip of Mary Q. Public', ['name: Mary Q. Public']],
    ['12 Oak Street', ['address: 12 Oak Street']],
    ['4400 N Lake Shore Drive', ['address: 4400 N Lake Shore Drive']],
    ['7 5th Ave', ['address: 7 5th Ave']],
    ['60614-1234', ['address: 60614-1234']],
    ['1234567', ['number: 1234567']],
    ['E1002345', ['number: 1002345']],
    ['123 456 789', ['number: 123 456 789']],
    ['99213524364451', ['number: 99213524364451']],
    ['Mr Jones, 555-1234', ['name: Mr Jones', 'phone: 555-1234']],
  ])('%j', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })
})

describe('labels that pass', () => {
  test.each([
    '', 'OR3 #2', 'a17', 'clinic am', 'case 12', 'room 4', 'second case', 'Monday clinic', 'Clinic Monday', 'Knee Left',
    '47562', '47562-22', '47562-22 49505', '47562 49505 99223', 'S9451', '0075T', 'lap chole 2', 'hernia #3', 'pt 3', 'pt in OR 2',
    'pt transferred', 'pt OR 3', 'PT eval', 'patient 4', 'patient care', 'name', 'x12', '2025', '11/20', '72yo hip', 'age 45', 'L3-4',
    'T12-L1', 'C5/6', '10 min ct head', '3 am st elevation', 'St Mary', 'Trauma Friday', 'case 12345', '1st of 3', 'ms 4', 'GC', 'chart',
  ])('%j', (text) => {
    expect(found(text)).toEqual([])
  }) // prettier-ignore
})

test('ranges are in order, inside the text and do not overlap; each has a message', () => {
  const parts = fc.constantFrom(
    'pt ',
    'Smith ',
    '555-1234 ',
    '3/14/1962',
    ' MRN 12345',
    '12 Oak St',
    'a@b.co',
    '123456',
    ' ',
    '-',
  )
  const texts = fc.oneof(
    fc.array(parts, { maxLength: 10 }).map((all) => all.join('')),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(texts, (text) => {
      let position = 0
      for (const { start, end, message } of findIdentifiers(text)) {
        expect(start).toBeGreaterThanOrEqual(position)
        expect(end).toBeGreaterThan(start)
        expect(message).not.toBe('')
        position = end
      }
      expect(position).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 1000 },
  )
})

test('six digits in a row are found wherever they stand', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100_000, max: 999_999_999 }),
      fc.constantFrom('', 'a', '#', 'case '),
      (number, before) => {
        expect(findIdentifiers(`${before}${number}`)).not.toEqual([])
      },
    ),
  )
})

// A pattern that tried every split of a text would not come back within the time a test has.
test.each(['1 ', 'pt ', 'a.', '12-', 'Mary ', '1 aa bb '])('a long paste of %j comes back', (part) => {
  const text = part.repeat(3000)
  for (const found of findIdentifiers(text)) expect(found.end).toBeLessThanOrEqual(text.length)
})

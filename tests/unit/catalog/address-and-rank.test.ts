import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { readAddress } from '@/lib/domain/catalog/address'
import { medianOf, rankByWork } from '@/lib/domain/catalog/rank'
import { rvu } from '@/lib/domain/shared/exact'

describe('an address under /cpt-codes', () => {
  const code = (text: string) => readAddress(`/cpt-codes/${text}`)

  it('names a code however it is written, and the one address it has', () => {
    const s9451 = { kind: 'code', code: 'S9451', url: '/cpt-codes/s-codes/S9451' }
    for (const written of ['S9451', 's9451', 's-codes/S9451', 's-codes/s9451', 'surgery/S9451', '%53%39451']) {
      expect(code(written), written).toEqual(s9451)
    }
    expect(code('digestive/47562')).toEqual({ kind: 'code', code: '47562', url: '/cpt-codes/surgery/47562' })
    expect(code('0075t')).toMatchObject({ code: '0075T', url: '/cpt-codes/category-iii/0075T' })
  })

  it('knows the hubs, in small letters', () => {
    expect(readAddress('/cpt-codes')).toEqual({ kind: 'search' })
    expect(code('Surgery')).toEqual({ kind: 'hub', slug: 'surgery', url: '/cpt-codes/surgery' })
    expect(code('digestive')).toEqual({ kind: 'hub', slug: 'digestive', url: '/cpt-codes/digestive' })
    expect(code('s-codes')).toMatchObject({ kind: 'hub' })
  })

  it('says what was asked where it is neither', () => {
    expect(code('4756')).toEqual({ kind: 'unknown', asked: '4756' })
    expect(code('surgery/lap-chole')).toEqual({ kind: 'unknown', asked: 'lap-chole' })
    expect(code('surgery/47562/more')).toEqual({ kind: 'unknown', asked: 'more' })
    expect(code('%E0%A4%A')).toEqual({ kind: 'unknown', asked: '%E0%A4%A' })
  })

  it('knows specialties, modifiers and releases, each in its own letters', () => {
    const subject = (url: string) => ({ kind: 'subject', url })
    expect(readAddress('/specialties/General-Surgery')).toEqual(subject('/specialties/general-surgery'))
    expect(readAddress('/modifiers/lt')).toEqual(subject('/modifiers/LT'))
    expect(readAddress('/releases/rvu26c/')).toEqual(subject('/releases/RVU26C'))
    expect(readAddress('/modifiers/a%2Fb')).toEqual(subject('/modifiers/A%2FB'))
  })

  it('leaves every other path alone', () => {
    for (const path of ['/', '/modifiers', '/modifiers/22/more', '/constructor/22'])
      expect(readAddress(path)).toBeNull()
    expect(readAddress('/cpt-codes-of-mine/47562')).toBeNull()
  })

  it('is its own address: reading it again changes nothing', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]?\d{4}[A-Z0-9]?$/), (text) => {
        const read = code(text)
        if (read?.kind === 'code') expect(readAddress(read.url)).toEqual(read)
      }),
    )
  })
})

describe('the rank of a work RVU in its group', () => {
  const group = ['1.27', '3.00', '3.00', '5.01', '10.21', '54.79'].map(rvu)

  it('counts from the most work', () => {
    // 54.79 and 10.21 carry more than 5.01, so it is third; three of six carry less: 50.0 %; (3.00 + 5.01) / 2 = 4.005.
    expect(rankByWork(group, rvu('5.01'))).toEqual({ rank: 3, of: 6, below: 3, percentile: '50.0', median: '4.01' })
  })

  it('gives equal work the same rank', () => {
    // Three carry more than 3.00; one of six carries less: 16.66… %.
    expect(rankByWork(group, rvu('3.00'))).toMatchObject({ rank: 4, below: 1, percentile: '16.7' })
  })

  it('takes the one in the middle of an odd number', () => {
    expect(medianOf(group.slice(0, 5))).toBe('3.00')
  })

  it('is null without a group', () => {
    expect(rankByWork([], rvu('1.00'))).toBeNull()
  })
})

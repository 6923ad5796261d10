import { describe, expect, it } from 'vitest'
import { ok, refuse } from '@/lib/domain/shared/result'
import { must, refusing, whileOpen } from '@/lib/server/refused'

const unreadable = refuse('FILE_UNREADABLE', 'values.csv is empty.')

describe('what breaks off with a refusal', () => {
  it('answers with it, from however deep', async () => {
    const inner = () => Promise.resolve(ok(must(unreadable)))
    expect(await refusing(async () => ok(must(await inner())))).toEqual(unreadable)
    expect(await refusing(() => Promise.resolve(unreadable))).toEqual(unreadable)
    expect(await refusing(() => Promise.resolve(ok(must(ok(3)))))).toEqual(ok(3))
  })

  it('hides no bug', async () => {
    await expect(refusing(() => Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug')
  })
})

describe('what was opened', () => {
  const opened = () => {
    const closed: string[] = []
    return { closed, name: 'rvu25d.zip', close: () => void closed.push('once') }
  }

  it('is closed when the work is done, and not before', async () => {
    const archive = opened()
    const result = await whileOpen(archive, async ({ name, closed }) => {
      await Promise.resolve()
      return ok(`${name} closed ${closed.length} times`)
    })
    expect([result, archive.closed]).toEqual([ok('rvu25d.zip closed 0 times'), ['once']])
  })

  it('is closed after a refusal and after a bug', async () => {
    const refused = opened()
    expect(await whileOpen(refused, () => Promise.resolve(ok(must(unreadable))))).toEqual(unreadable)
    const broken = opened()
    await expect(whileOpen(broken, () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug')
    expect([refused.closed, broken.closed]).toEqual([['once'], ['once']])
  })
})

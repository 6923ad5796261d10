import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SMTPServer } from 'smtp-server'
import { ok, refuse } from '@/lib/domain/shared/result'
import { reading, transaction } from '@/lib/server/db'
import { env, provideEnv } from '@/lib/server/env'
import { deliverMail, outboxIsShown, readOutbox, sendLater } from '@/lib/server/mail'
import { systemGrant } from '@/lib/server/session'

const [door, job] = [systemGrant('account:open'), systemGrant('job:run')]
const address = (): string => `${randomUUID()}@example.org`

/** Written by the door, as sign-up does. */
const write = (to: string) =>
  transaction(door, async (tx) => {
    const link = { text: 'Confirm the address', url: 'http://127.0.0.1:3000/verify?token=abc' }
    await sendLater(tx, { to, subject: 'Confirm <this> address', paragraphs: ['A & B'], link })
    return ok(null)
  })

const kept = (recipient: string) => reading(job, (tx) => tx.mail.findMany({ where: { recipient } }))

type Taken = { readonly to: readonly string[]; readonly text: string }

/** A mail server on a loopback port; `refuses` says how many messages it turns away first. */
async function mailServer(refuses = 0) {
  const taken: Taken[] = []
  let left = refuses
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (left > 0) {
          left -= 1
          return done(Object.assign(new Error('the box is full'), { responseCode: 452 }))
        }
        const to = session.envelope.rcptTo.map((each) => each.address)
        taken.push({ to, text: Buffer.concat(chunks).toString() })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return { taken, port, close: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}

const outboxFolder = () => path.join(env().DATA_DIR, 'outbox')

beforeEach(() => reading(job, (tx) => tx.mail.deleteMany()))

describe('without a mail server', () => {
  beforeEach(() => fs.rmSync(outboxFolder(), { recursive: true, force: true }))

  it('two deliveries at once put each message into the outbox once', async () => {
    const people = Array.from({ length: 8 }, address)
    for (const person of people) await write(person)
    await Promise.all([deliverMail(), deliverMail(), deliverMail()])
    expect((await readOutbox()).map(({ to }) => to).sort()).toEqual(people.toSorted())
    expect(fs.readdirSync(outboxFolder())).toHaveLength(8)
  })

  it('shows the newest first, with its link', async () => {
    const person = address()
    await write(address())
    await deliverMail()
    await write(person)
    const [newest] = await readOutbox()
    expect(newest).toMatchObject({ to: person, link: 'http://127.0.0.1:3000/verify?token=abc' })
    expect(outboxIsShown()).toBe(true)
  })

  it('sends nothing of a use-case that was rolled back', async () => {
    const person = address()
    await transaction(door, async (tx) => {
      await sendLater(tx, { to: person, subject: 'No', paragraphs: [] })
      return refuse('CONFLICT', 'rolled back')
    })
    expect(await kept(person)).toEqual([])
  })
})

describe('with a mail server', () => {
  let server: Awaited<ReturnType<typeof mailServer>> | null = null
  afterEach(async () => {
    provideEnv({ SMTP_URL: '' })
    await server?.close()
    server = null
  })
  const start = async (refuses = 0) => {
    server = await mailServer(refuses)
    provideEnv({ SMTP_URL: `smtp://127.0.0.1:${server.port}` })
    return server
  }

  it('two deliveries at once send each message once, and the outbox is not shown', async () => {
    const { taken } = await start()
    const people = Array.from({ length: 5 }, address)
    for (const person of people) await write(person)
    await Promise.all([deliverMail(), deliverMail()])
    expect(taken.flatMap(({ to }) => to).sort()).toEqual(people.toSorted())
    expect(outboxIsShown()).toBe(false)
  })

  it('sends text and HTML, with what people wrote escaped', async () => {
    const { taken } = await start()
    await write(address())
    await deliverMail()
    const [message] = taken
    expect(message?.text).toMatch(/^Subject: Confirm <this> address\r$/m)
    // Lines of quoted-printable end in "=" where they were only broken for length.
    expect(message?.text.replace(/=\r\n/g, '')).toContain('<p style=3D"margin:0 0 16px">A &amp; B</p>')
  })

  it('tries again a minute after a failure, and not before', async () => {
    const { taken } = await start(1)
    const person = address()
    await write(person)
    await deliverMail()
    const [failed] = await kept(person)
    expect(failed).toMatchObject({ attempts: 1, sentAt: null, error: expect.stringContaining('the box is full') })
    // The first wait is 1 minute.
    const wait = (failed?.nextTryAt.getTime() ?? 0) - Date.now()
    expect(wait).toBeGreaterThan(30_000)
    expect(wait).toBeLessThanOrEqual(60_000)
    await deliverMail()
    expect(taken).toEqual([])
    await reading(job, (tx) => tx.mail.updateMany({ where: { recipient: person }, data: { nextTryAt: new Date(0) } }))
    await deliverMail()
    expect(taken.map(({ to }) => to)).toEqual([[person]])
    expect(await kept(person)).toMatchObject([{ attempts: 1, sentAt: expect.any(Date), error: null }])
  })

  it('that is gone keeps the message and lets the others through', async () => {
    const { close } = await start()
    await close()
    server = null
    const people = [address(), address()]
    for (const person of people) await write(person)
    await deliverMail()
    for (const person of people) expect(await kept(person)).toMatchObject([{ attempts: 1, sentAt: null }])
  })
})

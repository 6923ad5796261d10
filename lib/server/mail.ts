import fs from 'node:fs/promises'
import path from 'node:path'
import nodemailer from 'nodemailer'
import { systemGrant } from './session'
import { now } from './clock'
import { ask, reading, sql, type Tx } from './db'
import { env } from './env'
import { log } from './log'

/** A message in plain paragraphs; the HTML form is made of the same words. */
export type Message = {
  readonly to: string
  readonly subject: string
  readonly paragraphs: readonly string[]
  /** The one thing to do, if any. */
  readonly link?: { readonly text: string; readonly url: string }
}

export type OutboxItem = {
  readonly id: string
  readonly at: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly link: string | null
}

/** Puts a message into the outbox, in the transaction of what it tells of: it is sent only if that is kept. */
export async function sendLater(tx: Tx, message: Message): Promise<void> {
  await tx.mail.createMany({
    data: [{ recipient: message.to, subject: message.subject, text: asText(message), html: asHtml(message) }],
  })
}

function asText({ paragraphs, link }: Message): string {
  return [...paragraphs, ...(link ? [`${link.text}:\n${link.url}`] : []), 'RVU Edge'].join('\n\n')
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

function asHtml({ paragraphs, link }: Message): string {
  const body = paragraphs.map((text) => `<p style="margin:0 0 16px">${escape(text)}</p>`).join('')
  const button = link
    ? `<p style="margin:24px 0"><a href="${escape(link.url)}" style="background:#16285a;color:#fff;padding:10px 16px;border-radius:6px;text-decoration:none;font-weight:600">${escape(link.text)}</a></p><p style="margin:0 0 16px;color:#5c687f;font-size:13px">Or open ${escape(link.url)}</p>`
    : ''
  return `<!doctype html><html lang="en"><body style="margin:0;background:#fff;color:#101c38;font:16px/1.6 -apple-system,'Segoe UI',Roboto,Arial,sans-serif"><div style="max-width:560px;margin:0 auto;padding:32px 20px"><p style="margin:0 0 24px;font-weight:800;color:#16285a">RVU<span style="color:#c24b07">EDGE</span></p>${body}${button}</div></body></html>`
}

const RETRY_MINUTES = [1, 5, 30, 120, 720]
const outboxFolder = (): string => path.join(env().DATA_DIR, 'outbox')

/** Sends what is due; instances share the work. Without SMTP a message is delivered into the outbox folder. */
export async function deliverMail(): Promise<void> {
  for (;;) {
    if (!(await reading(systemGrant('job:run'), deliverOne))) return
  }
}

type Due = { id: string; recipient: string; subject: string; text: string; html: string; attempts: number }

async function deliverOne(tx: Tx): Promise<boolean> {
  const [mail] = await ask<Due>(
    tx,
    sql`
    select id, recipient, subject, text, html, attempts from mail_outbox
    where sent_at is null and next_try_at <= now() order by created_at limit 1 for update skip locked`,
  )
  if (!mail) return false
  try {
    await deliver(mail)
    await tx.mail.update({ where: { id: mail.id }, data: { sentAt: now(), error: null } })
  } catch (error) {
    const minutes = RETRY_MINUTES[Math.min(mail.attempts, RETRY_MINUTES.length - 1)] ?? 720
    const nextTryAt = new Date(now().getTime() + minutes * 60_000)
    log.warn({ mail: mail.id, attempts: mail.attempts + 1 }, 'mail was not sent; trying later')
    await tx.mail.update({
      where: { id: mail.id },
      data: { attempts: mail.attempts + 1, nextTryAt, error: String(error).slice(0, 500) },
    })
  }
  return true
}

async function deliver(mail: Due): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env()
  if (SMTP_URL) {
    const message = { from: MAIL_FROM, to: mail.recipient, subject: mail.subject, text: mail.text, html: mail.html }
    await nodemailer.createTransport(impatient(SMTP_URL)).sendMail(message)
    return
  }
  await fs.mkdir(outboxFolder(), { recursive: true })
  const link = /https?:\/\/\S+/.exec(mail.text)?.[0] ?? null
  const at = now().toISOString()
  const item: OutboxItem = { id: mail.id, at, to: mail.recipient, subject: mail.subject, text: mail.text, link }
  const file = path.join(outboxFolder(), `${at.replaceAll(':', '-')}-${mail.id}.json`)
  await fs.writeFile(file, JSON.stringify(item, null, 2), { mode: 0o600 })
}

/** A server that does not answer must not outlast the transaction that holds the message. */
function impatient(address: string): string {
  const url = new URL(address)
  for (const [name, milliseconds] of [
    ['connectionTimeout', 5_000],
    ['greetingTimeout', 5_000],
    ['socketTimeout', 10_000],
  ] as const) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(milliseconds))
  }
  return url.href
}

/** True only on a machine where no one else can look: no SMTP, and listening on loopback. */
export const outboxIsShown = (): boolean =>
  !env().SMTP_URL && (env().HOST === 'localhost' || env().HOST === '::1' || env().HOST.startsWith('127.'))

/** The newest messages first, at most 50. */
export async function readOutbox(): Promise<readonly OutboxItem[]> {
  await deliverMail()
  const names = await fs.readdir(outboxFolder()).catch(() => [])
  const newest = names.sort().reverse().slice(0, 50)
  return Promise.all(
    newest.map(async (name) => JSON.parse(await fs.readFile(path.join(outboxFolder(), name), 'utf8')) as OutboxItem),
  )
}

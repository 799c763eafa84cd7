import { createHmac } from 'node:crypto'
import type { Transporter } from 'nodemailer'
import type { Config } from '../config.ts'
import type { Arrival } from './arrivals.ts'

/** A message on its way out. `id` is ours and says nothing of anyone. */
export type Outgoing = {
  id: string
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  unsubscribe?: string
}

export type Transport = {
  deliver(message: Outgoing): Promise<void>
  /** What became of emails, decided since then; only where that is not known when they are taken. */
  arrivals?(since: Date): Promise<Arrival[]>
  close(): void
}

/** The server will never take this message: an address that does not exist, say. */
export class CannotDeliver extends Error {}

/** It is this address that does not take it: for good, or (`later`) for the moment. */
export class AddressRefused extends Error {
  readonly later: boolean
  constructor(message: string, later = false) {
    super(message)
    this.later = later
  }
}

/** The way mail leaves: SMTP, GOV.UK Notify, or none (then messages stay in the outbox page). */
export function makeTransport(mail: Config['mail']): Transport {
  if (mail.via === 'smtp') return smtp(mail.smtpUrl!, mail.from)
  if (mail.via === 'notify') return notify(mail.notify!)
  return { deliver: () => Promise.reject(new Error('There is no mail server.')), close: () => {} }
}

function smtp(url: string, from: string): Transport {
  // Loaded when first needed: an installation without a mail server is spared it.
  let opened: Promise<Transporter> | undefined
  const open = async () =>
    (await import('nodemailer')).createTransport({
      url,
      pool: true,
      maxConnections: 5,
      maxMessages: 500,
      // A server that says nothing must not hold up what waits behind.
      connectionTimeout: 20_000,
      greetingTimeout: 20_000,
      socketTimeout: 60_000,
    } as object)
  return {
    async deliver(message) {
      try {
        // Names and addresses go as objects: a string would be read as a list of recipients.
        await (
          await (opened ??= open())
        ).sendMail({
          from: { name: 'Guildhall', address: from },
          to: { name: message.to.name, address: message.to.address },
          subject: message.subject,
          text: message.text,
          html: message.html,
          messageId: `<${message.id}@guildhall>`,
          headers: {
            'Auto-Submitted': 'auto-generated',
            ...(message.unsubscribe ? { 'List-Unsubscribe': `<${message.unsubscribe}>` } : {}),
          },
        })
      } catch (error) {
        throw refusal(error as Refused) ?? error
      }
    },
    close: () => void opened?.then((pool) => pool.close()),
  }
}

type Refused = { responseCode?: number; code?: string; command?: string; response?: string }

/** What an answer of a mail server means; undefined when it may take the same email later, and whoever it is to. */
function refusal({ responseCode = 0, code, command, response = '' }: Refused) {
  // Not let in: nothing that this email or its address could help.
  if (responseCode < 400 || code === 'EAUTH') return undefined
  const said = `The mail server refused it (${responseCode}).`
  // x.7.x is about who may send what to whom, not about the address.
  if (command === 'RCPT TO' && !/\b[45]\.7\.\d/.test(response))
    return new AddressRefused(said, responseCode < 500)
  return responseCode >= 500 ? new CannotDeliver(said) : undefined
}

/** GOV.UK Notify's API, version 2: one POST a message, a token signed with the key's secret. */
function notify(options: { key: string; template: string; url: string }): Transport {
  const secret = options.key.slice(-36)
  const service = options.key.slice(-73, -37)
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const token = () => {
    const unsigned = `${part({ typ: 'JWT', alg: 'HS256' })}.${part({ iss: service, iat: Math.floor(Date.now() / 1000) })}`
    return `Bearer ${unsigned}.${createHmac('sha256', secret).update(unsigned).digest('base64url')}`
  }
  return {
    async deliver(message) {
      const answer = await fetch(`${options.url}/v2/notifications/email`, {
        method: 'POST',
        headers: { authorization: token(), 'content-type': 'application/json' },
        body: JSON.stringify({
          email_address: message.to.address,
          template_id: options.template,
          reference: message.id,
          personalisation: { subject: message.subject, body: message.text },
        }),
        signal: AbortSignal.timeout(20_000),
      })
      if (answer.ok) return
      if (answer.status === 400) throw new CannotDeliver('GOV.UK Notify refused the message.')
      throw new Error(`GOV.UK Notify answered ${answer.status}.`)
    },
    arrivals: (since) => arrivalsFrom(`${options.url}/v2/notifications`, token, since),
    close: () => {},
  }
}

/** What Notify lists of an email. */
type Listed = {
  id: string
  email_address: string | null
  status: string
  created_at: string
  completed_at: string | null
}

const decided = ['delivered', 'permanent-failure', 'temporary-failure']
/** Notify gives up on an email after three days. */
const patience = 4 * 86_400_000
const mostPages = 100

/** Goes through Notify's list, the newest first, 250 a page, as far back as something may still have been undecided. */
async function arrivalsFrom(url: string, token: () => string, since: Date): Promise<Arrival[]> {
  const arrivals: Arrival[] = []
  const statuses = decided.map((status) => `&status=${status}`).join('')
  for (let page = 0, after = ''; page < mostPages; page += 1) {
    const answer = await fetch(`${url}?template_type=email${statuses}${after}`, {
      headers: { authorization: token() },
      signal: AbortSignal.timeout(20_000),
    })
    if (!answer.ok) throw new Error(`GOV.UK Notify answered ${answer.status}.`)
    const { notifications } = (await answer.json()) as { notifications: Listed[] }
    for (const { email_address: address, status, completed_at } of notifications) {
      const at = new Date(completed_at ?? 0)
      if (address && at > since) arrivals.push({ address, at, arrived: status === 'delivered' })
    }
    const last = notifications.at(-1)
    if (!last || new Date(last.created_at).getTime() < since.getTime() - patience) break
    after = `&older_than=${last.id}`
  }
  return arrivals
}

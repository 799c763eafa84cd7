import { createHmac } from 'node:crypto'
import type { Transporter } from 'nodemailer'
import type { Config } from '../config.ts'

/** A message on its way out. `id` is ours and says nothing of anyone. */
export type Outgoing = {
  id: string
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  unsubscribe?: string
}

export type Transport = { deliver(message: Outgoing): Promise<void>; close(): void }

/** The server will never take this message: an address that does not exist, say. */
export class CannotDeliver extends Error {}

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
        const code = (error as { responseCode?: number }).responseCode ?? 0
        if (code >= 500) throw new CannotDeliver(`The mail server refused it (${code}).`)
        throw error
      }
    },
    close: () => void opened?.then((pool) => pool.close()),
  }
}

/** GOV.UK Notify's API, version 2: one POST a message, a token signed with the key's secret. */
function notify(options: { key: string; template: string; url: string }): Transport {
  const secret = options.key.slice(-36)
  const service = options.key.slice(-73, -37)
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return {
    async deliver(message) {
      const unsigned = `${part({ typ: 'JWT', alg: 'HS256' })}.${part({ iss: service, iat: Math.floor(Date.now() / 1000) })}`
      const token = `${unsigned}.${createHmac('sha256', secret).update(unsigned).digest('base64url')}`
      const answer = await fetch(`${options.url}/v2/notifications/email`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
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
    close: () => {},
  }
}

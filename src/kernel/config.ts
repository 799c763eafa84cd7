import { resolve } from 'node:path'
import { z } from 'zod'

/** Everything that can be set, with what it means. `npm start -- --help` prints this list. */
export const settings = {
  PORT: ['3000', 'The port to listen on.'],
  HOST: ['127.0.0.1', 'The address to listen on. 0.0.0.0 opens it to other machines.'],
  BASE_URL: ['from HOST and PORT', 'What links in emails start with. Use https in production.'],
  GUILDHALL_DATA: [
    './data, or ./data/demo with the sample',
    'Folder of the embedded database, the files and the key file.',
  ],
  DATABASE_URL: [
    'none: embedded',
    'A PostgreSQL 15 (or later) database, such as postgres://guildhall@db/guildhall.',
  ],
  GUILDHALL_KEYS: [
    'none',
    'The keyring itself: versions of 32 bytes in base64, newest last, separated by commas.',
  ],
  GUILDHALL_KEY_FILE: [
    'keyring in the data folder',
    'Where the keyring is kept when GUILDHALL_KEYS is not set.',
  ],
  SMTP_URL: ['none: outbox page', 'A mail server, such as smtps://user:password@mail.example:465.'],
  MAIL_FROM: ['guildhall@localhost', 'The address that emails come from.'],
  NOTIFY_API_KEY: ['none', 'A GOV.UK Notify key, used instead of SMTP.'],
  NOTIFY_TEMPLATE: ['none', 'The Notify template with the placeholders subject and body.'],
  NOTIFY_URL: ['https://api.notifications.service.gov.uk', 'Where Notify answers.'],
  MAIL_RATE: [
    '120',
    'How many invitations leave a minute, whoever sends them. Codes to sign in never wait for them.',
  ],
  ROLE: ['all', 'web, worker or all: what this process does.'],
  TRUST_PROXY: [
    'no',
    'yes when a proxy in front sets X-Forwarded-For; behind several, their number.',
  ],
  LOG: [
    'warn',
    'What to print: error (answers that failed), warn (work that is tried again, too) or info (a line a request, too).',
  ],
} as const

const address = z.url({ message: 'must be a full address' })

const shape = z
  .object({
    PORT: z.coerce.number({ message: 'must be a number' }).int().min(0).max(65535).default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    BASE_URL: address
      .refine((url) => /^https?:/.test(url), 'must start with http:// or https://')
      .optional(),
    GUILDHALL_DATA: z.string().min(1).optional(),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
      .optional(),
    GUILDHALL_KEYS: z.string().min(1).optional(),
    GUILDHALL_KEY_FILE: z.string().min(1).optional(),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
      .optional(),
    MAIL_FROM: z
      .email({ message: 'must be an email address' })
      .or(z.literal('guildhall@localhost'))
      .default('guildhall@localhost'),
    NOTIFY_API_KEY: z.string().min(74, 'looks too short').optional(),
    NOTIFY_TEMPLATE: z.string().min(1).optional(),
    NOTIFY_URL: address.default('https://api.notifications.service.gov.uk'),
    MAIL_RATE: z.coerce
      .number({ message: 'must be a number' })
      .int('must be a whole number')
      .min(1, 'must be 1 or more')
      .max(6000, 'must be 6000 or fewer')
      .default(120),
    ROLE: z
      .enum(['web', 'worker', 'all'], { message: 'must be web, worker or all' })
      .default('all'),
    TRUST_PROXY: z
      .string()
      .regex(/^(yes|no|[1-9])$/, 'must be yes, no or the number of proxies')
      .default('no'),
    LOG: z
      .enum(['error', 'warn', 'info'], { message: 'must be error, warn or info' })
      .default('warn'),
  })
  .refine((all) => !all.NOTIFY_API_KEY || all.NOTIFY_TEMPLATE, {
    path: ['NOTIFY_TEMPLATE'],
    message: 'is needed when NOTIFY_API_KEY is set',
  })

/** The settings of one process, checked. */
export type Config = Readonly<{
  port: number
  host: string
  baseUrl: string
  secure: boolean
  dataFolder: string
  databaseUrl: string | undefined
  keys: string | undefined
  keyFile: string
  mail: {
    via: 'outbox' | 'smtp' | 'notify'
    from: string
    /** How many emails in bulk leave a minute. */
    rate: number
    smtpUrl?: string
    notify?: { key: string; template: string; url: string }
  }
  role: 'web' | 'worker' | 'all'
  /** How many proxies in front say who asks; 0 when the connection does. */
  trustProxy: number
  log: 'error' | 'warn' | 'info'
  demo: boolean
}>

/**
 * Reads the environment. Throws a ConfigError that names each setting that is wrong, and how. With `demo`
 * the data lies apart from real data, and no email leaves: made-up people have addresses at real domains.
 */
export function readConfig(environment: Record<string, string | undefined>, demo = false): Config {
  const given = Object.fromEntries(
    Object.keys(settings).map((name) => [name, environment[name]?.trim() || undefined]),
  )
  const result = shape.safeParse(given)
  if (!result.success) {
    throw new ConfigError(
      result.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`).join('\n'),
    )
  }
  const all = result.data
  const dataFolder = resolve(all.GUILDHALL_DATA ?? (demo ? './data/demo' : './data'))
  const baseUrl = (
    all.BASE_URL ??
    `http://${all.HOST === '127.0.0.1' || all.HOST === '0.0.0.0' ? 'localhost' : all.HOST}:${all.PORT}`
  ).replace(/\/+$/, '')
  return Object.freeze({
    port: all.PORT,
    host: all.HOST,
    baseUrl,
    secure: baseUrl.startsWith('https:'),
    dataFolder,
    databaseUrl: all.DATABASE_URL,
    keys: all.GUILDHALL_KEYS,
    keyFile: all.GUILDHALL_KEY_FILE ? resolve(all.GUILDHALL_KEY_FILE) : `${dataFolder}/keyring`,
    mail: mailBy(all, demo),
    role: all.ROLE,
    trustProxy: { yes: 1, no: 0 }[all.TRUST_PROXY] ?? Number(all.TRUST_PROXY),
    log: all.LOG,
    demo,
  })
}

function mailBy(all: z.infer<typeof shape>, demo: boolean): Config['mail'] {
  if (demo) return { via: 'outbox', from: all.MAIL_FROM, rate: all.MAIL_RATE }
  return {
    via: all.NOTIFY_API_KEY ? 'notify' : all.SMTP_URL ? 'smtp' : 'outbox',
    from: all.MAIL_FROM,
    rate: all.MAIL_RATE,
    smtpUrl: all.SMTP_URL,
    notify: all.NOTIFY_API_KEY
      ? { key: all.NOTIFY_API_KEY, template: all.NOTIFY_TEMPLATE!, url: all.NOTIFY_URL }
      : undefined,
  }
}

/** What `--help` prints. */
export function help(): string {
  const lines = Object.entries(settings).map(
    ([name, [preset, meaning]]) =>
      `  ${name.padEnd(20)} ${meaning}\n  ${' '.repeat(20)} Default: ${preset}.`,
  )
  return `npm start          Starts Guildhall.\nnpm run demo       Starts it with a made-up sample.\n\nIt is configured by environment variables, which go before the command (PORT=4000 npm start):\n\n${lines.join('\n')}\n`
}

/** A setting that cannot be used; the message is meant for the person who installs. */
export class ConfigError extends Error {}

import type { Config } from '#kernel/config.ts'

/**
 * What pages add wherever they promise that nobody who runs the site learns who is in a network: without a
 * mail server the emails are kept where they can be read. Undefined where there is one, and the promise stands.
 */
export function whoReadsEmails({ demo, mail }: Pick<Config, 'demo' | 'mail'>): string | undefined {
  if (demo)
    return 'This is a demo: anyone who can open it can read its emails, and learn from them who joins what.'
  if (mail.via === 'outbox')
    return 'This site has no mail server yet: until it has one, its administrators can read its emails, and learn from them who joins what.'
  return undefined
}

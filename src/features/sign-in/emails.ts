import type { App } from '#kernel/app.ts'
import type { Email } from '#kernel/mail.ts'

/** The email that carries a code and a link. It says nothing of who has an account. */
export function codeEmail(app: App, to: Email['to'], given: { code: string; link: string }): Email {
  return {
    to,
    subject: 'Your security code',
    blocks: [
      'Someone, we hope you, is signing in to Guildhall with this email address. This is the code:',
      { code: given.code },
      'It works once, for 10 minutes, in the browser where you asked for it.',
      {
        button: 'Sign in with a link instead',
        href: `${app.config.baseUrl}/sign-in/link/${given.link}`,
      },
      'If this was not you, you need do nothing. Nobody can sign in without the code.',
    ],
  }
}

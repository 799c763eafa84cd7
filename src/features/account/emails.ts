import type { Email } from '#kernel/mail.ts'

/** The code that proves a new address. */
export function codeEmail(to: Email['to'], code: string): Email {
  return {
    to,
    subject: 'Your security code',
    blocks: [
      'Someone, we hope you, wants to use this email address for their Guildhall account. This is the code:',
      { code },
      'It works once, for 10 minutes, in the browser where you asked for it.',
      'If this was not you, you need do nothing. Nothing changes without the code.',
    ],
  }
}

/** To the address as it was. It does not say what the new one is: somebody else may read this mailbox by now. */
export function movedEmail(to: Email['to']): Email {
  return {
    to,
    subject: 'Your work email address has changed',
    blocks: [
      'Your Guildhall account has another work email address now. This one can no longer be used to sign in.',
      'If this was not you, tell whoever runs this service straight away: someone may have used a browser where you were signed in.',
    ],
  }
}

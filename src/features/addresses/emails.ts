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

/**
 * To the address as it was, with the link that takes it back, if that can be. It does not say what the new one
 * is: somebody else may read this mailbox by now.
 */
export function movedEmail(to: Email['to'], undo: string | undefined): Email {
  return {
    to,
    subject: 'Your work email address has changed',
    blocks: [
      'Your Guildhall account has another work email address now. This one can no longer be used to sign in.',
      ...(undo
        ? [
            'If this was you, you need do nothing.',
            'If it was not you, take it back. You can do that for 3 days. It also signs out whoever is in your account.',
            { button: 'This was not me', href: undo },
          ]
        : [
            'If this was not you, tell whoever runs this service straight away: someone may have used a browser where you were signed in.',
          ]),
    ],
  }
}

/** To both addresses, once a change has been taken back. */
export function takenBackEmail(to: Email['to']): Email {
  return {
    to,
    subject: 'A change of email address was taken back',
    blocks: [
      'Someone who can read the mailbox of the earlier address has said that a change of the email addresses of a Guildhall account was not theirs. It has been taken back, and everyone has been signed out of that account.',
      'If this was not you, tell whoever runs this service straight away.',
    ],
  }
}

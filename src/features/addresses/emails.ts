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

/** To the work addresses of both accounts, once they are one. It does not name the other address. */
export function mergedEmail(to: Email['to']): Email {
  return {
    to,
    subject: 'Two accounts have been merged',
    blocks: [
      'There were two Guildhall accounts. Someone has proved an email address of each, and merged them into one. One of them was yours.',
      'If this was you, you need do nothing.',
      'If it was not you, tell whoever runs this service straight away.',
    ],
  }
}

/** To the work address, with the link that takes it back. It does not say which address was added. */
export function addedEmail(to: Email['to'], undo: string): Email {
  return {
    to,
    subject: 'A second email address was added',
    blocks: [
      'Someone who is signed in to your Guildhall account has added a second email address. It can be used to sign in when this one no longer works.',
      'If this was you, you need do nothing.',
      'If it was not you, take it back. You can do that for 3 days. It also signs out whoever is in your account.',
      { button: 'This was not me', href: undo },
    ],
  }
}

/** The code that proves, to whoever merges two accounts, that the one they are signed in to is theirs as well. */
export function mergeCodeEmail(to: Email['to'], code: string): Email {
  return {
    to,
    subject: 'Your security code',
    blocks: [
      'Someone, we hope you, wants to merge your Guildhall account with another one. This is the code:',
      { code },
      'It works once, for 10 minutes, in the browser where you asked for it.',
      'If this was not you, do not pass it on. Nothing changes without the code. Sign in, and end the sessions that you do not know.',
    ],
  }
}

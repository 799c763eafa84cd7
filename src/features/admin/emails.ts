import type { Email } from '#kernel/mail.ts'

/** To someone who has been made an administrator. */
export function addedEmail(to: Email['to'], baseUrl: string): Email {
  return {
    to,
    subject: 'You are now an administrator of Guildhall',
    blocks: [
      'An administrator has made you one too. You can look after organisations, email domains and the installation. You cannot see who is in a network.',
      { button: 'See what you can do', href: `${baseUrl}/admin` },
      'If you did not expect this, tell whoever runs this service.',
    ],
  }
}

/** To someone who was one until now. */
export function removedEmail(to: Email['to']): Email {
  return {
    to,
    subject: 'You are no longer an administrator of Guildhall',
    blocks: [
      'You have been taken off the administrators. Your account and your networks are as they were.',
      'If you did not expect this, tell whoever runs this service.',
    ],
  }
}

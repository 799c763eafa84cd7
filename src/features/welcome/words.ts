import type { Network } from '#features/networks/index.ts'

/** The days after joining on which an email goes. */
export type Step = 0 | 7 | 30

/** What an email of the first weeks says, in the leads' words. */
export type Words = { opening: string; todo: string; contact: string }

/** How the emails are called, and when they go. */
export const steps: Record<Step, { title: string; when: string; hint: string }> = {
  0: {
    title: 'Welcome',
    when: 'At once, when someone has joined',
    hint: 'It is one email with the news that they are in.',
  },
  7: {
    title: 'The first week',
    when: '7 days after joining',
    hint: 'One small thing to do, and whom to ask.',
  },
  30: {
    title: 'The first month',
    when: '30 days after joining',
    hint: 'How it is going, and ways to take part.',
  },
}

/** How long each part may be. */
export const most: Record<keyof Words, number> = { opening: 1500, todo: 500, contact: 300 }

/** The day that an address names; undefined for any other. */
export function stepNamed(text: string): Step | undefined {
  return ([0, 7, 30] as const).find((step) => String(step) === text)
}

/** What an email says until the leads write something better. */
export function usualWords(
  step: Step,
  { purpose, contact }: Pick<Network, 'purpose' | 'contact'>,
): Words {
  const reach = contact || 'Anyone with a role in the network is glad to hear from you.'
  if (step === 0)
    return {
      opening: [
        'We are glad that you are here.',
        purpose && `This is what we are here for: ${purpose}`,
      ]
        .filter(Boolean)
        .join('\n\n'),
      todo: 'Look at our page and what we want to reach. Then think of one thing that would help you at work, and tell us.',
      contact: reach,
    }
  if (step === 7)
    return {
      opening:
        'You have been with us for a week. There is nothing that you have to do. If you would like to begin with something small, here it is.',
      todo: 'Say hello to one person: someone who holds a role, or someone you know who is here too.',
      contact: reach,
    }
  return {
    opening:
      'You have been with us for a month. How is it going? Tell us what helps you, and what is missing.',
    todo: 'Choose one: come to the next thing that we do, tell a colleague about us who would gain from it, or offer to take on a small role. You make that offer on the page of your membership.',
    contact: reach,
  }
}

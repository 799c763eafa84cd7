import type { Purpose } from './introductions.ts'

/** What each kind of introduction is called, for the one who asks and the one who helps. */
export const purposes: Record<Purpose, { asks: Said; helps: Said }> = {
  buddy: {
    asks: {
      title: 'Meet your buddy',
      question: 'There is someone who would be your buddy. Shall we introduce you to each other?',
      waiting: 'We are asking the other person. You get an email when they have said yes.',
      subject: 'someone would be your buddy',
    },
    helps: {
      title: 'Be someone’s buddy',
      question:
        'Someone new would like a buddy, and you offered to be one. Shall we introduce you?',
      waiting: 'We are asking the other person. You get an email when they have said yes.',
      subject: 'someone would like you as a buddy',
    },
  },
  swap: {
    asks: {
      title: 'Someone can help you',
      question: 'Someone in the network may be able to help with this. Shall we introduce you?',
      waiting: 'We are asking the other person. You get an email when they have said yes.',
      subject: 'someone may be able to help you',
    },
    helps: {
      title: 'Someone would like your help',
      question: 'Someone in the network would like help with this. Shall we introduce you?',
      waiting: 'We are asking the other person. You get an email when they have said yes.',
      subject: 'someone would like your help',
    },
  },
}

type Said = { title: string; question: string; waiting: string; subject: string }

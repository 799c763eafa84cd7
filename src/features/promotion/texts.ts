import type { Copy } from '#kernel/copy-field.ts'
import { html } from '#kernel/html.ts'
import type { Message } from './message.ts'

/** Words for articles, newsletters, packs and posts, from what the network says of itself. */
export function wordsToCopy(message: Message): Copy[] {
  const { article, news, pack, posts } =
    message.version === 'discreet' ? quiet(message) : open(message)
  return [
    {
      key: 'article',
      title: 'Intranet article',
      hint: 'The first line is the heading. A photograph of people who agreed to be in it, and the name of someone to ask, make it yours.',
      text: lines(...article),
    },
    { key: 'newsletter', title: 'Newsletter', text: lines(...news) },
    {
      key: 'pack',
      title: 'Induction pack',
      hint: 'For those who are new: ask whoever looks after the pack to put it in.',
      text: lines(...pack),
    },
    ...posts.map((text, i) => ({
      key: `post-${i + 1}`,
      title: ['A post', 'A second post, some weeks later', 'A post for members to pass on'][i]!,
      text,
    })),
  ]
}

/** Pieces of HTML and text for intranets and signatures: a link, with no script and no frame. */
export function snippets(message: Message): { page: string; signature: string } {
  const words = linkWords(message)
  return {
    page: html`<p><a href="${message.link}">${words}</a></p>`.toString(),
    signature: `${words}: ${message.link}`,
  }
}

/** The HTML of a banner that lies beside it as a file. */
export const bannerHtml = (message: Message, file: string): string =>
  html`<a href="${message.link}"><img src="${file}" width="600" height="150" alt="${bannerAlt(message)}"></a>`.toString()

/** What a banner says, for those who do not see it. */
export const bannerAlt = (message: Message): string =>
  `${message.name}. ${message.kind}. ${message.invitation}: ${message.address}`

function linkWords({ version, name, invitation }: Message): string {
  if (version === 'discreet') return 'A staff network: have a look in private'
  return invitation === 'Join us' ? `Join ${name}` : `Find out about ${name}`
}

type Words = Record<'article' | 'news' | 'pack' | 'posts', string[]>

function open({ name, about, audience, how, link }: Message): Words {
  const whom = audience && `Who it is for: ${audience}`
  return {
    article: [
      `${name}: is it for you?`,
      about,
      whom,
      `How to join: ${lowered(how)} Before you decide, the page says who would see your name. You can leave whenever you like.`,
      link,
    ],
    news: [name, about, `${how} ${link}`],
    pack: [
      `You are new here, and you are not on your own. One of the networks at work is ${name}.`,
      about,
      whom,
      how,
      `Have a look: ${link}`,
    ],
    posts: [
      `${name}. ${first(about)} ${link}`,
      `Have you thought about ${name}? ${how} ${link}`,
      `${name} might be for you, or for someone you know. Have a look: ${link}`,
    ],
  }
}

function quiet({ link }: Message): Words {
  const private_ = 'Looking is not joining, and nobody is told who looked.'
  return {
    article: [
      'A staff network that some of you may be glad to find',
      'There is a network at work that we do not name here, so that anyone can open the link without being asked why.',
      `You read what it is, and who it is for, on your own screen. ${private_}`,
      'If you prefer, use your own phone rather than a computer from work.',
      link,
    ],
    news: [
      'A staff network, in private',
      `Read on your own screen what it is. ${private_} ${link}`,
    ],
    pack: [
      'There is a staff network that keeps its name to itself, so that people can look without being asked why.',
      `You can read about it at any time, in private. ${private_}`,
      link,
    ],
    posts: [
      `There is a staff network that you may be glad to know of. Have a look in private: ${link}`,
      `For anyone who has been meaning to look: the link still works, and nobody is told who opened it. ${link}`,
      `In case it is right for you, or for someone you know: ${link} Looking is not joining.`,
    ],
  }
}

const lines = (...of: string[]) => of.filter(Boolean).join('\n\n')
const first = (text: string) => text.split(/(?<=[.!?]) /)[0]!
const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

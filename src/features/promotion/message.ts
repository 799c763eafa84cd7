import type { App } from '#kernel/app.ts'
import type { Network } from '#features/networks/index.ts'
import type { Placement } from './placements.ts'
import { longLink, shortLink } from './words.ts'

/** Whether materials name the network, or say only that there is one. */
export type Version = 'named' | 'discreet'

/** What a poster, a screen and a banner say. */
export type Message = {
  version: Version
  /** Above the name: what kind of thing it is. */
  kind: string
  name: string
  about: string
  audience: string
  /** What to do, and what comes of it. */
  invitation: string
  how: string
  hint: string
  /** The address behind the code, and as people type it. */
  link: string
  address: string
  /** Whose cloth it wears: a network’s own, by its name, or the one that all share. */
  cloth: string | undefined
}

/** What materials for a place say, in one version or the other. */
export function messageOf(
  app: Pick<App, 'config'>,
  network: Network,
  placement: Placement,
  version: Version,
): Message {
  const links = { link: longLink(app, placement), address: shortLink(app, placement) }
  if (version === 'discreet') return { version, ...discreet, ...links, cloth: undefined }
  return {
    version,
    kind: kinds[network.type],
    name: network.name,
    about: sentence(network.mission || network.purpose),
    audience: network.audience ? sentence(network.audience) : '',
    invitation: network.joining === 'invitation' ? 'Find out more' : 'Join us',
    how: ways[network.joining],
    hint: 'Point the camera of your phone at the code, or type',
    ...links,
    cloth: network.sensitive ? undefined : network.name,
  }
}

/** Says that there is a network, and nothing of what it is, for whom, or who is in it. */
const discreet = {
  kind: 'At work',
  name: 'A staff network',
  about: 'Find out more, in private. You read what it is on your own screen, and decide there.',
  audience: 'Looking is not joining. Nobody is told that you looked.',
  invitation: 'Have a look',
  how: 'Use your own phone rather than one from work, if you prefer.',
  hint: 'Point the camera of your phone at the code, or type',
}

const kinds: Record<Network['type'], string> = {
  'cross-government': 'A network across government',
  'staff-and-diversity': 'A staff network',
  'community-of-practice': 'A community of practice',
  profession: 'A community of a profession',
}

/** What happens to those who follow the link. */
const ways: Record<Network['joining'], string> = {
  open: 'It takes a minute, and you are in at once.',
  request: 'It takes a minute. A lead answers, and nobody asks you to prove who you are.',
  invitation: 'People join by invitation. Ask a member or a lead for one.',
}

/** What someone wrote, as a sentence: with an end, if it has none. */
const sentence = (text: string): string => {
  const trimmed = text.trim().replace(/\s+/g, ' ')
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`
}

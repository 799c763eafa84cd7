import type { Tool } from '#kernel/feature.ts'

/** What leads change of the network itself. */
export const tools: Tool[] = [
  {
    part: 'network',
    order: 20,
    text: 'Settings',
    hint: 'What the network says of itself, whom it is for, its privacy and its status.',
    href: (slug) => `/networks/${slug}/settings`,
  },
  {
    part: 'network',
    order: 30,
    text: 'See what others see',
    hint: 'The network’s page as a stranger, someone signed in and a member see it.',
    href: (slug) => `/networks/${slug}/preview`,
  },
  {
    part: 'network',
    order: 40,
    text: 'Umbrella and parts',
    hint: 'Be part of another network, or take in one that asks.',
    href: (slug) => `/networks/${slug}/settings/family`,
  },
  {
    part: 'network',
    order: 50,
    text: 'Start a part of this network',
    hint: 'A sub-network or a regional hub, with leads of its own.',
    href: (slug) => `/networks/new?parent=${slug}`,
  },
]

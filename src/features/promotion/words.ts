import type { App } from '#kernel/app.ts'
import type { Network } from '#features/networks/index.ts'
import type { Placement } from './placements.ts'

/** Where a link leads from, whole, as it stands in codes and messages. */
export const longLink = (app: Pick<App, 'config'>, { code }: Pick<Placement, 'code'>): string =>
  `${app.config.baseUrl}/go/${code}`

/** The same as people read and type it: browsers put the rest in front. */
export const shortLink = (app: Pick<App, 'config'>, placement: Pick<Placement, 'code'>): string =>
  longLink(app, placement).replace(/^https:\/\/(www\.)?/, '')

/** What leads should know before they use links: whether they work, for whom, and what they may give away. */
export function cautions(
  app: Pick<App, 'config'>,
  network: Pick<Network, 'status' | 'findable' | 'sensitive'>,
): string[] {
  const { status, findable, sensitive } = network
  return [
    isOnlyHere(app) &&
      'These links work on this computer only, since the site has no address of its own yet. Print nothing until whoever runs it has set one (BASE_URL).',
    status === 'setting-up'
      ? 'Links work from the day the network goes live. Until then they lead nowhere.'
      : status !== 'live' &&
        'Nobody can join at the moment. The links lead to a page that says so.',
    findable === 'invited'
      ? 'This network is hidden, and its links open only for people who are invited. A poster would tell everyone who passes that there is something: invite people one by one where you can.'
      : findable !== 'everyone' &&
        'Links open only for people who may find the network. Others are asked to sign in, and learn nothing of it.',
    sensitive &&
      'This network is sensitive: posters and words leave its name out unless you choose otherwise, place by place.',
  ].filter((caution) => caution !== false)
}

const isOnlyHere = ({ config }: Pick<App, 'config'>) =>
  /^(localhost|127\..*|\[::1\])$/.test(new URL(config.baseUrl).hostname)

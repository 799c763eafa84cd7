import type { App } from '#kernel/app.ts'
import type { Placement } from './placements.ts'

/** Where a link leads from, whole, as it stands in codes and messages. */
export const longLink = (app: Pick<App, 'config'>, { code }: Pick<Placement, 'code'>): string =>
  `${app.config.baseUrl}/go/${code}`

/** The same as people read and type it: browsers put the rest in front. */
export const shortLink = (app: Pick<App, 'config'>, placement: Pick<Placement, 'code'>): string =>
  longLink(app, placement).replace(/^https:\/\/(www\.)?/, '')

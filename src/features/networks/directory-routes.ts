import { dateOf } from '#kernel/clock.ts'
import { open, type Ask } from '#kernel/http.ts'
import { directoryView } from './directory-views.ts'
import { atomFeed, jsonList } from './feeds.ts'
import { readAsked } from './filters.ts'
import { directory, newest } from './listing.ts'

/** Every network that the viewer may know of: as a page, as JSON, as a feed. */
export const directoryRoutes = [
  open.get('/networks', async (tx, ask) => {
    const asked = await readAsked(tx, ask.query)
    const listing = await directory(tx, asked.filters, asked.from)
    return { ...directoryView(asked, listing, dateOf(tx.now)), share: isStranger(ask) }
  }),
  open.get('/networks.json', async (tx, ask) => {
    const asked = await readAsked(tx, ask.query)
    const listing = await directory(tx, asked.filters, asked.from)
    return {
      type: 'application/json; charset=utf-8',
      content: jsonList(ask.app.config.baseUrl, asked, listing),
      share: isStranger(ask),
    }
  }),
  open.get('/networks.atom', async (tx, ask) => {
    const asked = await readAsked(tx, ask.query)
    const networks = await newest(tx, asked.filters)
    return {
      type: 'application/atom+xml; charset=utf-8',
      content: atomFeed(ask.app.config.baseUrl, asked, networks),
      share: isStranger(ask),
    }
  }),
]

/** Whether the viewer sees what every stranger sees. */
const isStranger = (ask: Ask): boolean => ask.viewer.kind === 'stranger' && !ask.viewer.invitation

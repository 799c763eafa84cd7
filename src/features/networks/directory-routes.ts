import { dateOf } from '#kernel/clock.ts'
import type { Tx } from '#kernel/db.ts'
import { one, open, type Ask } from '#kernel/http.ts'
import { directoryView } from './directory-views.ts'
import { atomFeed, jsonList } from './feeds.ts'
import { readAsked, type Asked } from './filters.ts'
import { directory, newest } from './listing.ts'

/** Every network that the viewer may know of: as a page, as JSON, as a feed. */
export const directoryRoutes = [
  open.get('/networks', async (tx, ask) => {
    const asked = await askedFor(tx, ask)
    const listing = await directory(tx, asked.filters, asked.from)
    return { ...directoryView(asked, listing, dateOf(tx.now)), share: isStranger(ask) }
  }),
  open.get('/networks.json', async (tx, ask) => {
    const asked = await askedFor(tx, ask)
    const listing = await directory(tx, asked.filters, asked.from)
    return {
      type: 'application/json; charset=utf-8',
      content: jsonList(ask.app.config.baseUrl, asked, listing),
      share: isStranger(ask),
    }
  }),
  open.get('/networks.atom', async (tx, ask) => {
    const asked = await askedFor(tx, ask)
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

/** What is asked of the directory. Searching costs more than looking: so often that no person does, it is refused. */
async function askedFor(tx: Tx, ask: Ask): Promise<Asked> {
  if (one(ask.query, 'q') || one(ask.query, 'organisation'))
    ask.app.pace('directory searches from', ask.from, 1200, 10)
  return readAsked(tx, ask.query)
}

import { allowed, found, type Tx } from '#kernel/db.ts'
import type { Feature } from '#kernel/feature.ts'
import { administrators, get, one, open, type Ask, type View } from '#kernel/http.ts'
import { keptEmails } from '#kernel/mail.ts'
import { whoReadsEmails } from '#kernel/mail/readers.ts'
import {
  installationLog,
  installationLogView,
  networkLog,
  networkLogView,
} from '#features/audit/index.ts'
import { findNetwork, networkBand } from '#features/networks/index.ts'
import { administratorsRoutes } from './administrators-routes.ts'
import { health } from './queries.ts'
import { adminView, healthView, outboxView } from './views.ts'

/** The administrators' pages, and the logs that administrators and leads read. */
export const admin: Feature = {
  name: 'admin',
  folder: import.meta.dirname,
  tools: [
    {
      part: 'network',
      order: 60,
      text: 'Log',
      hint: 'What has happened in the network, and when. Nobody can change it.',
      href: (slug) => `/networks/${slug}/audit`,
    },
  ],
  routes: [
    ...administratorsRoutes,
    administrators.get('/admin', (_tx, ask) => adminView(whoReadsEmails(ask.app.config))),
    administrators.get('/admin/outbox', outbox),
    // Of the sample all emails are made up, and whoever looks around needs the codes in them.
    open.get('/outbox', (tx, ask) => {
      found(ask.app.config.demo || undefined)
      return tx.asSystem('show the outbox of the sample', (system) => outbox(system, ask))
    }),
    administrators.get('/admin/audit', async (tx, ask) =>
      installationLogView(await installationLog(tx, one(ask.query, 'after')), ask.app.features),
    ),
    administrators.get('/admin/health', async (tx, ask) => healthView(await health(tx, ask.app))),
    get('/networks/:slug/audit', async (tx, ask) => {
      const network = found(await findNetwork(tx, ask.params['slug']!))
      allowed(network.leads)
      return networkLogView(
        networkBand(ask, network, 'audit'),
        await networkLog(tx, network.id, one(ask.query, 'after')),
        ask.app.features,
        ask.path,
      )
    }),
  ],
  events: {
    'admin.administrator-added': 'An administrator made somebody an administrator.',
    'admin.administrator-removed': 'An administrator took somebody off the administrators.',
    'admin.became-administrator': 'Someone became an administrator.',
    'admin.stopped-being-administrator': 'Someone stopped being an administrator.',
  },
  holds: [],
}

async function outbox(tx: Tx, ask: Ask): Promise<View> {
  const before = new Date(one(ask.query, 'before') || NaN)
  const emails = await keptEmails(tx, Number.isNaN(before.getTime()) ? undefined : before)
  const older =
    emails.length === 50 ? `${ask.path}?before=${emails.at(-1)!.at.toISOString()}` : undefined
  return outboxView({ emails, via: ask.app.config.mail.via, older, demo: ask.app.config.demo })
}

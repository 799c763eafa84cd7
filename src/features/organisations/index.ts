import { addDays, dateOf } from '#kernel/clock.ts'
import { sql } from '#kernel/db.ts'
import type { Feature } from '#kernel/feature.ts'
import { addressesOf } from '#kernel/viewer.ts'
import { addFirstList } from './import.ts'
import { domainsRoutes } from './domains-routes.ts'
import { domainRequests, requestsBy } from './letting-in.ts'
import { routes } from './routes.ts'

export { sectors, type Sector } from './sectors.ts'
export {
  allOrganisations,
  askForDomain,
  isAllowedDomain,
  letDomainIn,
  organisationByDomain,
  organisationById,
  organisationsMatching,
  type Organisation,
} from './queries.ts'

export const organisations: Feature = {
  name: 'organisations',
  folder: import.meta.dirname,
  routes: [...routes, ...domainsRoutes],
  prepare: addFirstList,
  async waiting(tx, me) {
    if (!me.administrator) return []
    const requests = await domainRequests(tx)
    return requests.length > 0
      ? [
          {
            text:
              requests.length === 1
                ? 'Someone asks to be let in'
                : `${requests.length} people ask to be let in`,
            href: '/admin/domains',
          },
        ]
      : []
  },
  events: {
    'organisations.added': 'An administrator added an organisation.',
    'organisations.changed': 'An administrator changed an organisation.',
    'organisations.merged': 'An administrator merged an organisation into another.',
    'organisations.list-brought': 'An administrator brought a list of organisations.',
    'organisations.domain-let-in': 'An administrator let an email domain in.',
    'organisations.domain-declined': 'An administrator declined to let an email domain in.',
    'organisations.domain-shut-out': 'An administrator took an email domain off the list.',
  },
  details: {
    'organisations.added': ({ organisation }) => String(organisation),
    'organisations.changed': ({ organisation }) => String(organisation),
    'organisations.merged': ({ from, into }) => `${from} into ${into}`,
    'organisations.list-brought': ({ added, problems }) =>
      `${added} added, ${problems === 1 ? '1 row' : `${problems} rows`} not taken`,
    'organisations.domain-let-in': ({ domain }) => String(domain),
    'organisations.domain-declined': ({ domain }) => String(domain),
    'organisations.domain-shut-out': ({ domain }) => String(domain),
  },
  sealed: { 'organisations.domain_request.asker_sealed': 'organisations' },
  holds: [
    {
      what: 'Your request to let your email domain in',
      why: 'So that an administrator can decide, and tell you',
      keptFor: 'Until it is decided, or 90 days',
      export: async (tx, me) =>
        (
          await tx.asSystem('show someone what they asked for', (system) =>
            requestsBy(system, addressesOf(me)),
          )
        ).map(({ domain, reason, asked_on }) => ({ domain, reason, asked: asked_on })),
      async erase(tx, me) {
        const ids = (await requestsBy(tx, addressesOf(me))).map(({ id }) => id)
        await tx.run(
          sql`update organisations.domain_request set asker_sealed = null where id = any (${ids}::uuid[])`,
        )
      },
      carry: async () => {},
      retire: (tx) =>
        tx.run(
          sql`update organisations.domain_request set asker_sealed = null where asked_on < ${addDays(dateOf(tx.now), -90)} and asker_sealed is not null`,
        ),
    },
  ],
}

import { fill, type Filling } from '#kernel/forms.ts'
import { administrators, one, redirect, type View } from '#kernel/http.ts'
import type { Tx } from '#kernel/db.ts'
import { auditInstallation } from '#kernel/audit.ts'
import { domainsView } from './domains-views.ts'
import { domainForm } from './forms.ts'
import { allowedDomains, decideDomain, domainRequests, shutDomainOut } from './letting-in.ts'
import { letDomainIn } from './queries.ts'

/** The email domains that administrators let in. */
export const domainsRoutes = [
  administrators.get('/admin/domains', (tx) => page(tx)),
  administrators.post('/admin/domains', async (tx, ask) => {
    const filled = fill(domainForm, ask.body)
    if (!filled.ok) return page(tx, filled)
    await letDomainIn(tx, filled.value.domain, filled.value.note)
    await auditInstallation(tx, 'organisations.domain-let-in', { domain: filled.value.domain })
    return redirect('/admin/domains', `${filled.value.domain} is let in`)
  }),
  administrators.post('/admin/domains/removal', async (tx, ask) => {
    await shutDomainOut(tx, one(ask.body, 'domain'))
    return redirect('/admin/domains', 'The domain was taken off the list')
  }),
  administrators.post('/admin/domains/requests/:id', async (tx, ask) => {
    const done = await decideDomain(
      tx,
      ask.params['id']!,
      one(ask.body, 'decision') === 'allow',
      ask.app.config.baseUrl,
    )
    return redirect(
      '/admin/domains',
      done ? 'They have been told by email' : 'Somebody else had decided that already',
    )
  }),
]

async function page(tx: Tx, filling: Filling = {}): Promise<View> {
  const allowed = await allowedDomains(tx)
  return domainsView({ allowed, requests: await domainRequests(tx), ...filling })
}

import { allowed, found, type Tx } from '#kernel/db.ts'
import { fieldError, fill } from '#kernel/forms.ts'
import { get, one, post, redirect, type Ask, type Handler, type Reply } from '#kernel/http.ts'
import { auditInstallation } from '#kernel/audit.ts'
import { domainForm, mergeForm, organisationForm } from './forms.ts'
import { addList, readList } from './import.ts'
import {
  addOrganisation,
  allowedDomains,
  changeOrganisation,
  clashes,
  decideDomain,
  domainRequests,
  keptOrganisation,
  mergeOrganisation,
  organisationList,
  shutDomainOut,
  type Change,
} from './keeping.ts'
import { allOrganisations, letDomainIn } from './queries.ts'
import { domainsView, importView, organisationsView, organisationView } from './views.ts'

export const routes = [
  get(
    '/admin/organisations',
    byAdministrators(async (tx, ask) => {
      const search = one(ask.query, 'search').slice(0, 100)
      return organisationsView({
        ...(await organisationList(tx, search, one(ask.query, 'after'))),
        search,
      })
    }),
  ),
  get(
    '/admin/organisations/new',
    byAdministrators(() => organisationView({})),
  ),
  post(
    '/admin/organisations/new',
    byAdministrators(async (tx, ask) => {
      const filled = await fillOrganisation(tx, ask, null)
      if (!filled.ok) return organisationView(filled)
      const id = await addOrganisation(tx, filled.value)
      return redirect(`/admin/organisations/${id}`, 'Organisation added')
    }),
  ),
  get(
    '/admin/organisations/import',
    byAdministrators(() => importView({})),
  ),
  post('/admin/organisations/import', byAdministrators(bringList)),
  get(
    '/admin/organisations/:id',
    byAdministrators(async (tx, ask) =>
      organisationView({
        organisation: found(await keptOrganisation(tx, ask.params['id']!)),
        others: await allOrganisations(tx),
      }),
    ),
  ),
  post(
    '/admin/organisations/:id',
    byAdministrators(async (tx, ask) => {
      const organisation = found(await keptOrganisation(tx, ask.params['id']!))
      const filled = await fillOrganisation(tx, ask, organisation.id)
      if (!filled.ok)
        return organisationView({ organisation, others: await allOrganisations(tx), ...filled })
      await changeOrganisation(tx, organisation.id, filled.value)
      return redirect(`/admin/organisations/${organisation.id}`, 'Organisation saved')
    }),
  ),
  post(
    '/admin/organisations/:id/merge',
    byAdministrators(async (tx, ask) => {
      const organisation = found(await keptOrganisation(tx, ask.params['id']!))
      const filled = fill(mergeForm, ask.body)
      const into =
        filled.ok && filled.value.into !== organisation.id
          ? await keptOrganisation(tx, filled.value.into)
          : undefined
      if (!into)
        return organisationView({
          organisation,
          others: await allOrganisations(tx),
          merging: [fieldError('into', 'Choose the organisation to keep')],
        })
      await mergeOrganisation(tx, organisation, into)
      return redirect(
        `/admin/organisations/${into.id}`,
        `${organisation.name} is now part of ${into.name}`,
      )
    }),
  ),
  get(
    '/admin/domains',
    byAdministrators(async (tx) =>
      domainsView({ allowed: await allowedDomains(tx), requests: await domainRequests(tx) }),
    ),
  ),
  post(
    '/admin/domains',
    byAdministrators(async (tx, ask) => {
      const filled = fill(domainForm, ask.body)
      if (!filled.ok)
        return domainsView({
          allowed: await allowedDomains(tx),
          requests: await domainRequests(tx),
          ...filled,
        })
      await letDomainIn(tx, filled.value.domain, filled.value.note)
      await auditInstallation(tx, 'organisations.domain-let-in', { domain: filled.value.domain })
      return redirect('/admin/domains', `${filled.value.domain} is let in`)
    }),
  ),
  post(
    '/admin/domains/removal',
    byAdministrators(async (tx, ask) => {
      await shutDomainOut(tx, one(ask.body, 'domain'))
      return redirect('/admin/domains', 'The domain was taken off the list')
    }),
  ),
  post(
    '/admin/domains/requests/:id',
    byAdministrators(async (tx, ask) => {
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
  ),
]

/** A page for administrators; anyone else is told that it is not theirs. */
export function byAdministrators(handler: Handler): Handler {
  return (tx, ask) => {
    allowed(ask.me.administrator)
    return handler(tx, ask)
  }
}

async function fillOrganisation(tx: Tx, ask: Ask, id: string | null) {
  const filled = fill(organisationForm, ask.body)
  if (!filled.ok) return filled
  const value: Change = filled.value
  const clash = await clashes(tx, value, id)
  const errors = [
    ...(clash.name
      ? [fieldError('name', `There is an organisation called ${clash.name} already`)]
      : []),
    ...(clash.domain
      ? [fieldError('domains', `${clash.domain.domain} belongs to ${clash.domain.name}`)]
      : []),
  ]
  return errors.length > 0
    ? { ok: false as const, typed: ask.body, errors }
    : { ok: true as const, value }
}

async function bringList(tx: Tx, ask: Ask): Promise<Reply> {
  const file = ask.files['list']
  if (!file || file.bytes.length === 0)
    return importView({
      errors: [fieldError('list', file ? 'The selected file is empty' : 'Select a CSV file')],
    })
  if (file.tooLarge)
    return importView({
      errors: [fieldError('list', 'The selected file must be smaller than 10MB')],
    })
  const { rows, problems } = readList(file.bytes.toString('utf8'))
  const added = await addList(tx, rows)
  await auditInstallation(tx, 'organisations.list-brought', { added, problems: problems.length })
  return importView({ problems, added })
}

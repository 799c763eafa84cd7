import { found, type Tx } from '#kernel/db.ts'
import { fieldError, fill } from '#kernel/forms.ts'
import { administrators, one, redirect, type Ask, type Reply } from '#kernel/http.ts'
import { auditInstallation } from '#kernel/audit.ts'
import { mergeForm, organisationForm } from './forms.ts'
import { addList, readList } from './import.ts'
import {
  addOrganisation,
  changeOrganisation,
  clashes,
  keptOrganisation,
  mergeOrganisation,
  organisationList,
  type Change,
} from './keeping.ts'
import { allOrganisations } from './queries.ts'
import { importView } from './import-views.ts'
import { organisationsView, organisationView } from './views.ts'

/** The organisations that administrators keep. */
export const routes = [
  administrators.get('/admin/organisations', async (tx, ask) => {
    const search = one(ask.query, 'search').slice(0, 100)
    return organisationsView({
      ...(await organisationList(tx, search, one(ask.query, 'after'))),
      search,
    })
  }),
  administrators.get('/admin/organisations/new', () => organisationView({})),
  administrators.post('/admin/organisations/new', async (tx, ask) => {
    const filled = await fillOrganisation(tx, ask, null)
    if (!filled.ok) return organisationView(filled)
    const id = await addOrganisation(tx, filled.value)
    return redirect(`/admin/organisations/${id}`, 'Organisation added')
  }),
  administrators.get('/admin/organisations/import', () => importView({})),
  administrators.post('/admin/organisations/import', bringList),
  administrators.get('/admin/organisations/:id', async (tx, ask) =>
    organisationView({
      organisation: found(await keptOrganisation(tx, ask.params['id']!)),
      others: await allOrganisations(tx),
    }),
  ),
  administrators.post('/admin/organisations/:id', async (tx, ask) => {
    const organisation = found(await keptOrganisation(tx, ask.params['id']!))
    const filled = await fillOrganisation(tx, ask, organisation.id)
    if (!filled.ok)
      return organisationView({ organisation, others: await allOrganisations(tx), ...filled })
    await changeOrganisation(tx, organisation.id, filled.value)
    return redirect(`/admin/organisations/${organisation.id}`, 'Organisation saved')
  }),
  administrators.post('/admin/organisations/:id/merge', async (tx, ask) => {
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
]

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

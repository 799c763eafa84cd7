import type { Tx } from '#kernel/db.ts'
import { fill } from '#kernel/forms.ts'
import { one, redirect, type Ask, type Fields, type Reply } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { admissible } from '#features/sign-in/index.ts'
import { keepApplication, type Application } from './application.ts'
import { personForm, readGiven } from './forms.ts'
import { organisationTyped } from './organisation.ts'
import { underWay } from './under-way.ts'
import { detailsView, type Matches } from './views/details.ts'

/** The page that asks who somebody is. */
export async function showDetails(tx: Tx, ask: Ask): Promise<Reply> {
  const { application, networks } = await underWay(tx, ask)
  if (networks.length === 0) return redirect('/join')
  return detailsView({ application, networks, signedIn: ask.viewer.kind === 'person' })
}

/** Keeps what someone tells about themselves, and tells each network. */
export async function tell(tx: Tx, ask: Ask): Promise<Reply> {
  const { application, networks } = await underWay(tx, ask)
  if (networks.length === 0) return redirect('/join')
  const signedIn = ask.viewer.kind === 'person'
  const read = networks.map((network) => ({ network, ...readGiven(network, ask.body) }))
  const told = {
    ...application,
    given: {
      ...application.given,
      ...Object.fromEntries(read.map(({ network, given }) => [network.slug, given])),
    },
  }
  const person = signedIn ? { told, errors: [] } : await aboutPerson(tx, told, ask.body)
  const errors = [...person.errors, ...read.flatMap((each) => each.errors)]
  if (errors.length > 0)
    return detailsView({
      application,
      networks,
      signedIn,
      typed: ask.body,
      errors,
      matches: person.matches,
    })
  await keepApplication(tx, ask, person.told)
  return redirect(signedIn || person.told.admitted ? '/join/check' : '/join/domain')
}

/** Reads name, address and organisation. An address says more than a typed organisation. */
async function aboutPerson(
  tx: Tx,
  application: Application,
  body: Fields,
): Promise<{ told: Application; errors: FormError[]; matches?: Matches }> {
  const filled = fill(personForm, body)
  if (!filled.ok) return { told: application, errors: filled.errors }
  const { name, email, organisation: typedOrganisation } = filled.value
  const admission = await admissible(tx, email)
  const typed =
    admission && !admission.organisation
      ? await organisationTyped(tx, typedOrganisation, one(body, 'organisation-choice'))
      : { organisation: admission?.organisation ?? null, errors: [] }
  const organisation = typed.organisation && {
    id: typed.organisation.id,
    name: typed.organisation.name,
  }
  return {
    told: {
      ...application,
      name,
      address: email.address,
      admitted: admission !== undefined,
      typedOrganisation,
      organisation,
    },
    errors: typed.errors,
    matches: typed.matches,
  }
}

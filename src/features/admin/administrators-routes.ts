import { auditInstallation, auditPerson } from '#kernel/audit.ts'
import type { Tx } from '#kernel/db.ts'
import { fill, type Filling } from '#kernel/forms.ts'
import { administrators, redirect, type Ask, type Reply, type View } from '#kernel/http.ts'
import { sendMail } from '#kernel/mail.ts'
import {
  administratorsOf,
  makeAdministrator,
  personByEmail,
  stopAdministrating,
} from '#features/people/index.ts'
import { whoReadsEmails } from '#kernel/mail/readers.ts'
import { administratorsView } from './administrators-views.ts'
import { addedEmail, removedEmail } from './emails.ts'
import { administratorForm } from './forms.ts'

/** Who runs the installation, and who else should. */
export const administratorsRoutes = [
  administrators.get('/admin/administrators', (tx, ask) => page(tx, ask)),
  administrators.post('/admin/administrators', async (tx, ask) => {
    const filled = fill(administratorForm, ask.body)
    if (!filled.ok) return page(tx, ask, filled)
    await tx.asSystem('make someone an administrator', (system) =>
      add(system, ask, filled.value.email.key),
    )
    // The same whether or not there is such an account: it tells nothing of who has one.
    return redirect(
      '/admin/administrators',
      'If they have an account, they are now an administrator and have been told by email',
    )
  }),
  administrators.post('/admin/administrators/:id/removal', (tx, ask) =>
    tx.asSystem('take someone off the administrators', (system) => remove(system, ask)),
  ),
]

async function page(tx: Tx, ask: Ask, filling: Filling = {}): Promise<View> {
  const all = await tx.asSystem('show administrators who else is one', administratorsOf)
  return administratorsView({
    all,
    me: ask.me.person,
    emailsReadBy: whoReadsEmails(ask.app.config),
    ...filling,
  })
}

async function add(tx: Tx, ask: Ask, key: string): Promise<void> {
  const person = await personByEmail(tx, key)
  if (!person || !(await makeAdministrator(tx, person.id))) return
  await auditInstallation(tx, 'admin.administrator-added')
  await auditPerson(tx, 'admin.became-administrator', person.id)
  const { name, email: address } = person.details
  await sendMail(tx, addedEmail({ name, address }, ask.app.config.baseUrl))
}

async function remove(tx: Tx, ask: Ask): Promise<Reply> {
  const all = await administratorsOf(tx)
  const person = all.find(({ id }) => id === ask.params['id'])
  if (!person) return redirect('/admin/administrators', 'They are no longer an administrator')
  if (!(await stopAdministrating(tx, person.id)))
    return redirect(
      '/admin/administrators',
      'Nothing was changed: without them there would be no administrator. Add someone else first',
    )
  await auditInstallation(tx, 'admin.administrator-removed')
  await auditPerson(tx, 'admin.stopped-being-administrator', person.id)
  await sendMail(tx, removedEmail({ name: person.name, address: person.email }))
  return person.id === ask.me.person
    ? redirect('/home', 'You are no longer an administrator')
    : redirect('/admin/administrators', `${person.name} is no longer an administrator`)
}

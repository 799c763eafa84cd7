import { found } from '#kernel/db.ts'
import { fill } from '#kernel/forms.ts'
import { open, redirect } from '#kernel/http.ts'
import { whoReadsEmails } from '#kernel/mail/readers.ts'
import { firstView, usedView } from './first-views.ts'
import { makeFirstAdministrator, stateOfLink } from './first.ts'
import { firstForm } from './forms.ts'

export const firstRoutes = [
  open.get('/first/:token', async (tx, ask) => {
    const token = ask.params['token']!
    if (found(await stateOfLink(tx, token)) === 'used') return usedView()
    return firstView({ token, emailsReadBy: whoReadsEmails(ask.app.config) })
  }),
  open.post('/first/:token', async (tx, ask) => {
    const token = ask.params['token']!
    if (found(await stateOfLink(tx, token)) === 'used') return usedView()
    const filled = fill(firstForm, ask.body)
    if (!filled.ok)
      return firstView({ ...filled, token, emailsReadBy: whoReadsEmails(ask.app.config) })
    const first = await tx.asSystem('make the first administrator', (system) =>
      makeFirstAdministrator(system, ask, filled.value),
    )
    return first ? redirect('/home', 'You are the administrator of this Guildhall') : usedView()
  }),
]

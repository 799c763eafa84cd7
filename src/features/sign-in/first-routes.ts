import { found } from '#kernel/db.ts'
import { fill } from '#kernel/forms.ts'
import { open, redirect } from '#kernel/http.ts'
import { firstView } from './first-views.ts'
import { isFirst, makeFirstAdministrator } from './first.ts'
import { firstForm } from './forms.ts'

export const firstRoutes = [
  open.get('/first/:token', async (tx, ask) =>
    firstView({ token: found(await isFirst(tx, ask.params['token']!)) }),
  ),
  open.post('/first/:token', async (tx, ask) => {
    const token = found(await isFirst(tx, ask.params['token']!))
    const filled = fill(firstForm, ask.body)
    if (!filled.ok) return firstView({ ...filled, token })
    await tx.asSystem('make the first administrator', (system) =>
      makeFirstAdministrator(system, ask, filled.value),
    )
    return redirect('/home', 'You are the administrator of this Guildhall')
  }),
]

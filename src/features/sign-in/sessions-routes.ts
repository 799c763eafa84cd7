import { get, post, redirect } from '#kernel/http.ts'
import { sessionsView } from './sessions-views.ts'
import { endOtherSessions, endSessionById, mySessions } from './sessions.ts'

export const sessionsRoutes = [
  get('/account/sessions', async (tx, ask) => sessionsView(await mySessions(tx, ask.me))),
  post('/account/sessions/end-others', async (tx, ask) => {
    await endOtherSessions(tx, ask.me)
    return redirect('/account/sessions', 'All other sessions have ended')
  }),
  post('/account/sessions/:id/end', async (tx, ask) => {
    const id = ask.params['id']!
    await endSessionById(tx, ask.me, id)
    if (id === ask.me.session) {
      ask.clearCookies()
      return redirect('/', 'You have signed out')
    }
    return redirect('/account/sessions', 'That session has ended')
  }),
]

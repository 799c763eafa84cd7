import type { App } from '#kernel/app.ts'
import type { Tx } from '#kernel/db.ts'
import { keepDraft } from '#kernel/drafts.ts'
import type { Job } from '#kernel/feature.ts'
import { fill } from '#kernel/forms.ts'
import { open, redirect, type Ask, type Reply } from '#kernel/http.ts'
import { enqueue } from '#kernel/jobs.ts'
import { limit } from '#kernel/limits.ts'
import { sendMail } from '#kernel/mail.ts'
import { personByAnyAddress } from '#features/people/index.ts'
import { codeEmail } from './emails.ts'
import { secondForm } from './forms.ts'
import { challenge } from './queries.ts'
import type { SigningIn } from './routes.ts'
import { secondView } from './second-views.ts'

/** Coming back by a second address, when the work address no longer works. */
export const secondRoutes = [
  open.get('/sign-in/second-address', () => secondView({})),
  open.post('/sign-in/second-address', askForSecondCode),
]

/**
 * Everyone gets the same answer, after the same work: whether the address is anyone's second address is looked
 * up in the background. No email goes to an address that is not, so nobody can have strangers written to.
 */
async function askForSecondCode(tx: Tx, ask: Ask): Promise<Reply> {
  const filled = fill(secondForm, ask.body)
  if (!filled.ok) return secondView(filled)
  const { address, key, domain } = filled.value.email
  await limit(tx, 'sign-in codes from', ask.from, 200, 10)
  await limit(tx, 'sign-in codes to', key, 6, 10)
  await limit(tx, 'sign-in codes in a day to', key, 60, 1440)
  const made = await tx.asSystem('sign someone in', (system) =>
    challenge(system, { kind: 'sign-in', key, address, domain, next: '/account', second: true }),
  )
  const { code, link } = made
  await enqueue(tx, 'sign-in.second-code', { key, address, code, link })
  await keepDraft<SigningIn>(tx, ask, 'sign-in', { challenge: made.id, address, next: '/account' })
  return redirect('/sign-in/code')
}

/** Sends the code, where there is someone to send it to. */
export const secondCodeJob: Job = {
  name: 'sign-in.second-code',
  run: (app: App, payload) =>
    app.db.asSystem('send a code to a second address', async (tx) => {
      const [key, address, code, link] = ['key', 'address', 'code', 'link'].map((name) =>
        String(payload[name]),
      ) as [string, string, string, string]
      if (await personByAnyAddress(tx, key))
        await sendMail(tx, codeEmail(app, { name: '', address }, { code, link }))
    }),
}

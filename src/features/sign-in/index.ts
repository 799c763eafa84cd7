import type { Feature } from '#kernel/feature.ts'
import { sql } from '#kernel/db.ts'
import { firstRoutes } from './first-routes.ts'
import { forgetChallenges } from './queries.ts'
import { routes } from './routes.ts'
import { secondCodeJob, secondRoutes } from './second-routes.ts'
import { sessionsRoutes } from './sessions-routes.ts'
import { endAllSessions, mySessions } from './sessions.ts'

export { admissible, organisationTold, shutOut } from './admission.ts'
export { normaliseAddress } from './domains.ts'
export { firstAdministratorLink } from './first.ts'
export { codeError, codeInput, emailInput, nameInput } from './fields.ts'
export { anyEmail, codeForm, fullName, workEmail } from './forms.ts'
export { endAllSessions, endOtherSessions, sessionProvedWorkAddress } from './sessions.ts'
export {
  answerCode,
  answerLink,
  challenge,
  endSession,
  identify,
  linkStands,
  startSession,
  type Purpose,
} from './queries.ts'

export const signIn: Feature = {
  name: 'sign-in',
  folder: import.meta.dirname,
  routes: [...routes, ...secondRoutes, ...firstRoutes, ...sessionsRoutes],
  jobs: [secondCodeJob],
  events: {
    'sign-in.signed-in': 'Someone signed in.',
    'sign-in.signed-in-by-second': 'Someone signed in with a second address.',
    'sign-in.session-ended': 'Someone ended one of their sessions.',
    'sign-in.sessions-ended': 'Someone ended all their other sessions.',
    'sign-in.first-administrator': 'The first administrator was made.',
  },
  holds: [
    {
      what: 'Where you are signed in',
      why: 'So that you stay signed in, and can end sessions you do not know',
      keptFor: 'Until the session ends: 20 hours without use, or 14 days',
      export: async (tx, me) =>
        (await mySessions(tx, me)).map((session) => ({
          browser: session.device,
          started: session.started,
          lastUsed: session.seen,
        })),
      async erase(tx, me) {
        await tx.run(sql`delete from sign_in.session where person_id = ${me.person}`)
        await forgetChallenges(tx, me)
      },
      async carry(tx, from, to) {
        await forgetChallenges(tx, from)
        if (from.person !== to.person) await endAllSessions(tx, from.person)
      },
      async retire(tx) {
        const sessions = await tx.run(
          sql`delete from sign_in.session where ends_at < ${tx.now} or seen_at < ${new Date(tx.now.getTime() - 86_400_000)}`,
        )
        return (
          sessions + (await tx.run(sql`delete from sign_in.challenge where expires_at < ${tx.now}`))
        )
      },
    },
  ],
}

import type { App } from '#kernel/app.ts'
import type { Config } from '#kernel/config.ts'
import type { Db } from '#kernel/db.ts'
import type { Feature } from '#kernel/feature.ts'
import { makePace } from '#kernel/limits.ts'
import { makeTransport } from '#kernel/mail/transport.ts'
import { upkeep } from '#kernel/upkeep.ts'
import { account } from '#features/account/index.ts'
import { addresses } from '#features/addresses/index.ts'
import { admin } from '#features/admin/index.ts'
import { audit } from '#features/audit/index.ts'
import { demand } from '#features/demand/index.ts'
import { governance } from '#features/governance/index.ts'
import { guide } from '#features/guide/index.ts'
import { home } from '#features/home/index.ts'
import { imports } from '#features/imports/index.ts'
import { introductions } from '#features/introductions/index.ts'
import { invitations } from '#features/invitations/index.ts'
import { joining } from '#features/joining/index.ts'
import { launch } from '#features/launch/index.ts'
import { members } from '#features/members/index.ts'
import { networks } from '#features/networks/index.ts'
import { organisations } from '#features/organisations/index.ts'
import { people } from '#features/people/index.ts'
import { promotion } from '#features/promotion/index.ts'
import { roster } from '#features/roster/index.ts'
import { setup } from '#features/setup/index.ts'
import { identify, signIn } from '#features/sign-in/index.ts'
import { statements } from '#features/statements/index.ts'
import { welcome } from '#features/welcome/index.ts'

/** The table of contents: every capability of Guildhall, in the order in which each may lean on those before it. */
export const features: readonly Feature[] = [
  upkeep,
  audit,
  organisations,
  people,
  signIn,
  members,
  networks,
  invitations,
  governance,
  introductions,
  welcome,
  roster,
  setup,
  joining,
  promotion,
  launch,
  addresses,
  demand,
  account,
  imports,
  guide,
  home,
  statements,
  admin,
]

/** One Guildhall on one database. */
export function makeApp(config: Config, db: Db): App {
  const transport = makeTransport(config.mail)
  return { config, db, features, identify, transport, pace: makePace(db.clock) }
}

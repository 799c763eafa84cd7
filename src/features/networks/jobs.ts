import type { App } from '#kernel/app.ts'
import type { Tx } from '#kernel/db.ts'
import type { Job } from '#kernel/feature.ts'
import type { Email } from '#kernel/mail.ts'
import type { Id } from '#kernel/viewer.ts'
import * as emails from './emails.ts'
import { publishFigures } from './figures.ts'
import { networkById } from './find.ts'
import { carryOutChanges, comingChange } from './privacy-change.ts'
import { lastChange } from './status.ts'

/** What networks do in the background. */
export const jobs: Job[] = [
  { name: 'networks.figures', every: '0 3 * * 1', run: publishFigures },
  {
    name: 'networks.privacy',
    every: '30 4 * * *',
    run: (app) => app.db.asSystem('carry out changes of privacy that are due', carryOutChanges),
  },
  { name: 'networks.tell', run: tell },
]

/** Tells leads or members of a network what happened. What was overtaken meanwhile is not told. */
async function tell(app: App, payload: Record<string, unknown>): Promise<void> {
  const {
    what,
    network: id,
    umbrella: umbrellaId,
  } = payload as { what: string; network: Id; umbrella?: Id }
  await app.db.asSystem('tell people what happened in their network', async (tx) => {
    const network = await networkById(tx, id)
    if (!network) return
    const places = { baseUrl: app.config.baseUrl }
    const write = (
      whom: 'leads' | 'members',
      letter: (name: string) => Omit<Email, 'to'>,
      of = network.id,
    ) => reach(tx, app, of, whom, letter)
    if (what === 'status') {
      const change = await lastChange(tx, network)
      await write('members', emails.statusLetter(places, network, change?.reason ?? ''))
    } else if (what === 'privacy-proposed') {
      const coming = await comingChange(tx, network.id)
      if (coming && !coming.agreed_on) await write('leads', emails.proposedLetter(places, network))
    } else if (what === 'privacy-coming') {
      const coming = await comingChange(tx, network.id)
      if (coming?.takes_effect_on)
        await write('members', emails.comingLetter(places, network, coming))
    } else if (what === 'privacy-withdrawn') {
      await write('members', emails.withdrawnLetter(places, network))
    } else if (what === 'part-asked') {
      const umbrella = network.parent_asked_id
        ? await networkById(tx, network.parent_asked_id)
        : undefined
      if (umbrella)
        await write('leads', emails.partAskedLetter(places, umbrella, network), umbrella.id)
    } else if (what === 'part-decided') {
      const umbrella = umbrellaId ? await networkById(tx, umbrellaId) : undefined
      await write('leads', emails.partDecidedLetter(places, network, umbrella))
    }
  })
}

async function reach(
  tx: Tx,
  app: App,
  network: Id,
  whom: 'leads' | 'members',
  letter: (name: string) => Omit<Email, 'to'>,
): Promise<void> {
  for (const feature of app.features) await feature.moments?.tell?.(tx, network, whom, letter)
}

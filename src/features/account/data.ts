import { auditPerson } from '#kernel/audit.ts'
import type { App } from '#kernel/app.ts'
import type { Tx } from '#kernel/db.ts'
import { download, type Ask, type Reply } from '#kernel/http.ts'
import { limit } from '#kernel/limits.ts'
import type { Person } from '#kernel/viewer.ts'
import { withAddresses } from '#features/people/index.ts'
import { dataFile, dataView } from './data-views.ts'

/** One kind of personal data, with all that is held of it about somebody. */
export type Held = { what: string; why: string; keptFor: string; data: Record<string, unknown>[] }

/** All that every capability holds about the signed-in person. */
async function allHeld(tx: Tx, app: App, me: Person): Promise<Held[]> {
  const held: Held[] = []
  const everywhere = await withAddresses(tx, me)
  for (const holding of app.features.flatMap((feature) => feature.holds)) {
    held.push({
      what: holding.what,
      why: holding.why,
      keptFor: holding.keptFor,
      data: await holding.export(tx, everywhere),
    })
  }
  return held
}

/** What each event of the log says, from the manifests. */
export const sentencesOf = (app: App) =>
  Object.assign({}, ...app.features.map((feature) => feature.events)) as Record<string, string>

/** All that is held about the signed-in person, as a page. */
export async function dataPage(tx: Tx, ask: Ask): Promise<Reply> {
  return dataView(await allHeld(tx, ask.app, ask.me), sentencesOf(ask.app))
}

/** The same to keep: as JSON for machines, or as a page that any browser opens. */
export async function dataAsFile(tx: Tx, ask: Ask, kind: 'json' | 'html'): Promise<Reply> {
  await limit(tx, 'downloads of own data', ask.me.person, 30, 60)
  const held = await allHeld(tx, ask.app, ask.me)
  await auditPerson(tx, 'account.downloaded', ask.me.person, { as: kind })
  if (kind === 'html')
    return download(
      'my-data.html',
      'text/html; charset=utf-8',
      dataFile(held, sentencesOf(ask.app), tx.now),
    )
  return download(
    'my-data.json',
    'application/json; charset=utf-8',
    `${JSON.stringify({ madeAt: tx.now, held }, null, 2)}\n`,
  )
}

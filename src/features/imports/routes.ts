import { toCsv } from '#kernel/csv.ts'
import { allowed } from '#kernel/db.ts'
import { download, get, one, post, redirect } from '#kernel/http.ts'
import { limit } from '#kernel/limits.ts'
import { progressOf } from '#kernel/progress.ts'
import { ledNetwork, networkBand } from '#features/networks/index.ts'
import { lead, listAt } from './find.ts'
import { readUpload } from './forms.ts'
import { linesNotTaken } from './lines.ts'
import { outcomeName } from './outcomes.ts'
import { bringList, lockImport, pastImports, stopImport, type State } from './queries.ts'
import { resultView, workingView } from './result-views.ts'
import { mayInvite } from './running.ts'
import { startView } from './start-views.ts'
import { stepRoutes } from './step-routes.ts'

export const routes = [
  get('/networks/:slug/import', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    return startView({
      network,
      band: networkBand(ask, network, 'manage'),
      past: await pastImports(tx, network.id),
    })
  }),
  post('/networks/:slug/import', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    allowed(mayInvite(network))
    await limit(tx, 'imports by', ask.me.person, 30, 60)
    const filled = readUpload(ask.files['list'])
    if (!filled.ok)
      return startView({
        network,
        band: networkBand(ask, network, 'manage'),
        past: await pastImports(tx, network.id),
        errors: filled.errors,
      })
    const id = await bringList(tx, ask.app, network.id, await lead(tx, network), filled.value)
    return redirect(`/networks/${network.slug}/import/${id}`)
  }),

  get('/networks/:slug/import/:id', async (tx, ask) => {
    const { network, list, address, band } = await listAt(tx, ask)
    if (list.state === 'mapping') return redirect(`${address}/columns`)
    if (list.state === 'checked') return redirect(`${address}/check`)
    if (list.state === 'failed')
      return startView({
        network,
        band,
        past: await pastImports(tx, network.id),
        errors: [{ text: list.content!.problem, href: '#list' }],
      })
    if (list.state === 'finished' || list.state === 'cancelled')
      return resultView({ network, band, list })
    const progress = list.progress_id ? await progressOf(tx, list.progress_id) : undefined
    return workingView({ network, band, list, progress, still: one(ask.query, 'still') === 'yes' })
  }),

  post('/networks/:slug/import/:id/cancellation', async (tx, ask) => {
    const { network, address, ...at } = await listAt(tx, ask)
    const list = await lockImport(
      tx,
      at.list.id,
      'reading',
      'mapping',
      'checking',
      'checked',
      'running',
    )
    if (!list) return redirect(address)
    await stopImport(tx, ask.app, list, await lead(tx, network))
    if (list.state === 'running') return redirect(address, 'The import was stopped')
    return redirect(
      `/networks/${network.slug}/import`,
      'The list was thrown away. Nobody was invited',
    )
  }),

  get('/networks/:slug/import/:id/not-taken.csv', async (tx, ask) => {
    const { network, list } = await listAt(tx, ask)
    allowed(list.content !== null && over.includes(list.state))
    const rows = await linesNotTaken(tx, list, await lead(tx, network))
    const table = rows.map(({ line, outcome, said }) => [
      line,
      said?.name,
      said?.address,
      said?.problem ?? outcomeName(outcome, network),
    ])
    return download(
      'rows-not-taken.csv',
      'text/csv; charset=utf-8',
      toCsv(['Row', 'Name', 'Email address', 'Why it was not taken'], table),
    )
  }),

  ...stepRoutes,
]

const over: State[] = ['finished', 'cancelled']

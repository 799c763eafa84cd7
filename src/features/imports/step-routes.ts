import { allowed, type Tx } from '#kernel/db.ts'
import { fill } from '#kernel/forms.ts'
import { get, post, redirect } from '#kernel/http.ts'
import { charterInForce } from '#features/governance/index.ts'
import type { Network } from '#features/networks/index.ts'
import { checkView } from './check-views.ts'
import { startCheck } from './checking.ts'
import { columnsView, rowsView } from './columns-views.ts'
import { lead, listAt } from './find.ts'
import { noteForm, readChoice, readColumns } from './forms.ts'
import { firstLines, linesWithProblems } from './lines.ts'
import { goOn, keepContent, lockImport, type Import } from './queries.ts'
import { mayInvite, startRun } from './running.ts'

/** From a list that was read to people being invited: its columns, its rows, a check. */
export const stepRoutes = [
  get('/networks/:slug/import/:id/columns', async (tx, ask) => {
    const { network, list, address, band } = await listAt(tx, ask)
    if (!mayChange(list)) return redirect(address)
    return columnsView({ network, band, list, mayBeAlly: await mayBeAlly(tx, network) })
  }),
  post('/networks/:slug/import/:id/columns', async (tx, ask) => {
    const { network, address, band, ...at } = await listAt(tx, ask)
    const list = await lockImport(tx, at.list.id, 'mapping', 'checked')
    if (!list?.content) return redirect(address)
    const ally = await mayBeAlly(tx, network)
    const filled = readColumns(ask.body, list.content, network, ally)
    if (!filled.ok) return columnsView({ network, band, list, mayBeAlly: ally, ...filled })
    const changed = { ...list, content: { ...list.content, ...filled.value } }
    await keepContent(tx, list, changed.content)
    if (filled.value.only) {
      await goOn(tx, list, 'mapping')
      return redirect(`${address}/rows`)
    }
    await startCheck(tx, ask.app, changed, network)
    return redirect(address)
  }),

  get('/networks/:slug/import/:id/rows', async (tx, ask) => {
    const { network, list, address, band } = await listAt(tx, ask)
    if (!mayChange(list) || !list.content?.only) return redirect(address)
    return rowsView({ network, band, list, only: list.content.only })
  }),
  post('/networks/:slug/import/:id/rows', async (tx, ask) => {
    const { network, address, band, ...at } = await listAt(tx, ask)
    const list = await lockImport(tx, at.list.id, 'mapping', 'checked')
    const only = list?.content?.only
    if (!list?.content || !only) return redirect(address)
    const filled = readChoice(ask.body, list.content, only)
    if (!filled.ok) return rowsView({ network, band, list, only, ...filled })
    const content = { ...list.content, only: { ...only, choice: filled.value } }
    await keepContent(tx, list, content)
    await startCheck(tx, ask.app, { ...list, content }, network)
    return redirect(address)
  }),

  get('/networks/:slug/import/:id/check', async (tx, ask) => {
    const { network, list, address, band } = await listAt(tx, ask)
    if (list.state !== 'checked') return redirect(address)
    return checkView({ network, band, list, ...(await preview(tx, list)) })
  }),
  post('/networks/:slug/import/:id/check', async (tx, ask) => {
    const { network, address, band, ...at } = await listAt(tx, ask)
    allowed(mayInvite(network))
    const list = await lockImport(tx, at.list.id, 'checked')
    if (!list || !list.counts.waiting) return redirect(address)
    const filled = fill(noteForm, ask.body)
    if (!filled.ok)
      return checkView({ network, band, list, ...(await preview(tx, list)), ...filled })
    await startRun(tx, ask.app, list, await lead(tx, network), filled.value.note)
    return redirect(address)
  }),
]

const mayChange = (list: Import) => list.state === 'mapping' || list.state === 'checked'

async function mayBeAlly(tx: Tx, network: Network): Promise<boolean> {
  return (await charterInForce(tx, network.id))?.ally_policy === 'welcome'
}

async function preview(tx: Tx, list: Import) {
  return { lines: await firstLines(tx, list), problemLines: await linesWithProblems(tx, list) }
}

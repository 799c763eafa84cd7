import type { Tx } from '#kernel/db.ts'
import { open, redirect, type Ask, type Reply } from '#kernel/http.ts'
import { limit } from '#kernel/limits.ts'
import { stranger } from '#kernel/viewer.ts'
import { takenBackView, takenView, undoOverView, undoView } from './undo-views.ts'
import { takeBack } from './taking-back.ts'
import { undoBehind } from './undo.ts'

/** Behind the link of a notice: taking back a change of addresses, by whoever reads the mailbox that was told. */
export const undoRoutes = [
  open.get('/account/undo/done', () => takenBackView()),
  open.get('/account/undo/:token', async (tx, ask) => {
    const undo = await tx.asSystem('look at a link that takes a change back', (system) =>
      undoBehind(system, ask.params['token']!),
    )
    return undo ? undoView(ask.params['token']!, undo.what) : undoOverView()
  }),
  open.post('/account/undo/:token', undoChange),
]

async function undoChange(tx: Tx, ask: Ask): Promise<Reply> {
  await limit(tx, 'changes of address taken back', ask.from, 30, 10)
  const outcome = await tx.asSystem('take back a change of address', async (system) => {
    const undo = await undoBehind(system, ask.params['token']!)
    return undo ? takeBack(system, ask.app, undo) : 'over'
  })
  if (outcome === 'over') return undoOverView()
  if (outcome === 'taken') return takenView()
  ask.viewer = stranger
  return redirect('/account/undo/done')
}

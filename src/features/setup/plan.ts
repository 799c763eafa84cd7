import type { App } from '#kernel/app.ts'
import type { Tx } from '#kernel/db.ts'
import type { Task, TaskNetwork } from '#kernel/feature.ts'
import { setAsideTasks } from './set-aside.ts'

/** A task of a network as it stands now. */
export type Planned = Pick<Task, 'key' | 'step' | 'title' | 'hint' | 'required'> & {
  href: string
  state: 'done' | 'to-do' | 'set-aside'
  /** What it waits for. */
  note?: string
  /** Why it was set aside. */
  reason?: string
}

/** Everything there is to do to set a network up, what comes next, and what still keeps it from going live. */
export type Plan = { tasks: Planned[]; next?: Planned; missing: Planned[] }

/** Works the plan out from what exists: each task is asked of the feature that brings it. */
export async function planOf(tx: Tx, app: App, network: TaskNetwork): Promise<Plan> {
  const aside = await setAsideTasks(tx, network.id)
  const tasks: Planned[] = []
  for (const task of tasksOf(app))
    tasks.push(await asItStands(tx, network, task, aside.get(task.key)))
  const missing = tasks.filter((task) => task.required && task.state !== 'done')
  const open = tasks.filter((task) => task.state === 'to-do')
  // What waits for someone else is not what the leads do next.
  const next = missing.find((task) => !task.note) ?? open.find((task) => !task.note) ?? missing[0]
  return { tasks, next, missing }
}

/** The tasks of every capability in the order of the steps; within a step those of setting up come first. */
export function tasksOf(app: App): Task[] {
  const ours = (name: string) => (name === 'setup' ? 0 : 1)
  return app.features
    .toSorted((a, b) => ours(a.name) - ours(b.name))
    .flatMap((feature) => feature.tasks ?? [])
    .toSorted((a, b) => a.step - b.step)
}

async function asItStands(
  tx: Tx,
  network: TaskNetwork,
  task: Task,
  reason: string | undefined,
): Promise<Planned> {
  const { key, step, title, hint, required } = task
  const planned = { key, step, title, hint, required, href: task.href(network.slug) }
  if (await task.done(tx, network)) return { ...planned, state: 'done' }
  if (!required && reason !== undefined) return { ...planned, state: 'set-aside', reason }
  return { ...planned, state: 'to-do', note: await task.note?.(tx, network) }
}

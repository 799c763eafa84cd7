import type { PgBoss } from 'pg-boss'

/**
 * A worker says four times a minute that it is alive: work of one that has been silent for a minute is given
 * to another. What runs for longer than an hour is taken for stuck.
 */
const settings = {
  retryLimit: 8,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: 3600,
  deleteAfterSeconds: 3600,
  heartbeatSeconds: 60,
}

/** Makes a queue for each kind of work; one made by a version before gets the settings of this one. */
export async function makeQueues(boss: PgBoss, names: readonly string[]): Promise<void> {
  const known = new Map((await boss.getQueues([...names])).map((queue) => [queue.name, queue]))
  for (const name of names) {
    const queue = known.get(name)
    if (!queue) await boss.createQueue(name, settings)
    else if (queue.heartbeatSeconds !== settings.heartbeatSeconds)
      await boss.updateQueue(name, settings)
  }
}

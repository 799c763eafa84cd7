import type { App } from '#kernel/app.ts'

/** Fills an empty installation with the made-up sample. */
export async function fillSample(app: App): Promise<void> {
  for (const feature of app.features) await feature.sample?.(app)
}

import type { App } from '#kernel/app.ts'
import type { Feature } from '#kernel/feature.ts'

export { matchesDomain, normaliseAddress, tierOf } from './domains.ts'
export { answerCode, answerLink, challenge, endSession, identify, linkStands, startSession, type Purpose } from './queries.ts'

export async function firstAdministratorLink(_app: App): Promise<string | undefined> {
  return undefined
}
export const signIn: Feature = { name: 'sign-in', folder: import.meta.dirname, events: {}, holds: [] }

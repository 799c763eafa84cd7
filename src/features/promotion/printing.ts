import { createHash } from 'node:crypto'
import type { File, Material } from './materials.ts'
import type { Message } from './message.ts'
import { print } from './press.ts'

/** A file, printed when it is first asked for. */
export function printed(message: Message, file: File): Promise<Buffer> {
  const key = createHash('sha256')
    .update(JSON.stringify([message, file]))
    .digest('base64url')
  const known = kept.get(key)
  if (known) return known
  if (kept.size >= most) kept.delete(kept.keys().next().value!)
  const work = print(message, file)
  kept.set(key, work)
  work.catch(() => kept.delete(key))
  return work
}

/** What can be read on some pictures, line by line. */
export async function wordsOn<M extends Material>(
  message: Message,
  of: readonly M[],
): Promise<Record<M, string[]>> {
  const words = await Promise.all(
    of.map(async (material) => {
      const text = await printed(message, { material, format: 'words' })
      return [material, text.toString().split('\n')] as const
    }),
  )
  return Object.fromEntries(words) as Record<M, string[]>
}

/** Files printed lately, by what is on them: some 200 kilobytes each at the most. */
const kept = new Map<string, Promise<Buffer>>()
const most = 60

import { createHash } from 'node:crypto'

/** A page as it was sent, and until when it may be sent again. */
export type Kept = { etag: string; type: string; content: string | Buffer; until: number }

/** The pages that all strangers are sent alike. */
export type Sharing = ReturnType<typeof sharing>

/**
 * Strangers' public pages, kept for a few seconds: the same time as any proxy may keep them. A change made
 * through this process forgets them all. Nothing that is not a public page ever gets here.
 */
export function sharing(seconds = 5, mostBytes = 32 * 1024 * 1024) {
  const pages = new Map<string, Kept>()
  let bytes = 0
  const forget = () => {
    pages.clear()
    bytes = 0
  }
  return {
    find(url: string): Kept | undefined {
      const kept = pages.get(url)
      return kept && kept.until > Date.now() ? kept : undefined
    },
    keep(url: string, page: { type: string; content: string | Buffer }): Kept {
      bytes += url.length + page.content.length + 500
      if (bytes > mostBytes) forget()
      const etag = `W/"${createHash('sha1').update(page.content).digest('base64url')}"`
      const kept = {
        etag,
        type: page.type,
        content: page.content,
        until: Date.now() + seconds * 1000,
      }
      pages.set(url, kept)
      return kept
    },
    forget,
  }
}

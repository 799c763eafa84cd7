import { createCipheriv, createDecipheriv, createHmac, type KeyObject } from 'node:crypto'

/**
 * Closes a value into a token: the nonce is made of the value, under a key of its own, so that the same value
 * gives the same token, and no nonce serves two values.
 */
export function closed(nonceKey: KeyObject, key: KeyObject, value: string): string {
  const nonce = createHmac('sha256', nonceKey).update(value).digest().subarray(0, 12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  return Buffer.concat([
    nonce,
    cipher.update(value, 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ]).toString('base64url')
}

/** The value in a token, or undefined when it is none of ours, or was changed. */
export function opened(nonceKey: KeyObject, key: KeyObject, token: string): string | undefined {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length < 28) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), {
    authTagLength: 16,
  })
  decipher.setAuthTag(bytes.subarray(-16))
  try {
    const value =
      decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8')
    // Base64 can be written in several ways: only ours is taken.
    return closed(nonceKey, key, value) === token ? value : undefined
  } catch {
    return undefined
  }
}

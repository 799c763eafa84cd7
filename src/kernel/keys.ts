import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  fsyncSync,
  readFileSync,
  writeSync,
  linkSync,
  renameSync,
  unlinkSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { padded, unpadded } from './keys/padding.ts'
import { closed, opened } from './keys/tokens.ts'

/** Where a sealed value lives: the ciphertext opens nowhere else. */
export type Place = { table: string; column: string; row: string }

/**
 * Seals, opens and tags. Keys for each purpose (`people`, `network:<id>`, …) come from the newest
 * master key by HKDF-SHA-256 (RFC 5869); values are sealed with AES-256-GCM, bound to their place.
 */
export type Keys = {
  /**
   * Encrypts text, which holds no NUL. Out: 1 byte key version, 12 bytes nonce, ciphertext, 16 bytes tag. Its
   * length tells of the text only which of a few sizes it fits into.
   */
  seal(purpose: string, place: Place, text: string): Buffer
  /** Decrypts what `seal` made. Throws when the key, the place or the bytes are not the same. */
  open(purpose: string, place: Place, sealed: Uint8Array): string
  /** HMAC-SHA-256 of a value under a purpose's key: a blind index. 32 bytes. Same input, same tag, across key versions. */
  tag(purpose: string, value: string): Buffer
  /**
   * A token that carries a value, for links and cookies: the same each time, and made by nobody else. Only the key
   * opens it, so that an email with such a link, or a record of addresses that were asked for, does not name a row.
   */
  sign(purpose: string, value: string): string
  /** The value of a token made by `sign`, or undefined when it was not. */
  verify(purpose: string, token: string): string | undefined
  /** The newest version: what new values are sealed under. */
  readonly version: number
}

/** Makes Keys from master keys of 32 bytes, oldest first. */
export function makeKeys(masters: readonly Buffer[]): Keys {
  if (masters.length === 0 || masters.length > 255 || masters.some((key) => key.length !== 32)) {
    throw new Error('The keyring must hold 1 to 255 keys of 32 bytes each.')
  }
  const version = masters.length
  const derived = new Map<string, KeyObject>()
  const derive = (use: string, purpose: string, of: number) => {
    const name = `${of}/${use}/${purpose}`
    let key = derived.get(name)
    if (!key) {
      key = createSecretKey(
        Buffer.from(hkdfSync('sha256', masters[of - 1]!, 'guildhall', `${use}/${purpose}`, 32)),
      )
      if (derived.size > 20_000) derived.clear()
      derived.set(name, key)
    }
    return key
  }
  // Tags are lookups and must not change when the sealing key is rotated: they stay under the first key.
  const tag = (purpose: string, value: string) =>
    createHmac('sha256', derive('tag', purpose, 1))
      .update(value)
      .digest()
  return {
    version,
    tag,
    seal(purpose, place, text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', derive('seal', purpose, version), nonce)
      cipher.setAAD(boundTo(place))
      return Buffer.concat([
        Buffer.of(version),
        nonce,
        cipher.update(padded(text)),
        cipher.final(),
        cipher.getAuthTag(),
      ])
    },
    open(purpose, place, sealed) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
      const of = bytes[0] ?? 0
      if (bytes.length < 29 || of < 1 || of > version)
        throw new Error('A sealed value cannot be opened with this keyring.')
      const decipher = createDecipheriv(
        'aes-256-gcm',
        derive('seal', purpose, of),
        bytes.subarray(1, 13),
        { authTagLength: 16 },
      )
      decipher.setAAD(boundTo(place))
      decipher.setAuthTag(bytes.subarray(-16))
      return unpadded(Buffer.concat([decipher.update(bytes.subarray(13, -16)), decipher.final()]))
    },
    sign: (purpose, value) => closed(derive('sign', purpose, 1), derive('link', purpose, 1), value),
    verify: (purpose, token) =>
      opened(derive('sign', purpose, 1), derive('link', purpose, 1), token),
  }
}

/**
 * The master keys: from GUILDHALL_KEYS, else from the key file, which is made (mode 0600) when there is none.
 * `made` tells that it is new, so that start-up can say, once, what losing it would mean.
 */
export function loadKeyring(from: { keys: string | undefined; keyFile: string }): {
  keys: Keys
  made: boolean
} {
  if (from.keys) return { keys: makeKeys(parse(from.keys)), made: false }
  const made = !existsSync(from.keyFile) && make(from.keyFile)
  return { keys: makeKeys(parse(readFileSync(from.keyFile, 'utf8'))), made }
}

/** Adds a new master key to the end of the key file. New values are sealed under it; older ones still open. */
export function addKey(keyFile: string): number {
  const masters = [...parse(readFileSync(keyFile, 'utf8')), randomBytes(32)]
  const next = `${keyFile}.next`
  write(next, masters)
  renameSync(next, keyFile)
  return masters.length
}

function make(keyFile: string): boolean {
  mkdirSync(dirname(keyFile), { recursive: true, mode: 0o700 })
  const next = `${keyFile}.${process.pid}`
  write(next, [randomBytes(32)])
  try {
    // A link fails where the file is there already: two first starts at once cannot make two keyrings.
    linkSync(next, keyFile)
    return true
  } catch {
    return false
  } finally {
    unlinkSync(next)
  }
}

function write(file: string, masters: Buffer[]): void {
  const handle = openSync(file, 'w', 0o600)
  writeSync(handle, `${masters.map((key) => key.toString('base64')).join('\n')}\n`)
  fsyncSync(handle)
  closeSync(handle)
  chmodSync(file, 0o600)
}

function parse(text: string): Buffer[] {
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((key) => Buffer.from(key, 'base64'))
}

function boundTo(place: Place): Buffer {
  return Buffer.from(`${place.table}\0${place.column}\0${place.row}`)
}

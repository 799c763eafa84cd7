/** The part of yauzl that imports use: the package ships no types. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream'

  export type Entry = {
    fileName: string
    compressedSize: number
    uncompressedSize: number
    isEncrypted(): boolean
    canDecodeFileData(): boolean
  }
  export type ZipFile = {
    entryCount: number
    eachEntry(): AsyncIterableIterator<Entry>
    openReadStreamPromise(entry: Entry): Promise<Readable>
  }
  /** Reads the list of contents. Streams of it fail when an entry is not the size the list says. */
  export function fromBufferPromise(
    bytes: Buffer,
    options?: { validateEntrySizes?: boolean; strictFileNames?: boolean },
  ): Promise<ZipFile>
}

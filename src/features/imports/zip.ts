import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { fromBufferPromise } from 'yauzl'
import type { Entry } from 'yauzl'
import { SpreadsheetError, problems } from './spreadsheet-kind.ts'

const mostEntries = 2000
const mostBytes = 200 * 1024 * 1024
/** Worksheets shrink to a tenth or a fortieth; only a file made to do harm shrinks this much. */
const mostRatio = 200

/**
 * The files inside a zip file whose names pass `wanted`, unpacked. Nothing is unpacked before the
 * list of contents has been judged whole; then each file must be exactly as large as the list says.
 */
export async function unzip(
  bytes: Buffer,
  wanted: (name: string) => boolean,
): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes, { validateEntrySizes: true })
  if (zip.entryCount > mostEntries) throw new SpreadsheetError(problems.tooMuch)
  const entries: Entry[] = []
  let total = 0
  for await (const entry of zip.eachEntry()) {
    total += entry.uncompressedSize
    const large = entry.uncompressedSize > 1024 * 1024
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
    if (total > mostBytes || (large && ratio > mostRatio)) {
      throw new SpreadsheetError(problems.tooMuch)
    }
    entries.push(entry)
  }
  const files = new Map<string, Buffer>()
  for (const entry of entries) {
    if (!wanted(entry.fileName) || files.has(entry.fileName)) continue
    if (entry.isEncrypted()) throw new SpreadsheetError(problems.locked)
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  }
  return files
}

/**
 * A plain zip file, nothing compressed, of `files`. The workbook reader unpacks for itself, by the
 * headers inside the file rather than by the list at its end, and trusts the sizes it finds there;
 * given this instead of what was uploaded, it can only meet what `unzip` has judged.
 */
export function storedZip(files: Map<string, Buffer>): Buffer {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const [name, content] of files) {
    const nameBytes = Buffer.from(name)
    // Version 2.0, names in UTF-8, stored, no date: the fields that both headers share.
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(0x0800, 2)
    shared.writeUInt32LE(crc32(content), 10)
    shared.writeUInt32LE(content.length, 14)
    shared.writeUInt32LE(content.length, 18)
    shared.writeUInt16LE(nameBytes.length, 22)
    parts.push(Buffer.from('PK\x03\x04'), shared, nameBytes, content)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    list.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), shared, rest, nameBytes)
    at += 30 + nameBytes.length + content.length
  }
  const listBytes = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(files.size, 8)
  end.writeUInt16LE(files.size, 10)
  end.writeUInt32LE(listBytes.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, listBytes, end])
}

/**
 * Fills text up to a size that many others have: the exact length would tell by itself whose long name, or
 * which answer of several, is sealed. An id has its own size; then 256 bytes, 512 and so on; long texts grow
 * by an eighth at the most.
 */
export function padded(text: string): Buffer {
  const size = Buffer.byteLength(text)
  const step = size <= 40 ? 40 : Math.max(256, 2 ** (Math.floor(Math.log2(size)) - 3))
  const filled = Buffer.alloc(Math.max(1, Math.ceil(size / step)) * step)
  filled.write(text)
  return filled
}

/** The text as it was. */
export function unpadded(filled: Buffer): string {
  let end = filled.length
  while (end > 0 && filled[end - 1] === 0) end--
  return filled.toString('utf8', 0, end)
}

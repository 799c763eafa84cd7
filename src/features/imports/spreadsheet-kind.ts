/** Thrown when a file cannot be read. The message is text for the person who chose the file. */
export class SpreadsheetError extends Error {
  override name = 'SpreadsheetError'
}

export type Kind = 'xlsx' | 'csv'

/** What a person is told about a file that cannot be read: what is wrong, and what to do. */
export const problems = {
  tooLarge: 'The selected file must be smaller than 10MB',
  empty: 'The selected file is empty',
  notSpreadsheet: 'The selected file must be an Excel workbook (.xlsx) or a CSV file',
  old: 'The selected file is an old kind of Excel workbook. Open it, save it as .xlsx, then choose the new file',
  locked:
    'The selected file is password protected. Open it, save a copy without the password, then choose the copy',
  damaged:
    'The selected file could not be read. Open it in a spreadsheet program, save it as .xlsx or CSV, then choose the new file',
  tooMuch:
    'The selected file holds more than can be read safely. Copy the list of members into a new workbook, then choose that',
  tooManyRows: 'The selected file must have 50,000 rows or fewer. Split it into several files',
  tooManyColumns:
    'The selected file must have 100 columns or fewer. Remove the ones you do not need',
  unreadableRow: (row: number) =>
    `The selected file cannot be read from row ${row} on, because a cell there never ends. Open it in a spreadsheet program, save it as .xlsx, then choose the new file`,
  openQuote: (line: number) =>
    `The selected file cannot be read, because a quotation mark on line ${line} is out of place, or never closed. Open the file in a text editor, correct that line, then choose the file again`,
}

/** Whether the bytes are a workbook or separated text. Throws a SpreadsheetError for anything else. */
export function kindOf(bytes: Buffer, filename: string): Kind {
  if (bytes.length > 10 * 1024 * 1024) throw new SpreadsheetError(problems.tooLarge)
  if (isBlank(bytes)) throw new SpreadsheetError(problems.empty)
  if (zip.test(bytes.toString('latin1', 0, 4))) return 'xlsx'
  if (startsWith(bytes, ole)) {
    // Excel wraps a protected workbook in the container that the old format used.
    const locked = bytes.includes(encryptedPackage)
    const old =
      /\.(xls|xlt|xla|xlm|xlw|csv|xlsx|xlsm)$/i.test(filename) || bytes.includes(oldWorkbook)
    throw new SpreadsheetError(
      locked ? problems.locked : old ? problems.old : problems.notSpreadsheet,
    )
  }
  if (!isText(bytes)) throw new SpreadsheetError(problems.notSpreadsheet)
  return 'csv'
}

/** A header named PK is not enough: the two bytes after it tell a zip file. */
const zip = /^PK(\x03\x04|\x05\x06|\x07\x08)/
const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le')
const oldWorkbook = Buffer.from('Workbook', 'utf16le')
/** Formats that are text, or begin like it, yet are no table of separated cells. */
const otherText =
  /^\s*(%PDF|%!PS|\{\\rtf|<!doctype|<html|<\?xml|<table|<svg|BEGIN:VC|From: |MIME-Version)/i

/** White space, NUL, and the bytes that byte order marks are made of. */
const blankBytes = new Set([0, 9, 10, 11, 12, 13, 32, 0xef, 0xbb, 0xbf, 0xfe, 0xff])

function startsWith(bytes: Buffer, signature: Buffer): boolean {
  return bytes.subarray(0, signature.length).equals(signature)
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => blankBytes.has(byte))
}

/** Text has no NUL, unless it is UTF-16 and says so, and hardly any control characters. */
function isText(bytes: Buffer): boolean {
  const utf16 =
    startsWith(bytes, Buffer.from('fffe', 'hex')) || startsWith(bytes, Buffer.from('feff', 'hex'))
  if (utf16) return bytes.length % 2 === 0
  if (bytes.includes(0)) return false
  const start = bytes.toString('latin1', 0, 4096).replace(/^\u00EF\u00BB\u00BF/, '')
  const controls = start.match(/[\x01-\x08\x0E-\x19\x1B-\x1F]/g)?.length ?? 0
  return controls <= start.length / 200 && !otherText.test(start)
}

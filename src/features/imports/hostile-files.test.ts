import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSheet } from 'read-excel-file/node'
import writeExcel from 'write-excel-file/node'
import { inline, workbook, zip } from './crafted-files.ts'
import { SpreadsheetError, readSpreadsheet } from './spreadsheet.ts'

const refuses = (bytes: Buffer, message: RegExp) =>
  assert.rejects(readSpreadsheet(bytes, 'members.xlsx'), (error) => {
    assert.ok(error instanceof SpreadsheetError, String(error))
    assert.match(error.message, message)
    return true
  })

test('a zip bomb is refused before it is unpacked', async () => {
  const tooMuch = /more than can be read safely/
  const blanks = Buffer.alloc(60_000_000, ' ')
  await refuses(zip({ ...workbook('<row/>'), 'xl/a.xml': blanks }), tooMuch)
  const shrunk = zip(workbook('<row/>'), { 'xl/workbook.xml': 210 * 1024 * 1024 })
  await refuses(shrunk, tooMuch)
  const many = Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`${i}.xml`, '']))
  await refuses(zip({ ...workbook('<row/>'), ...many }), tooMuch)
})

test('a zip file that lies about how large its contents are is refused', async () => {
  const files = { ...workbook('<row/>'), 'xl/a.xml': Buffer.alloc(60_000_000, ' ') }
  await refuses(zip(files, { 'xl/a.xml': 100 }), /could not be read/)
  await refuses(zip(workbook('<row/>'), { 'xl/worksheets/sheet1.xml': 5000 }), /could not be read/)
})

test('a part that is in a zip file but not in its list is never read', async () => {
  const sheet = (heading: string) => workbook(`<row r="1">${inline('A1', heading)}</row>`)
  const listed = zip(sheet('Listed'))
  const path = 'xl/worksheets/sheet1.xml'
  const unlisted = zip({ [path]: sheet('Unlisted')[path]! })
  const extra = unlisted.subarray(0, unlisted.readUInt32LE(unlisted.length - 6))
  const listAt = listed.readUInt32LE(listed.length - 6)
  const end = Buffer.from(listed.subarray(-22))
  end.writeUInt32LE(listAt + extra.length, 16)
  const both = [listed.subarray(0, listAt), extra, listed.subarray(listAt, -22), end]
  const bytes = Buffer.concat(both)
  assert.deepEqual(await readSheet(bytes), [['Unlisted']], 'the reader by itself is fooled')
  assert.deepEqual((await readSpreadsheet(bytes, 'm.xlsx')).columns, ['Listed'])
})

test('a workbook made to fill the memory ends its own process and nothing else', async () => {
  const far = zip(workbook(`<row r="1">${inline('ZZZZZZZZZ1', 'Name')}</row>`))
  await assert.rejects(readSpreadsheet(far, 'm.xlsx', { megabytes: 64 }), SpreadsheetError)
  const cells = Array.from(
    { length: 20_000 },
    (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>0</v></c></row>`,
  )
  const repeated = workbook(cells.join(''))
  repeated['xl/sharedStrings.xml'] = `<sst><si><t>${'long '.repeat(400)}</t></si></sst>`
  await refuses(zip(repeated), /more than can be read safely/)
})

test('a file that takes too long is given up', async () => {
  const file = Buffer.from('Name\nJo\n')
  const slow = readSpreadsheet(file, 'm.csv', { seconds: 0.001 })
  await assert.rejects(slow, SpreadsheetError)
  assert.equal((await readSpreadsheet(file, 'm.csv')).rowCount, 1, 'and the next file is read')
})

test('damaged workbooks are refused without a crash', async () => {
  const whole = await writeExcel([['Name'], ['Jo']]).toBuffer()
  await refuses(whole.subarray(0, whole.length - 40), /could not be read/)
  await refuses(zip({ 'xl/workbook.xml': 'not xml <<<' }), /could not be read/)
  await refuses(zip(workbook('<row r="2"><c r="A2"/></row><row r="1"/>')), /could not be read/)
})

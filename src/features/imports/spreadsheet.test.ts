import assert from 'node:assert/strict'
import { test } from 'node:test'
import writeExcel from 'write-excel-file/node'
import { inline, workbook, zip } from './crafted-files.ts'
import { SpreadsheetError, readSpreadsheet } from './spreadsheet.ts'

const text = (content: string) => readSpreadsheet(Buffer.from(content), 'members.csv')
const refuses = (bytes: Buffer, message: RegExp, filename = 'members.xlsx') =>
  assert.rejects(readSpreadsheet(bytes, filename), (error) => {
    assert.ok(error instanceof SpreadsheetError, String(error))
    assert.match(error.message, message)
    return true
  })

test('a workbook from Microsoft Forms is read with days as ISO dates', async () => {
  const time = { value: new Date(Date.UTC(2026, 2, 5, 14, 30)), format: 'm/d/yy h:mm:ss' }
  const bytes = await writeExcel([
    ['ID', 'Start time', 'Completion time', 'Email', 'Name', 'What is your work email address?'],
    [1, time, time, 'anonymous', null, 'jo@example.gov.uk'],
  ]).toBuffer()
  assert.deepEqual(await readSpreadsheet(bytes, 'Join us(1-1).xlsx'), {
    kind: 'xlsx',
    columns: [
      'ID',
      'Start time',
      'Completion time',
      'Email',
      'Name',
      'What is your work email address?',
    ],
    rows: [['1', '2026-03-05', '2026-03-05', 'anonymous', '', 'jo@example.gov.uk']],
    rowCount: 1,
    firstRow: 2,
    notes: [],
  })
})

test('numbers are written in full, and yes and no as Excel shows them', async () => {
  const numbers = [7, 1e21, 0.1 + 0.2, -3.5, 20260305123456, 0.0000001]
  const bytes = await writeExcel([
    ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
    [...numbers, true],
  ]).toBuffer()
  const { rows } = await readSpreadsheet(bytes, 'numbers.xlsx')
  const full = ['7', '1000000000000000000000', '0.3', '-3.5', '20260305123456', '0.0000001', 'TRUE']
  assert.deepEqual(rows, [full])
})

test('a formula gives the result saved with it, is never worked out, and an error gives nothing', async () => {
  const row = `<row r="2"><c r="A2" t="str"><f>A1&amp;"!"</f><v>Saved</v></c><c r="B2"><f>1+1</f></c>
    <c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D2"><f>2+2</f><v>5</v></c></row>`
  const heading = `<row r="1">${['A', 'B', 'C', 'D'].map((c) => inline(`${c}1`, c)).join('')}</row>`
  const { rows } = await readSpreadsheet(zip(workbook(heading + row)), 'formulas.xlsx')
  assert.deepEqual(rows, [['Saved', '', '', '5']])
})

test('the first sheet with anything on it is read, past empty sheets and hidden ones', async () => {
  const bytes = await writeExcel([
    { data: [], sheet: 'Cover' },
    {
      data: [
        ['Name', 'Email'],
        ['Jo', 'jo@example.gov.uk'],
      ],
      sheet: 'Members',
    },
    {
      data: [
        ['Name', 'Email'],
        ['Al', 'al@example.gov.uk'],
      ],
      sheet: 'Old',
    },
  ]).toBuffer()
  assert.deepEqual((await readSpreadsheet(bytes, 'm.xlsx')).rows, [['Jo', 'jo@example.gov.uk']])
  const hidden = workbook(`<row r="1">${inline('A1', 'Secret')}</row>`)
  hidden['xl/workbook.xml'] = hidden['xl/workbook.xml']!.replace(
    'name="S"',
    'name="S" state="veryHidden"',
  )
  assert.deepEqual((await readSpreadsheet(zip(hidden), 'm.xlsx')).columns, [])
})

test('a title above the headings is passed over, and rows keep the numbers Excel shows', async () => {
  const sheet = await text(
    'Our members,,\n,,\nName,Email,Grade\nJo,jo@example.gov.uk,SEO\n\nAl,al@example.gov.uk\n\n\n',
  )
  assert.deepEqual(sheet.columns, ['Name', 'Email', 'Grade'])
  assert.deepEqual(sheet.rows, [
    ['Jo', 'jo@example.gov.uk', 'SEO'],
    ['', '', ''],
    ['Al', 'al@example.gov.uk', ''],
  ])
  assert.deepEqual([sheet.firstRow, sheet.rowCount], [4, 2])
})

test('a list without headings has its columns named by letter', async () => {
  const sheet = await text('Jo Bloggs,jo@example.gov.uk\nAl Bloggs,al@example.gov.uk\n')
  assert.deepEqual(
    [sheet.columns, sheet.rows.length, sheet.firstRow],
    [['Column A', 'Column B'], 2, 1],
  )
})

test('headings that are missing or the same are told apart', async () => {
  const { columns } = await text('Name,Email,,Email\nJo,jo@example.gov.uk,x,jo@example.org\n')
  assert.deepEqual(columns, ['Name', 'Email', 'Column C', 'Email (column D)'])
})

test('a file with headings alone has no rows, which is no error', async () => {
  const { columns, rows, rowCount } = await text('Name,Email\r\n')
  assert.deepEqual([columns, rows, rowCount], [['Name', 'Email'], [], 0])
})

test('the description that Microsoft Lists puts on the first line is passed over', async () => {
  const sheet = await text(
    '\uFEFFListSchema={"schemaXmlList":["<Field ID=\\"{a}\\" Name=\\"Title\\" />","<Field />"]}\r\n' +
      '"Title","Work email","Network"\r\n"Jo","jo@example.gov.uk","[""Policy"",""Digital""]"\r\n',
  )
  assert.deepEqual(sheet.columns, ['Title', 'Work email', 'Network'])
  assert.deepEqual(sheet.rows, [['Jo', 'jo@example.gov.uk', '["Policy","Digital"]']])
  assert.equal(sheet.firstRow, 3)
})

test('commas, semicolons, tabs and a sep= line are all understood', async () => {
  const expected = [['Bloggs, Jo', 'jo@example.gov.uk', 'Policy;Digital;']]
  const files = [
    'Name,Email,Interests\n"Bloggs, Jo",jo@example.gov.uk,Policy;Digital;\n',
    'Name;Email;Interests\nBloggs, Jo;jo@example.gov.uk;"Policy;Digital;"\n',
    'Name\tEmail\tInterests\rBloggs, Jo\tjo@example.gov.uk\tPolicy;Digital;\r',
    'sep=|\r\nName|Email|Interests\r\nBloggs, Jo|jo@example.gov.uk|Policy;Digital;\r\n',
  ]
  for (const file of files) assert.deepEqual((await text(file)).rows, expected, file)
})

test('quotes, line breaks inside cells and rows of unequal length are kept', async () => {
  const { columns, rows } = await text(
    'Name,Note\n"Jo ""JB"" Bloggs","One\r\ntwo"\nAl\nSam,6" tall,extra\n',
  )
  assert.equal(columns.length, 3)
  assert.deepEqual(rows, [
    ['Jo "JB" Bloggs', 'One\ntwo', ''],
    ['Al', '', ''],
    ['Sam', '6" tall', 'extra'],
  ])
})

test('accents are right in UTF-8, in the older Windows encoding and in UTF-16', async () => {
  const content = 'Name,Town\nZoë O’Brien,Ynys Môn\n'
  const windows = Buffer.from(content.replace('’', '\x92'), 'latin1')
  const utf16 = Buffer.from(`\uFEFF${content}`, 'utf16le')
  for (const bytes of [Buffer.from(content), windows, utf16]) {
    assert.deepEqual((await readSpreadsheet(bytes, 'm.csv')).rows, [['Zoë O’Brien', 'Ynys Môn']])
  }
})

test('long cells are cut, control characters left out, and the person told', async () => {
  const { rows, notes } = await text(
    `Name,Note\nJo\0\n`.replace('\0', '\x0B') + `Al,${'x'.repeat(2001)}\n`,
  )
  assert.deepEqual(rows[0], ['Jo', ''])
  assert.equal(rows[1]![1]!.length, 2000)
  assert.deepEqual(notes, ['1 long cell was cut to 2,000 characters'])
})

test('50,000 rows are read and one more is refused, as workbook and as CSV', async () => {
  const row = (i: number) => [`Person ${i}`, `p${i}@example.gov.uk`]
  const rows = [['Name', 'Email'], ...Array.from({ length: 50_000 }, (_, i) => row(i))]
  const csv = () => Buffer.from(rows.map((cells) => cells.join(',')).join('\n'))
  const full = await writeExcel(rows).toBuffer()
  assert.equal((await readSpreadsheet(full, 'm.xlsx')).rowCount, 50_000)
  assert.equal((await readSpreadsheet(csv(), 'm.csv')).rowCount, 50_000)
  rows.push(row(50_000))
  await refuses(csv(), /50,000 rows or fewer/)
  await refuses(await writeExcel(rows).toBuffer(), /50,000 rows or fewer/)
})

test('more than 100 columns are refused', async () => {
  await refuses(Buffer.from(`${'a,'.repeat(100)}a\n`), /100 columns or fewer/)
  assert.equal((await text(`${'a,'.repeat(99)}a\n`)).columns.length, 100)
})

test('what a file is, is decided by its content and not by its name', async () => {
  const program = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), Buffer.alloc(500)])
  const must = /must be an Excel workbook \(\.xlsx\) or a CSV file/
  for (const name of ['members.xlsx', 'members.csv']) {
    await refuses(program, must, name)
    await refuses(Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n'), must, name)
    await refuses(Buffer.from('<!DOCTYPE html><table><tr><td>Name</td></tr></table>'), must, name)
    await refuses(zip({ 'word/document.xml': '<document/>' }), must, name)
    await refuses(zip({}), must, name)
  }
  const bytes = await writeExcel([['Name'], ['Jo']]).toBuffer()
  assert.equal((await readSpreadsheet(bytes, 'members.csv')).kind, 'xlsx')
})

test('an old workbook, a protected one, an empty file and one too large are each named', async () => {
  const container = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024)])
  const stream = (name: string) =>
    Buffer.concat([container, Buffer.from(name, 'utf16le'), Buffer.alloc(64)])
  await refuses(stream('Workbook'), /save it as \.xlsx/, 'members.csv')
  await refuses(stream('EncryptedPackage'), /^The selected file is password protected/)
  await refuses(stream('WordDocument'), /must be an Excel workbook/, 'members.doc')
  await refuses(Buffer.alloc(0), /^The selected file is empty$/)
  await refuses(Buffer.from('\uFEFF \r\n\r\n'), /^The selected file is empty$/)
  await refuses(Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), /smaller than 10MB/)
})

test('a quotation mark that is never closed is pointed at', async () => {
  await refuses(
    Buffer.from('Name,Email\nJo,jo@example.gov.uk\n"Al,al@example.gov.uk\n'),
    /a quotation mark on line 3 is out of place, or never closed/,
  )
})

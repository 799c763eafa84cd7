import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDelimited } from './delimited.ts'
import { SpreadsheetError } from './spreadsheet-kind.ts'

const read = (file: string) => readDelimited(Buffer.from(file))

test('a quotation mark that is never closed, or only by that of another cell, is pointed at', () => {
  const broken: [string, number][] = [
    ['Name,Email\nJo,jo@example.gov.uk\n"Al,al@example.gov.uk\n', 3],
    ['"Name,Email\nJo,jo@example.gov.uk\n', 1],
    ['Name,Email\r\n"Al,al@a.gov.uk\r\n"Jo","jo@a.gov.uk"\r\nSam,sam@a.gov.uk\r\n', 2],
    ['Name,Email\n"A\nB",b@a.gov.uk\n"Al,al@a.gov.uk\nSam "SJ" Jo,sam@a.gov.uk\n', 4],
    ['Name,Email\n"Al,al@a.gov.uk\nJo,jo@a.gov.uk"\nSam,sam@a.gov.uk\n', 2],
    ['Name,Email\r\n"Al,al@a.gov.uk\r\nJo,jo@a.gov.uk"\r\nSam,sam@a.gov.uk\r\n', 2],
    ['sep=;\nName;Email\n"Al;al@a.gov.uk\n"Jo";jo@a.gov.uk\n', 3],
    ['ListSchema={}\r\n"Name","Email"\r\n"Al,"al@a.gov.uk"\r\n"Jo","jo@a.gov.uk"\r\n', 3],
    ['Name,Email\n"Bloggs, "Jo"",jo@a.gov.uk\n', 2],
    ['Name\tEmail\n"Al\tal@a.gov.uk\n"Jo"\tjo@a.gov.uk\n', 2],
    ['Name,Email\rJo,jo@a.gov.uk\r"Al,al@a.gov.uk\r', 3],
  ]
  for (const [file, line] of broken)
    assert.throws(
      () => read(file),
      (error) => {
        assert.ok(error instanceof SpreadsheetError)
        assert.match(
          error.message,
          new RegExp(`a quotation mark on line ${line} is out of place, or never closed`),
          file,
        )
        return true
      },
    )
})

test('quotation marks that stand oddly, and harm no other cell, are read as they stand', () => {
  const files: [string, string[]][] = [
    ['Name, Email\n"Bloggs, Jo", "jo@a.gov.uk"\n', ['Bloggs, Jo', 'jo@a.gov.uk']],
    ['Name,Email\n"Jo" Bloggs,jo@a.gov.uk\n', ['"Jo" Bloggs', 'jo@a.gov.uk']],
    ['Name,Email\nJo "JB" Bloggs,jo@a.gov.uk\n', ['Jo "JB" Bloggs', 'jo@a.gov.uk']],
    ['Name,Email\n"""JB""\nBloggs",jo@a.gov.uk', ['"JB"\nBloggs', 'jo@a.gov.uk']],
    ['Name,Email\n"",jo@a.gov.uk\n', ['', 'jo@a.gov.uk']],
    ['Name,Email\nJo,"jo@a.gov.uk"', ['Jo', 'jo@a.gov.uk']],
    ['Name,Email,Note\nJo,jo@a.gov.uk,"a,\nb@c, d"\n', ['Jo', 'jo@a.gov.uk', 'a,\nb@c, d']],
    ['"Name"\t"Email"\n\t\nJo\t"jo@a.gov.uk"\n', ['Jo', 'jo@a.gov.uk']],
    ['Name\tEmail\n\tjo@a.gov.uk\n', ['', 'jo@a.gov.uk']],
  ]
  for (const [file, row] of files) assert.deepEqual(read(file).at(-1), row, file)
})

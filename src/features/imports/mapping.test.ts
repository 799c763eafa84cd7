import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guessMapping } from './mapping.ts'
import type { Field } from './mapping.ts'

/** The heading that was guessed for each field, which is easier to read than a number. */
function guess(columns: string[], rows: string[][] = []): Partial<Record<Field, string>> {
  const found = Object.entries(guessMapping(columns, rows)).filter(([, column]) => column !== null)
  return Object.fromEntries(found.map(([field, column]) => [field, columns[column!]]))
}

test('an anonymous Microsoft Forms workbook: the addresses are in a question, not under Email', () => {
  const columns = [
    'ID',
    'Start time',
    'Completion time',
    'Email',
    'Name',
    'Last modified time',
    'What is your full name?',
    'What is your work email address?',
    'Which department or agency do you work for?',
    'Are you joining as a member or an ally?',
    'Which region do you work in?',
    'What is your grade?',
    'Which topics interest you?',
  ]
  const rows = [
    [
      '1',
      '2026-03-05',
      '2026-03-05',
      'anonymous',
      '',
      '',
      'Jo Bloggs',
      'jo@example.gov.uk',
      'Example Office',
      'Member',
      'North West',
      'SEO',
      'Policy;Digital;',
    ],
    [
      '2',
      '2026-03-06',
      '2026-03-06',
      'anonymous',
      '',
      '',
      'Al Bloggs',
      'al@example.gov.uk',
      'Example Office',
      'Ally',
      'Wales',
      'Grade 7',
      'Digital;',
    ],
  ]
  assert.deepEqual(guess(columns, rows), {
    name: 'What is your full name?',
    email: 'What is your work email address?',
    category: 'Are you joining as a member or an ally?',
    organisation: 'Which department or agency do you work for?',
    region: 'Which region do you work in?',
    grade: 'What is your grade?',
    joinedOn: 'Completion time',
  })
})

test('a Microsoft Forms workbook of signed-in people: Email and Name are right', () => {
  const columns = [
    'ID',
    'Start time',
    'Completion time',
    'Email',
    'Name',
    'Would you like our email newsletter?',
    "Your line manager's email",
  ]
  const rows = [
    [
      '1',
      '3/5/26 14:30:01',
      '3/5/26 14:31:01',
      'jo@example.gov.uk',
      'Jo Bloggs',
      'Yes',
      'sam@example.gov.uk',
    ],
  ]
  assert.deepEqual(guess(columns, rows), {
    name: 'Name',
    email: 'Email',
    joinedOn: 'Completion time',
  })
})

test('a Microsoft Lists file: Title may be the name, Created By is not', () => {
  const columns = [
    'Title',
    'Work email',
    'Network',
    'Membership type',
    'Created',
    'Created By',
    'Modified',
    'Modified By',
    'Item Type',
    'Path',
  ]
  const rows = [
    [
      'Jo Bloggs',
      'jo@example.gov.uk',
      '["Policy"]',
      'Ally',
      '05/03/2026 14:30',
      'Sam Bloggs',
      '06/03/2026 09:00',
      'Sam Bloggs',
      'Item',
      'sites/x',
    ],
  ]
  assert.deepEqual(guess(columns, rows), {
    name: 'Title',
    email: 'Work email',
    category: 'Membership type',
    joinedOn: 'Created',
  })
})

test('Title is no name where it holds Mr and Dr', () => {
  const rows = [
    ['Dr', 'Jo', 'Bloggs', 'jo@example.gov.uk'],
    ['Mx', 'Al', 'Bloggs', 'al@example.gov.uk'],
  ]
  assert.deepEqual(guess(['Title', 'First name', 'Surname', 'E-mail'], rows), {
    name: 'First name',
    surname: 'Surname',
    email: 'E-mail',
  })
})

test('a surname is left out where the full name is there', () => {
  const columns = ['Forename', 'Last name', 'Full name', 'Email address']
  assert.deepEqual(guess(columns), { name: 'Full name', email: 'Email address' })
})

test('a work address is preferred to a personal one, and never a manager’s', () => {
  const columns = ['Name', 'Personal email', 'Manager email', 'Official e-mail']
  const rows = [['Jo', 'jo@example.org', 'sam@example.gov.uk', 'jo@example.gov.uk']]
  assert.equal(guess(columns, rows).email, 'Official e-mail')
})

test('columns without headings are known by what their cells look like', () => {
  const columns = ['Column A', 'Column B', 'Column C', 'Column D', 'Column E']
  const rows = [
    ['Jo Bloggs', 'jo@example.gov.uk', 'Member', 'South East', 'HEO'],
    ['Al Bloggs', 'al@example.gov.uk', 'Ally', 'Scotland', 'G7'],
  ]
  assert.deepEqual(guess(columns, rows), {
    name: 'Column A',
    email: 'Column B',
    category: 'Column C',
    region: 'Column D',
    grade: 'Column E',
  })
})

test('a date is only when somebody joined if the heading says so', () => {
  const rows = [['Jo', '1990-01-01', '2024-05-06', '2026-01-01']]
  assert.equal(
    guess(['Name', 'Date of birth', 'Member since', 'Date left'], rows).joinedOn,
    'Member since',
  )
  assert.equal(
    guess(['Name', 'Date of birth', 'Renewal date', 'Date left'], rows).joinedOn,
    undefined,
  )
})

test('names of other things are not taken for people', () => {
  const columns = ['Network name', 'Department name', 'Username', 'Job title', 'Colleague']
  assert.equal(guess(columns).name, 'Colleague')
  assert.equal(guess(['Membership number', 'Committee'], [['123', 'Yes']]).category, undefined)
})

test('cells without end are soon looked at', () => {
  const endless = `jo@${'.'.repeat(1_000_000)}@`
  assert.deepEqual(guess(['Work email'], [[endless], ['jo@dwp.gov.uk']]), { email: 'Work email' })
})

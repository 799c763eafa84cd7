import assert from 'node:assert/strict'
import { test } from 'node:test'
import { takenFor } from './guard.ts'

test('words that tell the reader what they are taken for are found, as they were written', () => {
  const hurtful: [string, string][] = [
    ['As a gay man you will like it', 'As a gay man'],
    ['I thought of you because you are disabled', 'you are disabled'],
    ['You’re one of our black colleagues', 'You’re one of our black'],
    ['Given your health condition, do come', 'Given your health condition'],
    ['A space for people like you', 'people like you'],
  ]
  for (const [note, words] of hurtful) assert.deepEqual(takenFor(note), [words], note)
})

test('a network may say whom it is for, and a member may speak of themselves', () => {
  const fine = [
    'This network is for disabled people and anyone who wants to help.',
    'You may know people who are carers. We meet on Mondays.',
    'I am gay, and the network helped me.',
    'You are welcome, whoever you are.',
    'As a member I thought this might interest you.',
  ]
  for (const note of fine) assert.deepEqual(takenFor(note), [], note)
})

test('a long note is looked through once', () => {
  assert.equal(takenFor('you are a b c d '.repeat(50_000)).length, 0)
})

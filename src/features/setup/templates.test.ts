import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stepGuidance } from './guidance.ts'
import { missionTemplates } from './templates.ts'

const answers = {
  who: 'Carers who work shifts',
  what: 'To share what helps.',
  outcome: 'so that no one has to choose between work and family.',
  where: 'Across the NHS in Wales',
}
const fill = (key: string, given: Partial<typeof answers>) =>
  missionTemplates
    .find((template) => template.key === key)!
    .fill({ who: '', what: '', outcome: '', where: '', ...given })

test('answers become one tidy mission', () => {
  assert.equal(
    fill('safe-place', answers),
    'We are a safe place where carers who work shifts across the NHS in Wales can share what helps, so that no one has to choose between work and family.',
  )
})

test('what was left out leaves no gap where it is not needed, and a visible one where it is', () => {
  assert.equal(
    fill('better-work', { who: 'people who buy', what: 'swap what works' }),
    'We connect people who buy to swap what works.',
  )
  assert.equal(fill('better-work', {}), 'We connect … to …')
})

test('names and short forms keep their capitals', () => {
  const mission = fill('learn-together', { who: 'Black staff', what: 'AI safely', outcome: 'GDS' })
  assert.equal(mission, 'We help Black staff to AI safely, so that GDS.')
})

test('every type of network has at least two mission templates, each with a finished example', () => {
  const types = [
    'cross-government',
    'staff-and-diversity',
    'community-of-practice',
    'profession',
  ] as const
  for (const type of types) {
    assert.ok(missionTemplates.filter((template) => template.for.includes(type)).length >= 2, type)
  }
  for (const { example } of missionTemplates) assert.match(example, /^[A-Z].*, so that .*\.$/)
})

test('the eight steps each say why, what to do, and where to read more', () => {
  const steps = Object.values(stepGuidance)
  assert.equal(steps.length, 8)
  for (const { why, do: tasks } of steps) {
    assert.match(why, /\.$/)
    assert.ok(tasks.length >= 4)
  }
  const guides = 'purpose people governance recruiting activities tools measuring sustaining'
  assert.equal(steps.map(({ guide }) => guide).join(' '), guides)
})

import { createHash, randomBytes } from 'node:crypto'
import { dateOf, addDays } from '#kernel/clock.ts'
import { sql, type Db } from '#kernel/db.ts'
import { admitMany, appoint, type ManyAdmitted } from '../src/features/members/index.ts'
import { registerMany, type Details } from '../src/features/people/index.ts'

export type Size = { networks: number; people: number; memberships: number }
export type Seeded = { slugs: string[]; sessions: string[]; led: string[] }

const types = ['cross-government', 'staff-and-diversity', 'community-of-practice', 'profession']
const nouns = [
  'Carers',
  'Data',
  'Policy',
  'Sustainability',
  'Digital',
  'Parents',
  'Analysis',
  'Speaking',
  'Veterans',
  'Delivery',
]
const places = [
  'North',
  'South',
  'East',
  'West',
  'Central',
  'Coastal',
  'Upland',
  'River',
  'Harbour',
  'Valley',
]
const names = ['Asha', 'Ben', 'Chidi', 'Dana', 'Elin', 'Farid', 'Gwen', 'Hana', 'Ivo', 'Jo']

/**
 * Fills a database for the bench: made-up networks, people and memberships, through the same sealing as
 * the product's own. Out: addresses, and tokens of sessions of twenty people who lead a network each.
 */
export async function seed(db: Db, size: Size): Promise<Seeded> {
  const slugs = await seedNetworks(db, 0, size.networks)
  const people = await seedPeople(db, size.people)
  const ids = await db.asSystem('seed the bench', (tx) =>
    tx.rows<{ id: string }>(sql`select id from networks.network order by slug`),
  )
  const each = Math.floor(size.memberships / size.networks)
  const today = dateOf(db.clock())
  const sessions: string[] = []
  const led: string[] = []
  for (const [i, { id }] of ids.entries()) {
    const members: ManyAdmitted[] = Array.from({ length: each }, (_, k) => {
      const person = people[(i * each + k) % people.length]!
      return {
        id: crypto.randomUUID(),
        person: person.id,
        details: person.details,
        organisationName: null,
        category: k % 10 ? 'member' : 'ally',
        status: 'active',
        joined_on: addDays(today, -(k % 500)),
      }
    })
    await db.asSystem('seed the bench', async (tx) => {
      await admitMany(tx, id, members)
      await appoint(tx, id, { membership: members[0]!.id, role: 'chair', manages: true })
      if (i < 20) {
        sessions.push(await openSession(tx, members[0]!.person))
        led.push(slugs[i]!)
      }
    })
  }
  await db.engine.root('analyze')
  return { slugs, sessions, led }
}

/** Adds networks without members, to see what the number of networks costs. */
export async function seedNetworks(db: Db, from: number, to: number): Promise<string[]> {
  const rows = Array.from({ length: to - from }, (_, k) => {
    const i = from + k
    const name = `${places[i % 10]} ${nouns[Math.floor(i / 10) % 10]} Network ${i}`
    return {
      id: crypto.randomUUID(),
      slug: `network-${String(i).padStart(6, '0')}`,
      name,
      type: types[i % 4],
      purpose: `We bring together people in ${places[i % 10]} who care about ${nouns[Math.floor(i / 10) % 10]}, to learn from each other and make work better.`,
      joining: i % 3 ? 'open' : 'request',
    }
  })
  await db.asSystem('seed the bench', async (tx) => {
    await tx.run(sql`
      insert into networks.network (id, slug, name, type, status, findable, joining, names, purpose, audience, mission, live_on)
      select id, slug, name, type, 'live', 'everyone', joining, 'members', purpose, 'Anyone in public service', purpose, current_date
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, slug text, name text, type text, purpose text, joining text)`)
    await tx.run(
      sql`insert into networks.figure (network_id, members, as_of) select id, 100, current_date from networks.network on conflict do nothing`,
    )
  })
  return rows.map((row) => row.slug)
}

async function seedPeople(db: Db, count: number): Promise<{ id: string; details: Details }[]> {
  const people = Array.from({ length: count }, (_, i) => {
    const email = `person${i}@dwp.gov.uk`
    return {
      id: crypto.randomUUID(),
      key: email,
      joined_on: dateOf(db.clock()),
      details: { name: `${names[i % 10]} Made-up ${i}`, email, organisation: null },
    }
  })
  for (let i = 0; i < people.length; i += 2000)
    await db.asSystem('seed the bench', (tx) => registerMany(tx, people.slice(i, i + 2000)))
  return people
}

async function openSession(
  tx: Parameters<typeof registerMany>[0],
  person: string,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const until = new Date(tx.now.getTime() + 86_400_000)
  await tx.run(sql`
    insert into sign_in.session (id, token_hash, person_id, device_sealed, started_at, seen_at, ends_at)
    values (${crypto.randomUUID()}, ${createHash('sha256').update(token).digest()}, ${person}, null, ${tx.now}, ${tx.now}, ${until})`)
  return token
}

import { addDays } from '#kernel/clock.ts'
import type { Id } from '#kernel/viewer.ts'
import type { Details } from '#features/people/index.ts'
import { cast, type CastKey } from './cast.ts'
import type { Chance } from './chance.ts'
import { employers, type Employer } from './employers.ts'
import { uniqueNames } from './names.ts'

/** Someone of the sample. `home` is where they work, whether or not they said so. */
export type SamplePerson = {
  id: Id
  details: Details
  organisationName: string | null
  home: string
  joinedOn: string
  /** How much they like to join things; 0 for the cast, who are only where they are put. */
  appetite: number
  cast?: CastKey
}

/** Organisations by name: those that the installation knows. */
export type Organisations = ReadonlyMap<string, Id>

/** Makes up so many people, the cast among them, who came over the last 18 months. */
export function makePeople(
  chance: Chance,
  count: number,
  organisations: Organisations,
  today: string,
): SamplePerson[] {
  const keys = Object.keys(cast).filter((key) => key !== 'eve') as CastKey[]
  const name = uniqueNames(chance)
  const others = Array.from({ length: count - keys.length }, () =>
    someone(chance, name(), organisations, today),
  )
  return [...keys.map((key) => ofTheCast(key, organisations, today)), ...others]
}

function ofTheCast(key: CastKey, organisations: Organisations, today: string): SamplePerson {
  const { name, email, organisation } = cast[key]
  return {
    id: crypto.randomUUID(),
    details: {
      name,
      email,
      organisation: (organisation && organisations.get(organisation)) || null,
      organisationTold: true,
    },
    organisationName: organisation,
    home: 'london',
    joinedOn: addDays(today, -30),
    appetite: 0,
    cast: key,
  }
}

function someone(
  chance: Chance,
  name: string,
  organisations: Organisations,
  today: string,
): SamplePerson {
  const employer = chance.weighed(employers.map((each) => [each, each.weight] as const))
  const home = employer.region ?? chance.weighed(regionWeights)
  const details: Details = {
    name,
    email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@${employer.domain}`,
    organisation: organisations.get(employer.name) ?? null,
    organisationTold: true,
  }
  if (chance.next() < 0.75) details.region = home
  if (chance.next() < 0.6) Object.assign(details, gradeIn(chance, employer))
  return {
    id: crypto.randomUUID(),
    details,
    organisationName: employer.name,
    home,
    joinedOn: addDays(today, -chance.between(0, 540)),
    appetite: chance.next() < 0.06 ? 0 : 0.15 - Math.log(1 - chance.next()),
  }
}

function gradeIn(chance: Chance, { grades }: Employer): Partial<Details> {
  if (grades === 'other') return { gradeScheme: 'other', grade: `Level ${chance.between(2, 7)}` }
  if (grades === 'local-government')
    return { gradeScheme: grades, grade: `Grade ${chance.between(4, 14)}` }
  return { gradeScheme: grades, grade: chance.weighed(gradeWeights[grades]) }
}

const regionWeights = [
  ['london', 24],
  ['north-west', 13],
  ['north-east', 10],
  ['yorkshire-and-the-humber', 10],
  ['west-midlands', 8],
  ['south-east', 8],
  ['south-west', 8],
  ['scotland', 7],
  ['wales', 6],
  ['east-midlands', 5],
  ['east-of-england', 4],
  ['northern-ireland', 3],
  ['outside-the-uk', 1],
] as const

const gradeWeights = {
  'civil-service': [
    ['aa', 2],
    ['ao', 12],
    ['eo', 19],
    ['heo', 22],
    ['seo', 18],
    ['fast-stream', 4],
    ['g7', 14],
    ['g6', 6],
    ['scs1', 3],
    ['scs2', 1],
  ],
  nhs: [
    ['band-3', 10],
    ['band-4', 12],
    ['band-5', 20],
    ['band-6', 20],
    ['band-7', 16],
    ['band-8a', 10],
    ['band-8b', 5],
    ['medical-and-dental', 7],
  ],
  police: [
    ['police-staff', 40],
    ['constable', 30],
    ['sergeant', 12],
    ['inspector', 6],
    ['superintendent', 2],
  ],
  'higher-education': [
    ['grade-5', 10],
    ['grade-6', 20],
    ['grade-7', 24],
    ['grade-8', 18],
    ['professorial', 4],
  ],
} as const

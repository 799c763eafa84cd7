/** Where someone works: the twelve nations and English regions, and two ways of not being in one. */
export type Region = (typeof regions)[number]['key']

/** Which family of grades an employer uses. Grades of two schemes are never said to be equal. */
export type GradeScheme = (typeof schemes)[number]['key']

/** A family of grades. With `freeText`, people may write a grade that is not listed. */
export type Scheme = {
  key: GradeScheme
  label: string
  hint: string
  freeText: boolean
  grades: readonly Grade[]
}
export type Grade = { readonly key: string; readonly label: string }

/** Regions with the codes that the Office for National Statistics uses, in the usual order. */
export const regions = [
  { key: 'north-east', label: 'North East', gss: 'E12000001', itl: 'TLC' },
  { key: 'north-west', label: 'North West', gss: 'E12000002', itl: 'TLD' },
  {
    key: 'yorkshire-and-the-humber',
    label: 'Yorkshire and The Humber',
    gss: 'E12000003',
    itl: 'TLE',
  },
  { key: 'east-midlands', label: 'East Midlands', gss: 'E12000004', itl: 'TLF' },
  { key: 'west-midlands', label: 'West Midlands', gss: 'E12000005', itl: 'TLG' },
  { key: 'east-of-england', label: 'East of England', gss: 'E12000006', itl: 'TLH' },
  { key: 'london', label: 'London', gss: 'E12000007', itl: 'TLI' },
  { key: 'south-east', label: 'South East', gss: 'E12000008', itl: 'TLJ' },
  { key: 'south-west', label: 'South West', gss: 'E12000009', itl: 'TLK' },
  { key: 'wales', label: 'Wales', gss: 'W92000004', itl: 'TLL' },
  { key: 'scotland', label: 'Scotland', gss: 'S92000003', itl: 'TLM' },
  { key: 'northern-ireland', label: 'Northern Ireland', gss: 'N92000002', itl: 'TLN' },
  { key: 'outside-the-uk', label: 'Outside the UK' },
  { key: 'prefer-not-to-say', label: 'Prefer not to say' },
] as const satisfies readonly { key: string; label: string; gss?: string; itl?: string }[]

const schemes = [
  {
    key: 'civil-service',
    label: 'Civil Service',
    hint: 'AA to Permanent Secretary',
    freeText: false,
    grades: [
      { key: 'aa', label: 'Administrative Assistant (AA)' },
      { key: 'ao', label: 'Administrative Officer (AO)' },
      { key: 'eo', label: 'Executive Officer (EO)' },
      { key: 'heo', label: 'Higher Executive Officer (HEO)' },
      { key: 'seo', label: 'Senior Executive Officer (SEO)' },
      { key: 'fast-stream', label: 'Fast Stream' },
      { key: 'g7', label: 'Grade 7' },
      { key: 'g6', label: 'Grade 6' },
      { key: 'scs1', label: 'Senior Civil Service pay band 1 (deputy director)' },
      { key: 'scs1a', label: 'Senior Civil Service pay band 1A' },
      { key: 'scs2', label: 'Senior Civil Service pay band 2 (director)' },
      { key: 'scs3', label: 'Senior Civil Service pay band 3 (director general)' },
      { key: 'permanent-secretary', label: 'Permanent Secretary' },
    ],
  },
  {
    key: 'nhs',
    label: 'NHS',
    hint: 'Agenda for Change bands, medical and dental, and senior managers',
    freeText: false,
    grades: [
      ...['1', '2', '3', '4', '5', '6', '7', '8a', '8b', '8c', '8d', '9'].map(band),
      { key: 'very-senior-manager', label: 'Very senior manager or executive' },
      { key: 'medical-and-dental', label: 'Medical and dental' },
    ],
  },
  {
    key: 'local-government',
    label: 'Local government',
    hint: 'Your council’s own grade, as it is written on your payslip',
    freeText: true,
    grades: [{ key: 'chief-officer', label: 'Chief officer' }],
  },
  {
    key: 'police',
    label: 'Police',
    hint: 'Constable to chief officer, and police staff',
    freeText: false,
    grades: [
      { key: 'police-staff', label: 'Police staff' },
      { key: 'constable', label: 'Constable' },
      { key: 'sergeant', label: 'Sergeant' },
      { key: 'inspector', label: 'Inspector' },
      { key: 'chief-inspector', label: 'Chief Inspector' },
      { key: 'superintendent', label: 'Superintendent' },
      { key: 'chief-superintendent', label: 'Chief Superintendent' },
      { key: 'chief-officer', label: 'Chief officer' },
    ],
  },
  {
    key: 'higher-education',
    label: 'University or college',
    hint: 'Your university’s own grade from 1 to 10, professor or senior manager',
    freeText: false,
    grades: [
      ...Array.from({ length: 10 }, (_, i) => ({ key: `grade-${i + 1}`, label: `Grade ${i + 1}` })),
      { key: 'professorial', label: 'Professor' },
      { key: 'senior-management', label: 'Senior management' },
    ],
  },
  {
    key: 'other',
    label: 'Something else',
    hint: 'Write your grade, rank or level in your own words',
    freeText: true,
    grades: [{ key: 'prefer-not-to-say', label: 'Prefer not to say' }],
  },
] as const satisfies readonly (Omit<Scheme, 'key'> & { key: string })[]

/** Grade schemes and their grades, each from the most junior to the most senior. */
export const gradeSchemes: readonly Scheme[] = schemes

/**
 * The name of a region as people read it.
 * In: its key. Out: its label, or undefined when there is no such region.
 */
export function regionLabel(key: string): string | undefined {
  return regions.find((region) => region.key === key)?.label
}

/**
 * The name of a grade as people read it.
 * In: the keys of a scheme and a grade; where the scheme allows it, the grade may be someone's own
 * words. Out: the label or those words, or undefined when the scheme knows no such grade.
 */
export function gradeLabel(scheme: string, grade: string): string | undefined {
  const found = gradeSchemes.find(({ key }) => key === scheme)
  const listed = found?.grades.find(({ key }) => key === grade)?.label
  return listed ?? (found?.freeText && grade.trim() !== '' ? grade.trim() : undefined)
}

function band(name: string): Grade {
  return {
    key: `band-${name}`,
    label: name === '1' ? 'Band 1 (closed to new staff)' : `Band ${name}`,
  }
}

/** What kind of public body an organisation is. */
export type Sector =
  | 'ministerial-department'
  | 'non-ministerial-department'
  | 'executive-agency'
  | 'arms-length-body'
  | 'devolved-government'
  | 'legislature'
  | 'county-council'
  | 'unitary-authority'
  | 'district-council'
  | 'london-borough'
  | 'metropolitan-borough'
  | 'combined-authority'
  | 'nhs-national-body'
  | 'nhs-trust'
  | 'integrated-care-board'
  | 'health-board'
  | 'health-and-social-care-trust'
  | 'police'
  | 'fire-and-rescue'
  | 'armed-forces'
  | 'university'
  | 'college'
  | 'school'
  | 'court-or-tribunal'
  | 'public-corporation'
  | 'other'

/** The name of each sector as people read it, in the order in which lists offer them. */
export const sectors: Record<Sector, string> = {
  'ministerial-department': 'Government department led by a minister',
  'non-ministerial-department': 'Government department without a minister',
  'executive-agency': 'Executive agency',
  'arms-length-body': 'Other public body at arm’s length from government',
  'devolved-government': 'Government in Scotland, Wales or Northern Ireland',
  legislature: 'Parliament or assembly',
  'county-council': 'County council',
  'unitary-authority': 'Unitary council',
  'district-council': 'District, borough or city council',
  'london-borough': 'London borough',
  'metropolitan-borough': 'Metropolitan borough',
  'combined-authority': 'Combined or strategic authority',
  'nhs-national-body': 'National NHS body',
  'nhs-trust': 'NHS trust',
  'integrated-care-board': 'Integrated care board',
  'health-board': 'Health board in Scotland or Wales',
  'health-and-social-care-trust': 'Health and social care trust in Northern Ireland',
  police: 'Police',
  'fire-and-rescue': 'Fire and rescue',
  'armed-forces': 'Armed forces',
  university: 'University',
  college: 'College',
  school: 'School or group of schools',
  'court-or-tribunal': 'Court or tribunal',
  'public-corporation': 'Public corporation',
  other: 'Another kind of public body',
}

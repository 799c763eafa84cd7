/** Where the people of the sample work: public bodies of the first list, by name, with where and in which grades. */
export type Employer = {
  name: string
  domain: string
  /** Grade scheme of most of its people. */
  grades: 'civil-service' | 'nhs' | 'local-government' | 'police' | 'higher-education' | 'other'
  /** Of every thousand people of the sample, about how many work here. */
  weight: number
  /** Where its people are; several regions when they are all over the country. */
  region?: string
}

/** Sixty employers, from departments to a museum. They are facts; the people are not. */
export const employers: readonly Employer[] = [
  ...all('civil-service', [
    ['Cabinet Office', 'cabinetoffice.gov.uk', 34],
    ['HM Treasury', 'hmtreasury.gov.uk', 22, 'london'],
    ['Home Office', 'homeoffice.gov.uk', 48],
    ['Ministry of Defence', 'mod.gov.uk', 40],
    ['Ministry of Justice', 'justice.gov.uk', 52],
    ['Department for Education', 'education.gov.uk', 34],
    ['Department of Health and Social Care', 'dhsc.gov.uk', 26],
    ['Department for Work and Pensions', 'dwp.gov.uk', 88],
    ['Department for Environment, Food and Rural Affairs', 'defra.gov.uk', 42],
    ['Department for Transport', 'dft.gov.uk', 24],
    ['Department for Business and Trade', 'businessandtrade.gov.uk', 22],
    ['Department for Science, Innovation and Technology', 'dsit.gov.uk', 18],
    ['Ministry of Housing, Communities and Local Government', 'communities.gov.uk', 24],
    ['HM Revenue and Customs', 'hmrc.gov.uk', 86],
    ['Office for National Statistics', 'ons.gov.uk', 30, 'wales'],
    ['Crown Prosecution Service', 'cps.gov.uk', 20],
    ['National Crime Agency', 'nca.gov.uk', 10],
    ['HM Land Registry', 'landregistry.gov.uk', 16],
    ['Driver and Vehicle Licensing Agency', 'dvla.gov.uk', 20, 'wales'],
    ['HM Courts and Tribunals Service', 'hmcts.gov.uk', 26],
    ['Companies House', 'companieshouse.gov.uk', 12, 'wales'],
    ['UK Health Security Agency', 'ukhsa.gov.uk', 16],
    ['Met Office', 'metoffice.gov.uk', 12, 'south-west'],
    ['Scottish Government', 'gov.scot', 40, 'scotland'],
    ['Social Security Scotland', 'socialsecurity.gov.scot', 14, 'scotland'],
    ['Welsh Government', 'gov.wales', 32, 'wales'],
    ['Department of Finance (Northern Ireland)', 'finance-ni.gov.uk', 14, 'northern-ireland'],
    [
      'Department for Communities (Northern Ireland)',
      'communities-ni.gov.uk',
      10,
      'northern-ireland',
    ],
  ]),
  ...all('other', [
    ['Environment Agency', 'environment-agency.gov.uk', 30],
    ['Health and Safety Executive', 'hse.gov.uk', 12, 'north-west'],
    ['National Highways', 'nationalhighways.co.uk', 14],
    ['Natural Resources Wales', 'naturalresourceswales.gov.uk', 10, 'wales'],
    ['UK Parliament', 'parliament.uk', 10, 'london'],
    ['Transport for London', 'tfl.gov.uk', 18, 'london'],
    ['British Library', 'bl.uk', 8, 'london'],
    ['Ordnance Survey', 'os.uk', 8, 'south-east'],
    ['Greater Manchester Combined Authority', 'greatermanchester-ca.gov.uk', 8, 'north-west'],
    ['London Fire Brigade', 'london-fire.gov.uk', 8, 'london'],
  ]),
  ...all('local-government', [
    ['Leeds City Council', 'leeds.gov.uk', 22, 'yorkshire-and-the-humber'],
    ['Birmingham City Council', 'birmingham.gov.uk', 22, 'west-midlands'],
    ['Bristol City Council', 'bristol.gov.uk', 16, 'south-west'],
    ['Newcastle City Council', 'newcastle.gov.uk', 14, 'north-east'],
    ['Gateshead Council', 'gateshead.gov.uk', 8, 'north-east'],
    ['Durham County Council', 'durham.gov.uk', 12, 'north-east'],
    ['Essex County Council', 'essex.gov.uk', 14, 'east-of-england'],
    ['Kent County Council', 'kent.gov.uk', 14, 'south-east'],
    ['Nottingham City Council', 'nottinghamcity.gov.uk', 10, 'east-midlands'],
    ['Glasgow City Council', 'glasgow.gov.uk', 14, 'scotland'],
    ['Cardiff Council', 'cardiff.gov.uk', 10, 'wales'],
    ['Belfast City Council', 'belfastcity.gov.uk', 8, 'northern-ireland'],
    ['London Borough of Hackney', 'hackney.gov.uk', 12, 'london'],
    ['London Borough of Camden', 'camden.gov.uk', 12, 'london'],
  ]),
  ...all('nhs', [
    ['NHS England', 'england.nhs.uk', 40],
    ['NHS Business Services Authority', 'nhsbsa.nhs.uk', 16, 'north-east'],
    ['Leeds Teaching Hospitals NHS Trust', 'leedsth.nhs.uk', 16, 'yorkshire-and-the-humber'],
    ['NHS Lothian', 'nhslothian.scot.nhs.uk', 10, 'scotland'],
  ]),
  ...all('police', [
    ['Police Scotland', 'scotland.police.uk', 10, 'scotland'],
    ['West Midlands Police', 'westmidlands.police.uk', 10, 'west-midlands'],
  ]),
  ...all('higher-education', [
    ['The Open University', 'open.ac.uk', 10],
    ['University of Leeds', 'leeds.ac.uk', 8, 'yorkshire-and-the-humber'],
  ]),
]

type Row = [name: string, domain: string, weight: number, region?: string]

function all(grades: Employer['grades'], rows: Row[]): Employer[] {
  return rows.map(([name, domain, weight, region]) => ({ name, domain, grades, weight, region }))
}

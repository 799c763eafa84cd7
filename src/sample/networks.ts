import { communities } from './communities.ts'
import { crossGovernment } from './cross-government.ts'
import { moreStaffNetworks } from './more-staff-networks.ts'
import type { SampleNetwork } from './network.ts'
import { pastAndFutureNetworks } from './past-and-future-networks.ts'
import { privateNetworks } from './private-networks.ts'
import { professions } from './professions.ts'
import { staffNetworks } from './staff-networks.ts'

/** Every network of the sample: umbrellas before what is part of them. None of them is a real network. */
export const sampleNetworks: readonly SampleNetwork[] = [
  ...staffNetworks,
  ...moreStaffNetworks,
  ...crossGovernment,
  ...communities,
  ...professions,
  ...privateNetworks,
  ...pastAndFutureNetworks,
]

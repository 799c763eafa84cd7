import type { Tx } from '#kernel/db.ts'
import type { Network } from '#features/networks/index.ts'
import { adopt, draftOrCurrentCharter, fingerprint, writePart, type Clauses } from './charter.ts'
import { groundRules } from './conduct.ts'
import { suggestedConduct } from './draft-questions.ts'

/** A whole charter: ground rules by their keys, and whether to take the code of conduct that we suggest. */
export type WholeCharter = Omit<
  Clauses,
  'ground_rules' | 'code_of_conduct' | 'inviting' | 'allies_see_names'
> & {
  allies_see_names?: boolean
  inviting?: Clauses['inviting']
  rules: readonly string[]
  conduct: boolean
}

/** Writes every part of a charter's draft at once, as the sample needs. As a lead. */
export async function writeCharter(
  tx: Tx,
  network: Network,
  { rules, conduct, ...said }: WholeCharter,
): Promise<void> {
  const opened = fingerprint(await draftOrCurrentCharter(tx, network), 'membership')
  await writePart(tx, network, 'membership', opened, {
    ...said,
    ground_rules: rules.map((key) => groundRules.find((rule) => rule.key === key)!.text),
    code_of_conduct: conduct ? suggestedConduct : '',
  })
}

/** Adopts the draft as it is. As a lead. Out: false when something is missing. */
export async function adoptDraft(tx: Tx, network: Network): Promise<boolean> {
  return adopt(tx, network, fingerprint(await draftOrCurrentCharter(tx, network)))
}

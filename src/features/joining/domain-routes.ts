import { z } from 'zod'
import type { Tx } from '#kernel/db.ts'
import { fill } from '#kernel/forms.ts'
import { redirect, type Ask, type Reply } from '#kernel/http.ts'
import { limit } from '#kernel/limits.ts'
import { askForDomain as askFor } from '#features/organisations/index.ts'
import { readApplication } from './application.ts'
import { domainAskedView, domainView } from './views/domain.ts'

const askForm = z.object({
  reason: z.string().max(500, 'Keep it to 500 characters or fewer').default(''),
})

/** The page for whoever has an address of a domain that is not known. */
export async function showDomain(tx: Tx, ask: Ask): Promise<Reply> {
  const { address, admitted } = await readApplication(tx, ask)
  return address && !admitted
    ? domainView({ domain: domainOf(address) })
    : redirect('/join/details')
}

/** Asks administrators to let a domain in. */
export async function askForDomain(tx: Tx, ask: Ask): Promise<Reply> {
  const { address, admitted } = await readApplication(tx, ask)
  if (!address || admitted) return redirect('/join/details')
  const filled = fill(askForm, ask.body)
  if (!filled.ok) return domainView({ domain: domainOf(address), ...filled })
  await limit(tx, 'ask for a domain', ask.from, 10, 60)
  await askFor(tx, domainOf(address), { address, reason: filled.value.reason })
  return domainAskedView(domainOf(address))
}

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1)

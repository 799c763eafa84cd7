import { drain } from '#kernel/jobs.ts'
import type { TestApp } from './app.ts'
import type { Client } from './client.ts'

/* A list brought through the pages, for tests. */

/** Chooses a file and lets it be read. Out: the address of the list. */
export async function bring(
  app: TestApp,
  lead: Client,
  slug: string,
  file: string | Buffer,
  name = 'list.csv',
): Promise<string> {
  const answer = await lead.upload(`/networks/${slug}/import`, {
    field: 'list',
    name,
    bytes: Buffer.from(file),
  })
  if (answer.status !== 303) throw new Error(`The file was not taken: ${answer.status}`)
  await drain(app)
  return answer.location
}

/** Agrees with the guess which column holds what, or says otherwise. Out: the page after it. */
export async function agree(
  app: TestApp,
  lead: Client,
  address: string,
  otherwise: Record<string, string> = {},
) {
  const page = await lead.get(`${address}/columns`)
  const answer = await lead.post(`${address}/columns`, { ...chosenIn(page.text), ...otherwise })
  await drain(app)
  if (answer.status !== 303) return answer
  const after = await lead.get(answer.location)
  return after.status === 303 ? lead.get(after.location) : after
}

/** Has everyone on the list invited. Out: the page of the result. */
export async function inviteAll(app: TestApp, lead: Client, address: string, note = '') {
  await lead.post(`${address}/check`, { note })
  await drain(app)
  return lead.get(address)
}

/** What is chosen in each list of choices on a page. */
export function chosenIn(page: string): Record<string, string> {
  const selects = page.matchAll(/<select[^>]* name="(\w+)"[^>]*>(.*?)<\/select>/gs)
  return Object.fromEntries(
    [...selects].map(([, name, options]) => [
      name,
      /<option value="(\d*)" selected>/.exec(options!)?.[1] ?? '',
    ]),
  )
}

/** The rows of a table on a page, as text. */
export function tableIn(page: string, caption: string): string[][] {
  const table = page.split('<table').find((each) => each.includes(`>${caption}</caption>`)) ?? ''
  const rows = table.split('</table>')[0]!.split('<tr').slice(2)
  return rows.map((row) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) =>
      cell!
        .replace(/<br>/g, ', ')
        .replace(/<[^>]*>/g, '')
        .trim(),
    ),
  )
}

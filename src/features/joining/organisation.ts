import { fieldError } from '#kernel/forms.ts'
import type { Tx } from '#kernel/db.ts'
import type { FormError } from '#kernel/layout.ts'
import type { Id } from '#kernel/viewer.ts'
import { organisationsMatching } from '#features/organisations/index.ts'

type Named = { id: Id; name: string }

/**
 * The organisation that was typed. One that we do not know counts as another organisation; where several
 * match, the person says which (`choice`: its id, or `other`).
 */
export async function organisationTyped(
  tx: Tx,
  typed: string,
  choice: string,
): Promise<{ organisation: Named | null; errors: FormError[]; matches?: Named[] }> {
  if (!typed) return { organisation: null, errors: [] }
  const matches = await organisationsMatching(tx, typed, 10)
  const exact =
    matches.find((each) => each.name.toLowerCase() === typed.toLowerCase()) ??
    matches.find((each) => each.id === choice)
  if (exact || matches.length < 2 || choice === 'other')
    return { organisation: exact ?? (choice === 'other' ? null : (matches[0] ?? null)), errors: [] }
  return {
    organisation: null,
    matches,
    errors: [fieldError('organisation-choice', 'Select which of these you work for')],
  }
}

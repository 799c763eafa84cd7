import { z } from 'zod'
import { fieldError, type Filled } from '#kernel/forms.ts'
import { one, type Fields, type Upload } from '#kernel/http.ts'
import type { Network } from '#features/networks/index.ts'
import type { Content, Only } from './content.ts'
import type { Mapping } from './mapping.ts'
import { emptyMapping } from './queries.ts'
import { choiceFor } from './reading.ts'
import { kindOf, problems, SpreadsheetError } from './spreadsheet-kind.ts'

/** Reads the form with the file: what can be told without opening it is told at once. */
export function readUpload(file: Upload | undefined): Filled<Upload> {
  const wrong = !file ? 'Select a file' : file.tooLarge ? problems.tooLarge : problemOf(file)
  if (wrong || !file) return { ok: false, typed: {}, errors: [fieldError('list', wrong!)] }
  return { ok: true, typed: {}, errors: [], value: file }
}

function problemOf({ bytes, filename }: Upload): string | undefined {
  try {
    kindOf(bytes, filename)
    return undefined
  } catch (error) {
    if (error instanceof SpreadsheetError) return error.message
    throw error
  }
}

/** Reads which column holds what. Whether people are members or allies is asked where there may be allies. */
export function readColumns(
  body: Fields,
  content: Content,
  network: Network,
  mayBeAlly: boolean,
): Filled<{ mapping: Mapping; only: Only | null }> {
  const chosen = (field: string) => columnIn(one(body, field), content)
  const mapping: Mapping = {
    ...emptyMapping(),
    name: chosen('name'),
    surname: chosen('surname'),
    email: chosen('email'),
    category: mayBeAlly ? chosen('category') : null,
  }
  const column = chosen('only')
  const errors = [
    ...(mapping.name === null ? [fieldError('name', 'Select the column with names')] : []),
    ...(mapping.surname !== null && mapping.surname === mapping.name
      ? [
          fieldError(
            'surname',
            'Select a column for surnames that is not the one for names, or none',
          ),
        ]
      : []),
    ...(mapping.email === null
      ? [fieldError('email', 'Select the column with work email addresses')]
      : []),
    ...(mapping.email !== null && [mapping.name, mapping.surname].includes(mapping.email)
      ? [fieldError('email', 'Select a column for email addresses that does not hold names')]
      : []),
    ...(column !== null && !content.columns[column]!.choices
      ? [fieldError('only', 'Select a column in which the same networks are named again and again')]
      : []),
  ]
  if (errors.length > 0) return { ok: false, typed: body, errors }
  const before = content.only?.column === column ? content.only?.choice : ''
  const only =
    column === null
      ? null
      : { column, choice: before || choiceFor(content.columns[column], network.name) }
  return { ok: true, typed: body, errors, value: { mapping, only } }
}

/** Reads which rows are for this network. */
export function readChoice(body: Fields, content: Content, only: Only): Filled<string> {
  const choice = (content.columns[only.column]?.choices ?? []).find(
    (each) => each === one(body, 'choice'),
  )
  if (choice === undefined)
    return {
      ok: false,
      typed: body,
      errors: [fieldError('choice', 'Select what the rows for your network say')],
    }
  return { ok: true, typed: body, errors: [], value: choice }
}

export const noteForm = z.object({
  note: z.string().max(500, 'Your note must be 500 characters or fewer').default(''),
})

function columnIn(typed: string, content: Content): number | null {
  return /^\d{1,3}$/.test(typed) && Number(typed) < content.columns.length ? Number(typed) : null
}

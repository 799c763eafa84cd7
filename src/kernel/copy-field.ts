import { textarea } from './govuk/all.ts'
import type { Html } from './html.ts'

/** Words ready to copy, and what they are for. `key` is the id of their field, and `rows` its height. */
export type Copy = { key: string; title: string; hint?: string; text: string; rows?: number }

/** Words in a field from which they can be copied: with a script there is a button for it. */
export function copyField({ key, title, hint, text, rows }: Copy): Html {
  return textarea({
    id: key,
    name: key,
    rows: rows ?? Math.min(16, text.split('\n').length + Math.ceil(text.length / 70)),
    label: { text: title, classes: 'govuk-label--s' },
    hint: hint === undefined ? undefined : { text: hint },
    value: text,
    spellcheck: false,
    attributes: { readonly: { value: true, optional: true } },
  })
}

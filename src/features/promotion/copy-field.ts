import { textarea } from '#kernel/govuk/all.ts'
import type { Html } from '#kernel/html.ts'
import type { Copy } from './texts.ts'

/** Words in a field from which they can be copied: with a script there is a button for it. */
export function copyField({ key, title, hint, text, rows }: Copy & { rows?: number }): Html {
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

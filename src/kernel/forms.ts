import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { attributes, html, type Content, type Html } from './html.ts'
import { one, type Fields } from './http.ts'
import type { FormError } from './layout.ts'

/** Stands for the CSRF token until the page is sent: made anew by every process, so nobody can type it. */
export const tokenMark = `token-${randomBytes(12).toString('hex')}`

/** A form that posts. Every form of the product goes through here, so none lacks its token. */
export function form(
  options: { action: string; files?: boolean; id?: string; class?: string },
  ...inside: Content[]
): Html {
  return html`<form${attributes({ action: options.action, method: 'post', novalidate: true, id: options.id, class: options.class, enctype: options.files ? 'multipart/form-data' : undefined })}><input type="hidden" name="token" value="${tokenMark}">${inside}</form>`
}

/** What came of reading a form: its value, or what is wrong, with all that was typed. */
export type Filled<T> =
  | { ok: true; value: T; typed: Fields; errors: FormError[] }
  | { ok: false; typed: Fields; errors: FormError[] }

/** What a page with a form is given to show again: what was typed, and what is wrong with it. */
export type Filling = { typed?: Fields; errors?: FormError[] }

/**
 * Reads what was posted. The schema's messages are the text that people read. Each error links to
 * `#<field>`; a problem of the whole form (no path) links to the first field.
 */
export function fill<S extends z.ZodType>(schema: S, body: Fields): Filled<z.output<S>> {
  const result = schema.safeParse(body)
  if (result.success) return { ok: true, value: result.data, typed: body, errors: [] }
  const seen = new Set<string>()
  const errors: FormError[] = []
  for (const issue of result.error.issues) {
    const field = String(issue.path[0] ?? Object.keys(body)[0] ?? 'main-content')
    if (seen.has(field)) continue
    seen.add(field)
    errors.push({ text: issue.message, href: `#${field}` })
  }
  return { ok: false, typed: body, errors }
}

/** What every question for one line or more has, as govuk components take it: its name, what was typed, and what is wrong. */
export function field(name: string, { typed = {}, errors }: Filling) {
  return { id: name, name, value: one(typed, name), errorMessage: errorFor(errors, name) }
}

/** An answer in words: what to say when it is missing ('' when it may be), what it is called, how long it may be. */
export const text = (missing: string, subject: string, most: number) =>
  z
    .string(missing)
    .min(missing ? 1 : 0, missing)
    .max(most, `${subject} must be ${most} characters or fewer`)

/** One of the keys of a list of words, and what to say when it is none. */
export const choice = <K extends string>(words: Record<K, unknown>, missing: string) =>
  z.string(missing).transform((typed, context) => {
    if (Object.hasOwn(words, typed)) return typed as K
    context.addIssue({ code: 'custom', message: missing })
    return z.NEVER
  })

/** One error that a form's own checks found. */
export const fieldError = (field: string, text: string): FormError => ({ text, href: `#${field}` })

/** The error of a field, as govuk components take it. */
export function errorFor(
  errors: readonly FormError[] | undefined,
  field: string,
): { text: string } | undefined {
  const found = errors?.find((error) => error.href === `#${field}`)
  return found && { text: found.text }
}

const safe = Symbol('safe')

/** A piece of HTML that is safe to send: made by `html` or vouched for by `raw`. */
export type Html = { readonly [safe]: string; toString(): string }

/** What may stand in a `${…}` of an html template. Strings are escaped; `false`, `null` and `undefined` print nothing. */
export type Content =
  | Html
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | readonly Content[]

/**
 * A page, or a piece of one. Every value is escaped unless it is itself Html; lists are joined.
 * Always quote attributes: `<a href="${address}">`.
 */
export function html(strings: TemplateStringsArray, ...values: Content[]): Html {
  let text = strings[0]!
  for (let i = 0; i < values.length; i++) text += print(values[i]) + strings[i + 1]!
  return raw(text)
}

/** Marks text as HTML that needs no escaping. Only for markup that holds nothing a person typed. */
export function raw(text: string): Html {
  return { [safe]: text, toString: ownText }
}

function ownText(this: Html): string {
  return this[safe]
}

/** Whether a value is Html rather than plain text. */
export function isHtml(value: unknown): value is Html {
  return typeof value === 'object' && value !== null && safe in value
}

/** `{ id: 'a', hidden: true, title: undefined }` → ` id="a" hidden`. Undefined, null and false are left out. */
export function attributes(
  of: Record<string, string | number | boolean | null | undefined> = {},
): Html {
  let text = ''
  for (const [name, value] of Object.entries(of)) {
    if (value === true) text += ` ${name}`
    else if (value !== undefined && value !== null && value !== false)
      text += ` ${name}="${escape(String(value))}"`
  }
  return raw(text)
}

/** Escapes text for an element or a quoted attribute. */
export function escape(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => entities[character]!) : text
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function print(value: Content): string {
  if (typeof value === 'string') return escape(value)
  if (value === null || value === undefined || typeof value === 'boolean') return ''
  if (Array.isArray(value)) {
    let text = ''
    for (const item of value) text += print(item)
    return text
  }
  return isHtml(value) ? value[safe] : String(value)
}

import { escape, html, type Html, isHtml, raw } from '#kernel/html.ts'
import { classes, type TextOrHtml } from './content.ts'

type Value = string | number | boolean | null | undefined

/**
 * Extra attributes of an element, as govuk-frontend reads them: `true` prints `name="true"`,
 * `false` prints `name="false"` and undefined prints `name=""`. For an attribute that may be left
 * out, or that has no value, give `{ value, optional: true }`.
 */
export type Attributes = Readonly<Record<string, Value | { value: Value; optional?: boolean }>>

/** Prints the attributes a caller gave. Attributes that are Html are printed already. */
export function given(attributes: Attributes | Html | undefined): Html {
  if (!attributes) return none
  if (isHtml(attributes)) return attributes
  let text = ''
  for (const [name, item] of Object.entries(attributes)) {
    const { value, optional } =
      typeof item === 'object' && item ? item : { value: item, optional: false }
    const isEmpty = value === undefined || value === null || value === false
    if (optional && value === true) text += ` ${escape(name)}`
    else if (!optional || !isEmpty) text += ` ${escape(name)}="${escape(String(value ?? ''))}"`
  }
  return raw(text)
}

/** What a caller may add to an element. */
export type Dressing = { classes?: string; attributes?: Attributes }

/** What is given for an element with words in it. */
export type Worded = TextOrHtml & Dressing

/** Prints the class of an element, then the classes and the attributes that the caller adds. */
export function dressed(name: string, added: Dressing = {}): Html {
  return html` class="${classes(name, added.classes)}"${given(added.attributes)}`
}

/**
 * Prints attributes that a component sets itself. Those that are empty or false are left out;
 * `true` prints the name alone.
 */
export function filled(attributes: Readonly<Record<string, Value>>): Html {
  let text = ''
  for (const [name, value] of Object.entries(attributes)) {
    if (value) text += value === true ? ` ${name}` : ` ${name}="${escape(String(value))}"`
  }
  return raw(text)
}

/** A choice that a script reads: `true`, `false`, or nothing when it was not made. */
export function spelled(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : String(value)
}

/**
 * The words of a component's script: one message, or one for each plural rule of the language
 * (`one`, `other`).
 */
export type Messages = string | Readonly<Record<string, string>>

/** Prints the data attributes by which a component's script finds its words. */
export function translation(key: string, messages: Messages | undefined): Html {
  if (!messages) return none
  if (typeof messages === 'string') return filled({ [`data-i18n.${key}`]: messages })
  let text = ''
  for (const [rule, message] of Object.entries(messages)) {
    text += ` data-i18n.${key}.${escape(rule)}="${escape(message)}"`
  }
  return raw(text)
}

const none = raw('')

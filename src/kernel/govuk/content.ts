import type { Content, Html } from '#kernel/html.ts'

/** Something that may be left out, so that callers can write `mayChange && { … }`. */
export type Maybe<T> = T | false | null | undefined | ''

/** What a caller gives to be read: plain text, which is escaped, or Html, which wins over text. */
export type TextOrHtml = { text?: Maybe<string | number>; html?: Maybe<Html> }

/** Prints the Html if there is any, the text otherwise. */
export function content(of: Maybe<TextOrHtml>): Content {
  return of ? either(of.html, of.text) : ''
}

/** The same, for components that name the two otherwise, such as `titleHtml` and `titleText`. */
export function either(html: Maybe<Html>, text: Maybe<string | number>): Content {
  return isFilled(html) ? html : text
}

/** Whether there is anything to read. */
export function hasContent(of: Maybe<TextOrHtml>): boolean {
  return Boolean(of && (of.text || isFilled(of.html)))
}

/** Whether there is any Html. */
export function isFilled(html: Maybe<Html>): html is Html {
  return Boolean(html && html.toString())
}

/** The items that are there. */
export function present<T extends object>(items: readonly Maybe<T>[] | undefined): T[] {
  return (items ?? []).filter((item): item is T => Boolean(item))
}

/** Joins class names, leaving out those that are empty. */
export function classes(...names: Maybe<string>[]): string {
  return names.filter(Boolean).join(' ')
}

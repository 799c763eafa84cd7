import { html } from '#kernel/html.ts'
import type { Ask, View } from '#kernel/http.ts'
import { heading } from '#kernel/pieces.ts'

/** A link that leads nowhere for the viewer: the same whether it never was, was retired, or is for others. */
export function nowhereView(ask: Ask): View {
  const next = encodeURIComponent(ask.path)
  const signIn =
    ask.viewer.kind !== 'person' &&
    html`<p class="govuk-body">Some networks are shown only to people who are signed in. If that may be so, <a class="govuk-link" href="/sign-in?next=${next}">sign in</a>, and we will try the link again.</p>`
  return {
    title: 'This link does not lead anywhere',
    status: 404,
    robots: 'none',
    body: html`${heading('This link does not lead anywhere')}
      <p class="govuk-body">If you typed it, check each letter. The poster or message that it is from may also be an old one.</p>
      ${signIn}
      <p class="govuk-body"><a class="govuk-link" href="/networks">See the networks</a></p>`,
  }
}

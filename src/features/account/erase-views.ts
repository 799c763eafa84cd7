import { form } from '#kernel/forms.ts'
import { button, details, warningText } from '#kernel/govuk/all.ts'
import { html } from '#kernel/html.ts'
import type { View } from '#kernel/http.ts'
import { actions, heading } from '#kernel/pieces.ts'

/** Asks before everything about someone is erased. */
export function eraseView({
  networks,
  onlyAdministrator,
  what,
}: {
  networks: number
  onlyAdministrator: boolean
  what: string[]
}): View {
  return {
    title: 'Erase your account',
    back: '/account',
    body: html`${heading('Erase your account')}
      <p class="govuk-body">This happens at once:</p>
      <ul class="govuk-list govuk-list--bullet">
        ${networks > 0 && html`<li>you leave ${networks === 1 ? 'the network' : `all ${networks} networks`} you are in or have asked to join, and nobody is told who left</li>`}
        <li>your name, your email address and everything else that says who you are is erased</li>
        <li>you are signed out, here and everywhere</li>
      </ul>
      <p class="govuk-body">You can make a new account later, but it will know nothing of this one. If you only want to leave one network, <a class="govuk-link" href="/account/privacy">do that on its own page</a>.</p>
      ${details({ summaryText: 'All that is erased', html: html`<ul class="govuk-list govuk-list--bullet">${what.map((each) => html`<li>${each}</li>`)}</ul><p class="govuk-body">Copies in backups go when the backups do. Emails that have been sent stay with those who received them.</p>` })}
      ${onlyAdministrator && html`<p class="govuk-body">You are the only administrator here. Once you have gone, whoever runs the server can make another, with the link that it prints when it starts.</p>`}
      ${warningText({ text: 'This cannot be undone. Not by us, either.' })}
      ${form(
        { action: '/account/erase' },
        actions(
          button({
            text: 'Erase my account',
            classes: 'govuk-button--warning',
            preventDoubleClick: true,
          }),
          html`<a class="govuk-link" href="/account/data">Take a copy first</a>`,
          html`<a class="govuk-link" href="/account">Keep my account</a>`,
        ),
      )}`,
  }
}

/** Whoever leads a network alone hands over first: which, and where. */
export function leadsAloneView(networks: { slug: string; name: string }[]): View {
  const several = networks.length > 1
  return {
    title: 'Someone has to take over first',
    status: 409,
    back: '/account',
    body: html`${heading('Someone has to take over first')}
      <p class="govuk-body">You are the only lead of ${several ? 'these networks' : 'this network'}. If your account went now, nobody could let people in, or close ${several ? 'them' : 'it'}. Nothing has been erased.</p>
      <ul class="govuk-list govuk-list--bullet">${networks.map(({ slug, name }) => html`<li>${name}: <a class="govuk-link" href="/networks/${slug}/roles">make someone else a lead<span class="govuk-visually-hidden"> of ${name}</span></a>, or <a class="govuk-link" href="/networks/${slug}/settings">close it in its settings<span class="govuk-visually-hidden"> (${name})</span></a></li>`)}</ul>
      <p class="govuk-body">Then come back to <a class="govuk-link" href="/account/erase">erase your account</a>.</p>`,
  }
}

/** Goodbye, once everything is erased. */
export function erasedView(): View {
  return {
    title: 'Your account has been erased',
    robots: 'none',
    body: html`${heading('Your account has been erased')}
      <p class="govuk-body">You have left your networks, and nothing here says who you were. Thank you for having been part of it.</p>
      <p class="govuk-body">If you ever want to come back, you are welcome: <a class="govuk-link" href="/join">join again</a>, like anyone new.</p>`,
  }
}

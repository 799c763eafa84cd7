import { form } from '#kernel/forms.ts'
import { button, details, insetText } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import type { Ask, View } from '#kernel/http.ts'
import type { Email } from '#kernel/mail.ts'
import { emailShown } from '#kernel/mail/shown.ts'
import { actions, heading } from '#kernel/pieces.ts'
import { prose } from '#kernel/prose.ts'
import { networkBand, type Network } from '#features/networks/index.ts'
import { exampleEmail } from './emails.ts'
import type { Wanted } from './forms.ts'
import { takenFor } from './guard.ts'
import type { Inviter } from './sendings.ts'

const shown = 20

/** The email as it will be read, to whom it goes, and a kind word where the note may hurt. */
export function checkView(
  ask: Ask,
  network: Network,
  { people, again, note }: Wanted,
  by: Inviter | undefined,
): View {
  const home = `/networks/${network.slug}/invitations`
  const hurtful = takenFor(note)
  const [first] = people
  const email = exampleEmail(
    { ...network, origin: by ? 'member' : 'lead' },
    { name: first!.name, address: first!.address, note, from: by?.name },
  )
  const to = people.length === 1 ? '1 person' : `${people.length.toLocaleString('en-GB')} people`
  return {
    title: 'Check before you send',
    section: network.name,
    network: networkBand(ask, network, network.leads ? 'invitations' : ''),
    back: { href: home, text: 'Change' },
    robots: 'none',
    body: html`${heading('Check before you send')}
      <p class="govuk-body">This email goes to ${to}, to each alone.${again > 0 && ` ${again === 1 ? 'One address' : `${again.toLocaleString('en-GB')} addresses`} stood in your list again, and ${again === 1 ? 'counts' : 'count'} once.`}${network.status !== 'live' && ' It goes out when the network goes live.'}</p>
      ${details({ summaryText: 'See who gets it', html: html`<ul class="govuk-list gh-break">${people.slice(0, shown).map(({ name, address }) => html`<li>${name ? `${name}, ${address}` : address}</li>`)}${people.length > shown && html`<li>and ${(people.length - shown).toLocaleString('en-GB')} more</li>`}</ul>` })}
      ${hurtful.length > 0 && warning(hurtful)}
      ${emailPreview(email)}
      ${network.sensitive && note && html`${heading('On the page of the invitation', { level: 2 })}<p class="govuk-body">The email does not show your note. The page behind its button does:</p>${insetText({ html: prose(note) })}`}
      ${form(
        { action: home },
        html`<input type="hidden" name="checked" value="yes">`,
        actions(
          button({
            text: hurtful.length > 0 ? 'Send anyway' : `Send to ${to}`,
            preventDoubleClick: true,
          }),
          html`<a class="govuk-link" href="${home}">${hurtful.length > 0 ? 'Change the note' : 'Change it'}</a>`,
        ),
      )}`,
  }
}

function warning(words: readonly string[]): Html {
  return insetText({
    html: html`${heading('Could this hurt?', { level: 2, size: 's' })}
      <p class="govuk-body">You wrote ${words.map((each, i) => html`${i > 0 && ', '}<strong>“${each}”</strong>`)}. It may tell people what you take them for, and others may read it too. Say what the network does and why you like it, and let them decide.</p>
      <p class="govuk-body">If it is fine as it is, send it.</p>`,
  })
}

/** An email as people will read it, as part of a page: its button leads nowhere. */
function emailPreview({ subject, blocks }: Email): Html {
  return html`<section aria-labelledby="email" class="gh-empty">
<h2 class="govuk-heading-m" id="email">The email</h2>
<p class="govuk-body"><strong>Subject:</strong> ${subject}</p>
${emailShown(blocks)}
</section>`
}

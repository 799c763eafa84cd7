import { longDate } from '#kernel/clock.ts'
import { form } from '#kernel/forms.ts'
import { button, details } from '#kernel/govuk/all.ts'
import { html } from '#kernel/html.ts'
import type { View } from '#kernel/http.ts'
import { actions, heading } from '#kernel/pieces.ts'
import { prose } from '#kernel/prose.ts'
import type { Network } from '#features/networks/index.ts'
import type { Invitation } from './queries.ts'
import { isDiscreet } from './sendings.ts'

/** What someone sees who opens the link of their invitation. */
export function invitationView({
  network,
  invitation,
  token,
}: {
  network: Network
  invitation: Invitation
  token: string
}): View {
  const { content, origin } = invitation
  return {
    title: 'You are invited',
    robots: 'none',
    network: { name: network.name, slug: network.slug, sensitive: network.sensitive },
    body: html`${heading(`You are invited to join ${network.name}`)}
      ${network.purpose && prose(network.purpose)}
      ${network.audience && html`<p class="govuk-body"><strong>Who it is for:</strong> ${network.audience}</p>`}
      ${content?.note && html`${heading(content.from ? `A note from ${content.from}` : origin === 'member' ? 'A note from a member' : 'A note from the network', { level: 2 })}<div class="govuk-inset-text">${prose(content.note)}</div>`}
      ${heading('Before you decide', { level: 2 })}
      <ul class="govuk-list govuk-list--bullet">
        <li>Anyone may be invited. It says nothing about you, and nobody will ask you to prove anything.</li>
        <li>${namesSeen[network.names]}</li>
        <li>${whatIsTold(network, origin)}</li>
        <li>You can leave at any time, at once, without a reason.</li>
      </ul>
      ${form(
        { action: `/invitations/${token}` },
        actions(
          button({ text: 'Join', name: 'answer', value: 'yes', preventDoubleClick: true }),
          button({
            text: 'No, thank you',
            name: 'answer',
            value: 'no',
            classes: 'govuk-button--secondary',
            preventDoubleClick: true,
          }),
        ),
        html`<p class="govuk-body"><button class="gh-link-button" name="answer" value="never">Never ask me again, from any network</button></p>`,
      )}
      ${details({ summaryText: 'If you say no', text: 'We forget your name and address. We keep only a scrambled mark of the address, so that this network cannot invite you again; or no network can, if you want that. Whoever invited you is not told.' })}`,
  }
}

/** Said no: to this network, or to all of them. */
export function declinedView({ token, isRefusal }: { token: string; isRefusal: boolean }): View {
  return {
    title: 'Thank you for answering',
    robots: 'none',
    body: html`${heading('Thank you for answering')}
      <p class="govuk-body">We have forgotten your name and address, and ${isRefusal ? 'no network' : 'this network'} will${isRefusal ? '' : ' not'} invite you again. Whoever invited you is not told.</p>
      ${
        isRefusal
          ? html`<p class="govuk-body">If you change your mind, sign in and say so in <a class="govuk-link" href="/account/invitations">your account</a>.</p>`
          : html`${form({ action: `/invitations/${token}` }, html`<p class="govuk-body"><button class="gh-link-button" name="answer" value="never">Never ask me again, from any network</button></p>`)}
          <p class="govuk-body">If you change your mind, you can still <a class="govuk-link" href="/networks">look at the networks</a> that are open to everyone.</p>`
      }`,
  }
}

/** The link is to another address than the one that is signed in: it opens nothing but asking. */
export function otherAddressView({
  network,
  email,
  token,
}: {
  network: Network
  email: string
  token: string
}): View {
  return {
    title: 'This invitation is for another address',
    robots: 'none',
    body: html`${heading('This invitation is for another address')}
      <p class="govuk-body gh-break">You are signed in as ${email}, and this invitation went to someone else, or to another address of yours. Only the address that it went to can use it.</p>
      <p class="govuk-body">If it is yours, sign out, then open the link again. If someone passed it on to you, ${network.joining === 'invitation' ? 'ask them to have one sent to you.' : 'you can ask to join.'}</p>
      ${network.joining !== 'invitation' && form({ action: `/invitations/${token}` }, button({ text: 'Ask to join', name: 'answer', value: 'yes', classes: 'govuk-button--secondary', preventDoubleClick: true }))}`,
  }
}

/** Nothing to answer: it is over, or the network is not open. */
export function overView(status: string): View {
  const waits = status === 'waiting'
  const title = waits ? 'It is too early to join' : 'This invitation is over'
  return {
    title,
    robots: 'none',
    status: waits ? 200 : 410,
    body: html`${heading(title)}
      ${
        waits
          ? html`<p class="govuk-body">The network that invites you is not open at the moment. Keep the email, and come back later.</p>`
          : html`<p class="govuk-body">An invitation works once, for 30 days, and can be taken back. If you have joined with it, <a class="govuk-link" href="/sign-in">sign in</a> to see your networks.</p>
          <p class="govuk-body">If you still want to join, ask the person who told you about the network for another one.</p>`
      }`,
  }
}

/** Whether somebody wants to be invited at all: a page of their account. */
export function wishView(since: string | undefined): View {
  return {
    title: 'Invitations',
    robots: 'none',
    back: { href: '/account', text: 'Your account' },
    body: html`${heading('Invitations')}
      <p class="govuk-body">${
        since
          ? `Since ${longDate(since)} no network may invite you. You can still find networks and join them yourself.`
          : 'Networks may invite you by email. An invitation says nothing about you, and you can say no to each.'
      }</p>
      ${form(
        { action: '/account/invitations' },
        html`<input type="hidden" name="wish" value="${since ? 'some' : 'none'}">`,
        button({
          text: since ? 'Let networks invite me' : 'Do not invite me to anything',
          classes: 'govuk-button--secondary',
          preventDoubleClick: true,
        }),
      )}
      <p class="govuk-hint">We keep this as a scrambled mark of your address, and nothing else.</p>`,
  }
}

const namesSeen: Record<Network['names'], string> = {
  members:
    'If you join, other members can see your name. You can choose another name for this network.',
  leads: 'If you join, only the leads of the network see your name.',
  nobody: 'If you join, nobody sees a list of names, not even the leads.',
}

function whatIsTold(network: Network, origin: string): string {
  const tells = origin === 'member' && network.names === 'members' && !isDiscreet(network)
  return tells
    ? 'If you join, whoever invited you can see that you did. If you say no, nobody is told.'
    : 'Whoever invited you is not told what you answer.'
}

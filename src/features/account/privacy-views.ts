import { summaryList } from '#kernel/govuk/all.ts'
import { html, type Content } from '#kernel/html.ts'
import type { View } from '#kernel/http.ts'
import type { Keys } from '#kernel/keys.ts'
import { empty, heading } from '#kernel/pieces.ts'
import { openCard } from '#features/members/index.ts'
import type { InNetwork } from './mine.ts'

/** Who sees what of the person, in words made from the settings of each network. */
export function privacyView(
  networks: InNetwork[],
  keys: Keys,
  emailsReadBy: string | undefined,
): View {
  return {
    title: 'Who sees what of you',
    breadcrumbs: [{ text: 'Your account', href: '/account' }],
    body: html`${heading('Who sees what of you')}
      <p class="govuk-body">Each network sees only its own part. No network can see which others you are in.</p>
      ${networks.length === 0 ? nobody : networks.map((network) => inNetwork(network, keys))}
      ${heading('Outside your networks', { level: 2 })}
      <ul class="govuk-list govuk-list--bullet">
        <li>Your employer, its equality team and other organisations see numbers of members at most, never who they are.</li>
        <li>Administrators here look after organisations and email domains. They cannot open the list of members of any network. ${emailsReadBy}</li>
        <li>Names, email addresses and answers are encrypted. So is the link between you and each network: a stolen copy of the database does not tell who is in what.</li>
      </ul>
      <p class="govuk-body"><a class="govuk-link" href="/account/data">See all that is held about you</a></p>`,
  }
}

const nobody = empty({
  heading: 'You are in no network yet',
  body: 'Once you join one, this page says who in it can see your name and your answers, and who cannot.',
  action: html`<a class="govuk-link" href="/networks">Find a network</a>`,
})

function inNetwork(network: InNetwork, keys: Keys): Content {
  const card = network.card && openCard(keys, network.network, network.membership, network.card)
  const shown = card && [card.name, card.organisation?.name].filter(Boolean).join(', ')
  return summaryList({
    card: {
      title: { text: network.name },
      actions: {
        items:
          network.status === 'active'
            ? [{ href: `/networks/${network.slug}/membership`, text: 'Change' }]
            : [],
      },
    },
    rows: [
      {
        key: { text: 'You are shown as' },
        value: {
          html: html`${shown}${card?.own && html`<br><span class="govuk-hint">A name you chose for this network alone</span>`}`,
        },
      },
      { key: { text: 'Who sees your name' }, value: { text: whoSeesName(network) } },
      network.answers > 0 && {
        key: { text: 'Who sees your answers' },
        value: { text: whoSeesAnswers(network) },
      },
      network.publicly !== null && {
        key: { text: 'In public' },
        value: {
          text: `Everyone who can find the network sees that ${network.publicly} has a role in it. You agreed to that, and can take it back.`,
        },
      },
      {
        key: { text: 'Who can find the network' },
        value: {
          text: network.open
            ? finders[network.findable]
            : 'Only its members. It has not been opened to others yet.',
        },
      },
    ],
  })
}

function whoSeesName({ status, names, sensitive, role }: InNetwork): string {
  if (status !== 'active')
    return 'Its leads, so that they can decide. With it they see your organisation, region and grade, if you gave them.'
  if (names === 'members' && !sensitive)
    return 'All its members. With it they see your organisation. Only its leads see your region and grade, if you gave them.'
  if (names !== 'nobody') return 'Only its leads. Other members do not see that you are there.'
  return role
    ? 'Only its leads, because you have a role or offered to take one on. Nobody else sees a name.'
    : 'Nobody, not even its leads. They see only how many members there are.'
}

function whoSeesAnswers({ status, names, role }: InNetwork): string {
  return status === 'active' && names === 'nobody' && !role
    ? 'Only its leads, and without your name.'
    : 'Only its leads.'
}

const finders: Record<InNetwork['findable'], string> = {
  everyone: 'Everyone. That it exists is no secret; that you are in it is for those above.',
  'signed-in': 'People who are signed in.',
  organisations: 'People of the organisations it names.',
  invited: 'Only people it invites. To everyone else it looks as if it did not exist.',
}

import { form } from '#kernel/forms.ts'
import { button, summaryList } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import type { View } from '#kernel/http.ts'
import { heading } from '#kernel/pieces.ts'
import { answerField } from '#features/members/index.ts'
import { givenTo, type Application, type Given } from '../application.ts'
import { fieldsOf } from '../forms.ts'
import type { Chosen } from '../queries.ts'
import { howToJoin, whoSees } from '../words.ts'

/** Who joins, as they will be seen. */
export type About = { name: string; address: string; organisation: string }

/** The answers once more, each with a way to change it, and who will see what. */
export function checkView({
  networks,
  application,
  about,
  signedIn,
  emailsReadBy,
}: {
  networks: Chosen[]
  application: Application
  about: About
  signedIn: boolean
  emailsReadBy: string | undefined
}): View {
  return {
    title: 'Check your answers',
    back: '/join/details',
    robots: 'none',
    body: html`${heading('Check your answers')}
      ${aboutYou(about, signedIn)}
      ${networks.map((network) => aboutNetwork(network, givenTo(application, network), about))}
      <p class="govuk-body"><a class="govuk-link" href="/join">Choose other networks</a></p>
      ${heading('What nobody sees', { level: 2 })}
      <p class="govuk-body">No network learns which others you join. ${emailsReadBy ? `Your employer cannot see which networks you are in. ${emailsReadBy}` : 'Your employer, and the people who run this site, cannot see which networks you are in.'} Your email address is shown to no one.</p>
      <p class="govuk-body">You can leave any network at any time, at once.</p>
      ${!signedIn && html`<p class="govuk-body">When you press Join, we send a code to your email address, to be sure that it is you.</p>`}
      ${form({ action: '/join/check' }, button({ text: 'Join', preventDoubleClick: true }))}`,
  }
}

function aboutYou({ name, address, organisation }: About, signedIn: boolean): Html {
  const where = signedIn ? '/account' : '/join/details'
  return summaryList({
    card: { title: { text: 'You' } },
    rows: [
      row('Full name', name, `${where}#name`),
      row('Work email address', address, signedIn ? undefined : `${where}#email`),
      row('Organisation', organisation || 'Not known', `${where}#organisation`),
    ],
  })
}

function aboutNetwork(network: Chosen, given: Given, about: About): Html {
  const names = fieldsOf(network.slug)
  const link = (field: string) => `/join/details#${field}`
  return summaryList({
    card: { title: { text: network.name } },
    rows: [
      row('How you join', howToJoin(network)),
      network.allies &&
        row(
          'You join as',
          given.category === 'ally' ? 'An ally' : 'A member',
          link(names.category),
        ),
      ...network.questions.map((question) =>
        row(
          question.text,
          given.answers.find((answer) => answer.question === question.id)?.text ?? 'No answer',
          link(answerField(question)),
        ),
      ),
      network.conduct !== '' && row('Code of conduct', 'Accepted', link(names.conduct)),
      row('Name this network sees', given.displayName || about.name, link(names.displayName)),
      {
        key: { text: 'Who sees what' },
        value: {
          html: html`${whoSees(network, given).map((line) => html`<p class="govuk-body">${line}</p>`)}`,
        },
      },
    ],
  })
}

function row(key: string, value: string, change?: string) {
  const shown = value.split('\n').map((line, i) => html`${i > 0 && html`<br>`}${line}`)
  return {
    key: { text: key },
    value: { html: html`<span class="gh-break">${shown}</span>` },
    actions: change
      ? { items: [{ href: change, text: 'Change', visuallyHiddenText: key.toLowerCase() }] }
      : undefined,
  }
}

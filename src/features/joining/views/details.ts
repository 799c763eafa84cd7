import { errorFor, field, form } from '#kernel/forms.ts'
import { button, checkboxes, details, input, radios } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { all, one, type Fields, type View } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { heading } from '#kernel/pieces.ts'
import { prose } from '#kernel/prose.ts'
import { answerFields, typedAnswers } from '#features/members/index.ts'
import { givenTo, type Application, type Given } from '../application.ts'
import { fieldsOf } from '../forms.ts'
import type { Chosen } from '../queries.ts'
import { howToJoin } from '../words.ts'

export type Matches = { id: string; name: string }[]

type Filling = {
  networks: Chosen[]
  application: Application
  signedIn: boolean
  typed?: Fields
  errors?: FormError[]
  matches?: Matches
}

/** About the person, once; then what each network asks, under its own heading. */
export function detailsView({
  networks,
  application,
  signedIn,
  typed,
  errors = [],
  matches,
}: Filling): View {
  const values = typed ?? typedBefore(application, networks)
  const title = signedIn ? 'What the networks ask' : 'Your details'
  return {
    title,
    errors,
    back: '/join',
    robots: 'none',
    body: html`${heading(title)}
      ${!signedIn && html`<p class="govuk-body">If you have joined a network here before, <a class="govuk-link" href="/sign-in?next=/join/check">sign in</a> and skip this page.</p>`}
      ${form(
        { action: '/join/details' },
        !signedIn && aboutPerson(values, errors, matches),
        networks.map((network) => aboutNetwork(network, values, errors)),
        button({ text: 'Continue', preventDoubleClick: true }),
      )}`,
  }
}

function aboutPerson(values: Fields, errors: FormError[], matches: Matches | undefined): Html {
  const text = (name: string) => field(name, { typed: values, errors })
  return html`
    ${input({ ...text('name'), label: { text: 'Full name' }, autocomplete: 'name', spellcheck: false })}
    ${input({ ...text('email'), type: 'email', label: { text: 'Work email address' }, hint: { text: 'We send a code to it. Networks do not show it to anyone.' }, autocomplete: 'email', spellcheck: false })}
    ${input({ ...text('organisation'), label: { text: 'Organisation' }, hint: { text: 'Leave this empty if your email address shows where you work.' }, autocomplete: 'organization', spellcheck: false })}
    ${
      matches &&
      radios({
        name: 'organisation-choice',
        fieldset: { legend: { text: 'Which of these do you work for?' } },
        errorMessage: errorFor(errors, 'organisation-choice'),
        value: one(values, 'organisation-choice'),
        items: [
          ...matches.map((each) => ({ value: each.id, text: each.name })),
          { divider: 'or' },
          { value: 'other', text: 'Another organisation' },
        ],
      })
    }`
}

function aboutNetwork(network: Chosen, values: Fields, errors: FormError[]): Html {
  const fields = fieldsOf(network.slug)
  return html`<section aria-labelledby="about-${network.slug}">
    <hr class="govuk-section-break govuk-section-break--m govuk-section-break--visible">
    ${heading(network.name, { level: 2, id: `about-${network.slug}` })}
    <p class="govuk-body">${howToJoin(network)} ${network.joining !== 'open' && network.reason}</p>
    ${network.allies && memberOrAlly(network, values, errors)}
    ${answerFields(network.questions, values, errors)}
    ${network.conduct && codeOfConduct(network, values, errors)}
    ${details({
      summaryHtml: html`Use another name in this network<span class="govuk-visually-hidden">: ${network.name}</span>`,
      open: one(values, fields.displayName) !== '',
      html: input({
        id: fields.displayName,
        name: fields.displayName,
        label: { text: `Name for ${network.name} (optional)` },
        hint: { text: 'This network then sees this name in place of your full name.' },
        spellcheck: false,
        value: one(values, fields.displayName),
        errorMessage: errorFor(errors, fields.displayName),
      }),
    })}
  </section>`
}

function memberOrAlly(network: Chosen, values: Fields, errors: FormError[]): Html {
  const name = fieldsOf(network.slug).category
  return radios({
    name,
    fieldset: {
      legend: {
        html: html`How do you want to join<span class="govuk-visually-hidden"> ${network.name}</span>?`,
      },
    },
    errorMessage: errorFor(errors, name),
    value: one(values, name),
    items: [
      {
        value: 'member',
        text: 'As a member',
        hint: {
          text: 'The network is for you. You decide that yourself, and nobody asks for proof.',
        },
      },
      {
        value: 'ally',
        text: 'As an ally',
        hint: {
          text: `You support the people whom it is for.${network.alliesLimited ? ' You may have to wait for a place.' : ''}`,
        },
      },
    ],
  })
}

function codeOfConduct(network: Chosen, values: Fields, errors: FormError[]): Html {
  const name = fieldsOf(network.slug).conduct
  return html`${details({ summaryHtml: html`Code of conduct<span class="govuk-visually-hidden"> of ${network.name}</span>`, html: prose(network.conduct) })}
    ${checkboxes({ name, errorMessage: errorFor(errors, name), values: all(values, name), items: [{ value: 'yes', html: html`I accept the code of conduct<span class="govuk-visually-hidden"> of ${network.name}</span>` }] })}`
}

/** What was filled in before, as the fields of the form. */
function typedBefore(application: Application, networks: readonly Chosen[]): Fields {
  const fields: Fields = {
    name: application.name,
    email: application.address,
    organisation: application.typedOrganisation,
  }
  for (const network of networks)
    Object.assign(fields, networkFields(network, givenTo(application, network)))
  return fields
}

function networkFields(network: Chosen, given: Given): Fields {
  const names = fieldsOf(network.slug)
  return {
    [names.category]: given.category ?? '',
    [names.conduct]: given.conduct ? 'yes' : '',
    [names.displayName]: given.displayName,
    ...typedAnswers(network.questions, given.answers),
  }
}

import { errorFor, field, form } from '#kernel/forms.ts'
import {
  button,
  checkboxes,
  details,
  input,
  insetText,
  radios,
  textarea,
} from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { one, type Ask, type Fields, type View } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { actions, empty, heading } from '#kernel/pieces.ts'
import {
  answerFields,
  mostQuestions,
  type Question,
  type QuestionKind,
} from '#features/members/index.ts'
import { backToManage, networkBand, type Network } from '#features/networks/index.ts'
import { questionKinds } from './forms.ts'

/** What a network asks of those who join, for its leads. */
export function questionsView(ask: Ask, network: Network, questions: readonly Question[]): View {
  return {
    title: 'Joining questions',
    section: network.name,
    network: networkBand(ask, network, 'manage'),
    back: backToManage(network),
    body: html`${heading('Joining questions')}
      <p class="govuk-body">What you ask people when they join. Only the leads of this network see the answers. Each question costs you some people who give up, so ask what you will use.</p>
      ${guidance()}
      ${
        questions.length === 0
          ? empty({
              heading: 'You ask nothing yet',
              body: 'That is fine: name, email address and organisation are asked anyway. A good first question is “What would you like from this network?”',
              action: addButton(network, 'Add a question'),
            })
          : html`<ol class="govuk-list">${questions.map((question, i) => questionItem(network, question, i, questions.length))}</ol>
          ${questions.length < mostQuestions && addButton(network, 'Add a question')}
          ${details({ summaryText: 'See how people will be asked', html: preview(questions) })}`
      }`,
  }
}

/** Adding a question, or changing one. */
export function questionView(
  ask: Ask,
  network: Network,
  { typed = {}, errors = [] }: { typed?: Fields; errors?: FormError[] },
  question?: Question,
): View {
  const title = question ? 'Change this question' : 'Add a question'
  const page = `/networks/${network.slug}/questions`
  return {
    title,
    section: network.name,
    network: networkBand(ask, network, 'manage'),
    back: page,
    errors,
    body: html`${heading(title)}
      ${guidance()}
      ${form(
        { action: `${page}/${question?.id ?? 'new'}` },
        input({
          ...field('text', { typed, errors }),
          label: { text: 'Question', classes: 'govuk-label--s' },
          hint: { text: 'Short, and one thing at a time.' },
        }),
        input({
          ...field('hint', { typed, errors }),
          label: { text: 'Help with the answer (optional)', classes: 'govuk-label--s' },
          hint: { text: 'Such as what you will do with it.' },
        }),
        radios({
          name: 'kind',
          fieldset: {
            legend: { text: 'How do people answer?', classes: 'govuk-fieldset__legend--s' },
          },
          value: one(typed, 'kind'),
          errorMessage: errorFor(errors, 'kind'),
          items: (Object.keys(questionKinds) as QuestionKind[]).map((value) => ({
            value,
            text: questionKinds[value],
          })),
        }),
        textarea({
          ...field('choices', { typed, errors }),
          rows: '5',
          label: { text: 'Choices, one on each line', classes: 'govuk-label--s' },
          hint: {
            text: 'Only where people choose from a list. Leave room for those who fit none: “Something else”, “Prefer not to say”.',
          },
        }),
        checkboxes({
          name: 'required',
          values: [one(typed, 'required')],
          items: [
            {
              value: 'yes',
              text: 'People have to answer',
              hint: { text: 'Leave it unticked wherever you can.' },
            },
          ],
        }),
        button({ text: 'Save', preventDoubleClick: true }),
      )}`,
  }
}

function guidance(): Html {
  return insetText({
    html: html`<p class="govuk-body">Do not ask anyone to prove who they are. No diagnosis, no certificate, no photograph, no “why do you belong here”: it keeps away the very people a network is for. Take their word.</p>`,
  })
}

function questionItem(network: Network, question: Question, at: number, of: number): Html {
  const page = `/networks/${network.slug}/questions/${question.id}`
  const about = html`<span class="govuk-visually-hidden">: ${question.text}</span>`
  const press = (to: string, text: string) =>
    form(
      { action: `${page}/${to}` },
      button({
        html: html`${text}${about}`,
        classes: 'govuk-button--secondary',
        preventDoubleClick: true,
      }),
    )
  return html`<li>
    ${heading(question.text, { level: 2, size: 's' })}
    <p class="govuk-body">${questionKinds[question.kind]}${question.choices.length > 0 && `: ${question.choices.join(', ')}`}. ${question.required ? 'Has to be answered.' : 'Optional.'}</p>
    ${actions(
      html`<a class="govuk-link" href="${page}">Change${about}</a>`,
      at > 0 && press('up', 'Move up'),
      at < of - 1 && press('down', 'Move down'),
      press('retirement', 'Stop asking'),
    )}
  </li>`
}

function preview(questions: readonly Question[]): Html {
  return html`<fieldset class="govuk-fieldset" disabled><legend class="govuk-visually-hidden">Preview</legend>${answerFields(questions)}</fieldset>`
}

const addButton = (network: Network, text: string) =>
  button({ text, href: `/networks/${network.slug}/questions/new` })

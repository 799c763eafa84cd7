import {
  button,
  characterCount,
  checkboxes,
  details,
  input,
  radios,
  textarea,
} from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { all, one, type Fields } from '#kernel/http.ts'
import { prose } from '#kernel/prose.ts'
import type { Network } from '#features/networks/index.ts'
import {
  allyCapText,
  namesFromAllies,
  allyPolicies,
  decisionRules,
  invitingRules,
  membershipReasons,
  usualAllyCap,
} from './charter-parts.ts'
import type { Clauses, Part } from './charter.ts'
import { codeOfConduct, groundRules } from './conduct.ts'

/** The parts in the order of the charter, each as the question that its page asks. */
export const partTitles: Record<Part, string> = {
  membership: 'Who can join, and why?',
  inviting: 'Who may invite people?',
  allies: 'What part do allies have?',
  decisions: 'How do you decide?',
  'ground-rules': 'What are your ground rules?',
  conduct: 'Do you want a code of conduct?',
}

export type Asked = {
  typed: Fields
  error: (field: string) => { text: string } | undefined
  network: Network
}

/** The fields of a part's page. */
export function question(part: Part, asked: Asked): Html {
  return questions[part](asked)
}

/** What a draft says in a part, in words. */
export function clauseText(part: Part, draft: Clauses): Html {
  const nothing = 'Nothing yet.'
  const label = (parts: readonly { key: string; label: string }[], key: string | null) =>
    parts.find((each) => each.key === key)?.label ?? nothing
  switch (part) {
    case 'membership':
      return prose(draft.membership_reason || nothing)
    case 'inviting':
      return prose(draft.inviting ? label(invitingRules, draft.inviting) : 'What is usual.')
    case 'allies':
      return prose(
        [
          label(allyPolicies, draft.ally_policy),
          draft.ally_cap !== null && allyCapText(draft.ally_cap),
          !draft.allies_see_names && namesFromAllies,
        ]
          .filter(Boolean)
          .join('\n\n'),
      )
    case 'decisions':
      return prose(label(decisionRules, draft.decision_rule))
    case 'ground-rules':
      return prose(draft.ground_rules.map((rule) => `- ${rule}`).join('\n') || nothing)
    case 'conduct':
      return prose(draft.code_of_conduct || nothing)
  }
}

/** The code of conduct that we suggest, as text to change. */
export const suggestedConduct = `${codeOfConduct.opening}\n\n${codeOfConduct.promises.map((promise) => `- ${promise}`).join('\n')}\n\n${codeOfConduct.closing}`

const hiddenLegend = (text: string) => ({ legend: { text, classes: 'govuk-visually-hidden' } })

const questions: Record<Part, (asked: Asked) => Html> = {
  membership: ({ typed, error, network }) =>
    html`${checkboxes({
      idPrefix: 'reasons',
      name: 'reasons',
      values: all(typed, 'reasons'),
      errorMessage: error('reasons'),
      fieldset: {
        legend: {
          text: 'Why is that right for this network?',
          classes: 'govuk-fieldset__legend--m',
        },
      },
      hint: { text: 'People see the reason when they join.' },
      items: membershipReasons[network.joining].map(({ key, label, text }) => ({
        value: key,
        text: label,
        hint: { text },
      })),
    })}${textarea({ id: 'own', name: 'own', rows: 3, value: one(typed, 'own'), errorMessage: error('own'), label: { text: 'Or in your own words (optional)', classes: 'govuk-label--s' } })}`,
  inviting: ({ typed, error, network }) =>
    radios({
      idPrefix: 'inviting',
      name: 'inviting',
      value: one(typed, 'inviting'),
      errorMessage: error('inviting'),
      fieldset: hiddenLegend(partTitles.inviting),
      hint: {
        text: `An invitation goes to one person, by email. Whoever says no is not asked again by anyone here.${network.sensitive ? ' Nobody who invites is told whether the person joined.' : ''}`,
      },
      items: invitingRules.map(({ key, label, text }) => ({
        value: key,
        text: label,
        hint: { text },
      })),
    }),
  allies: ({ typed, error, network }) => html`
    <p class="govuk-body">An ally supports the network without being one of the people it is for.</p>
    ${radios({
      idPrefix: 'ally_policy',
      name: 'ally_policy',
      value: one(typed, 'ally_policy'),
      errorMessage: error('ally_policy'),
      fieldset: hiddenLegend(partTitles.allies),
      items: allyPolicies.map(({ key, label, text }) => ({
        value: key,
        text: label,
        hint: { text },
      })),
    })}
    ${input({
      id: 'ally_cap',
      name: 'ally_cap',
      value: one(typed, 'ally_cap'),
      errorMessage: error('ally_cap'),
      inputmode: 'numeric',
      classes: 'govuk-input--width-2',
      suffix: { text: '%' },
      label: { text: 'If allies can join, how many at most?', classes: 'govuk-label--s' },
      hint: {
        text: `A share of everyone who has joined, members and allies together. ${usualAllyCap}% is usual: among 100 people, at most ${usualAllyCap} are allies, and new allies wait when there is no room. Leave it empty for no limit.`,
      },
    })}
    ${
      network.names === 'members' &&
      !network.sensitive &&
      checkboxes({
        name: 'names_for',
        values: all(typed, 'names_for'),
        fieldset: { legend: { text: 'Who sees names?', classes: 'govuk-fieldset__legend--s' } },
        items: [
          {
            value: 'members',
            text: 'Only members and leads see who is in the network',
            hint: {
              text: 'Allies then do not see the list of names. Otherwise they do, as members do.',
            },
          },
        ],
      })
    }`,
  decisions: ({ typed, error }) =>
    radios({
      idPrefix: 'decision_rule',
      name: 'decision_rule',
      value: one(typed, 'decision_rule'),
      errorMessage: error('decision_rule'),
      fieldset: hiddenLegend(partTitles.decisions),
      hint: {
        text: 'For things that matter to the whole network, such as money or a new charter.',
      },
      items: decisionRules.map(({ key, label, text }) => ({
        value: key,
        text: label,
        hint: { text },
      })),
    }),
  'ground-rules': ({ typed, error }) =>
    html`${checkboxes({
      idPrefix: 'rules',
      name: 'rules',
      values: all(typed, 'rules'),
      errorMessage: error('rules'),
      fieldset: hiddenLegend(partTitles['ground-rules']),
      hint: { text: 'Choose a few that you will really keep. Read them out when you meet.' },
      items: groundRules.map(({ key, label, text }) => ({
        value: key,
        text: label,
        hint: { text },
      })),
    })}${textarea({ id: 'own', name: 'own', rows: 4, value: one(typed, 'own'), errorMessage: error('own'), label: { text: 'Your own rules (optional)', classes: 'govuk-label--s' }, hint: { text: 'One on each line.' } })}`,
  conduct: ({ typed, error, network }) =>
    html`<p class="govuk-body">It says how people treat each other. Where there is one, people accept it when they join. You can leave it empty.</p>
      ${details({ summaryText: 'See the code that we suggest', html: html`${prose(suggestedConduct)}${button({ text: 'Fill it in for me to change', href: `/networks/${network.slug}/charter/draft/conduct?start=suggested`, classes: 'govuk-button--secondary' })}` })}
      ${characterCount({ id: 'code_of_conduct', name: 'code_of_conduct', rows: 14, maxlength: 4000, value: one(typed, 'code_of_conduct'), errorMessage: error('code_of_conduct'), label: { text: 'Code of conduct (optional)', classes: 'govuk-label--s' }, hint: { text: 'A blank line begins a paragraph. A line that starts with - becomes a point of a list.' } })}`,
}

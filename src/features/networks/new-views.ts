import { errorFor, form } from '#kernel/forms.ts'
import { button, textarea } from '#kernel/govuk/all.ts'
import { html, type Content } from '#kernel/html.ts'
import { one, type View } from '#kernel/http.ts'
import {
  choices,
  hubRegion,
  nameFields,
  parts,
  sensitiveWords,
  start,
  type Shown,
} from './new-fields.ts'
import { addressOf, before, type Draft, type StepKey } from './new-steps.ts'
import { findableBy, joiningBy, namesSeenBy, networkTypes, type Word } from './words.ts'

/** One question of starting a network. */
export function questionView(step: StepKey, draft: Draft, shown: Shown = {}): View {
  const { title, fields } = questions[step](draft, shown)
  const back = before(draft, step)
  return {
    title,
    section: title === start ? undefined : start,
    back: back ? addressOf(back) : '/networks',
    errors: shown.errors,
    body: form(
      { action: addressOf(step) },
      fields,
      button({ text: 'Continue', preventDoubleClick: true }),
    ),
  }
}

const big = 'govuk-label--l'
type Question = { title: string; fields: Content }

const questions: Record<StepKey, (draft: Draft, shown: Shown) => Question> = {
  name: (draft, shown) => ({ title: start, fields: nameFields(draft, shown) }),

  part: (draft, { typed, errors }) => {
    const title = 'What part will it be?'
    const value = (name: 'kind' | 'region') => (typed ? one(typed, name) : draft[name])
    return {
      title,
      fields: html`${choices('kind', title, parts, value('kind'), errors)}${hubRegion(value('region'), errors)}`,
    }
  },

  type: (draft, shown) =>
    oneOf('type', 'What kind of network is it?', networkTypes, draft.type, shown),

  purpose: (draft, shown) =>
    long(
      'purpose',
      'What is the network for?',
      'Say it in a sentence or two, as you would to a colleague in a lift. Anyone who can find the network sees this first.',
      draft.purpose,
      shown,
    ),

  audience: (draft, shown) =>
    long(
      'audience',
      'Who is it for?',
      'Say who will feel at home in it, and whether others may come too. For example: people who look after someone, paid or not, and those who support them.',
      draft.audience,
      shown,
    ),

  findable: (draft, shown) =>
    oneOf('findable', 'Who can find the network?', findableBy, draft.findable, shown),

  organisations: (draft, shown) =>
    long(
      'organisations',
      'Which organisations can find it?',
      'Write their names, one on each line. A part of a name will do where it can only be one.',
      draft.organisations?.map(({ name }) => name).join('\n'),
      shown,
    ),

  joining: (draft, shown) =>
    oneOf('joining', 'How do people join?', joiningBy, draft.joining, shown),

  names: (draft, shown) =>
    oneOf('names', 'Who sees members’ names?', namesSeenBy, draft.names, shown),

  sensitive: (draft, shown) => {
    const title = 'Could being known as a member harm someone?'
    const value = shown.typed
      ? one(shown.typed, 'sensitive')
      : draft.sensitive === undefined
        ? undefined
        : draft.sensitive
          ? 'yes'
          : 'no'
    const items = [
      { value: 'yes', text: 'Yes, treat it as sensitive' },
      { value: 'no', text: 'No' },
    ]
    return {
      title,
      fields: choices('sensitive', title, items, value, shown.errors, sensitiveWords),
    }
  },
}

function oneOf(
  name: StepKey,
  title: string,
  words: Record<string, Word>,
  value: string | undefined,
  { typed, errors }: Shown,
): Question {
  const items = Object.entries(words).map(([key, { label, hint }]) => ({
    value: key,
    text: label,
    hint: { text: hint },
  }))
  return { title, fields: choices(name, title, items, typed ? one(typed, name) : value, errors) }
}

function long(
  name: StepKey,
  title: string,
  hint: string,
  value: string | undefined,
  { typed, errors }: Shown,
): Question {
  return {
    title,
    fields: textarea({
      id: name,
      name,
      rows: 5,
      label: { text: title, classes: big, isPageHeading: true },
      hint: { text: hint },
      value: typed ? one(typed, name) : value,
      errorMessage: errorFor(errors, name),
    }),
  }
}

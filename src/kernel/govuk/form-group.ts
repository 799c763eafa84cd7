import { html, type Html } from '#kernel/html.ts'
import { type Attributes, type Dressing, given } from './attributes.ts'
import { classes, content, type Maybe, type TextOrHtml } from './content.ts'
import { errorMessage, type ErrorMessageParams } from './error-message.ts'
import { fieldset, type FieldsetParams } from './fieldset.ts'
import { hint, type HintParams } from './hint.ts'
import { label, type LabelParams } from './label.ts'

/** What every question may have: help, and what went wrong. */
type Question = {
  hint?: Maybe<HintParams>
  errorMessage?: Maybe<ErrorMessageParams>
}

/** The element around a question. */
type Group = { classes?: string; attributes?: Attributes | Html }

/** What a question with one field and its own label takes. */
export type FieldParams = Question &
  Dressing & {
    name: string
    /** The name, unless given. */
    id?: string
    label: LabelParams
    describedBy?: string
    formGroup?: Group & {
      beforeInput?: TextOrHtml
      afterInput?: TextOrHtml
    }
    disabled?: boolean
  }

/** What a question with several fields, usually in a fieldset, takes. */
export type FieldsParams = Question &
  Dressing & {
    fieldset?: FieldsetParams
    formGroup?: Group & {
      beforeInputs?: TextOrHtml
      afterInputs?: TextOrHtml
    }
  }

/** A labelled field. `control` is given its id, and the ids that describe it parted by spaces. */
export function field(
  params: FieldParams,
  control: (id: string, describedBy: string) => Html,
): Html {
  const id = params.id || params.name
  const described = description(id, params, params.describedBy)
  const inside = html`${label({ ...params.label, for: id })}${described.html}
  ${control(id, described.by)}`
  return formGroup(params, inside)
}

/**
 * Fields under one question, in a fieldset if one is given. `controls` is given the ids that
 * describe them.
 */
export function fields(
  params: FieldsParams & {
    id: string
    describedBy?: string
    role?: string
  },
  controls: (describedBy: string) => Html,
): Html {
  const { id, role } = params
  const described = description(id, params, params.fieldset?.describedBy || params.describedBy)
  const inside = html`${described.html}
  ${controls(described.by)}`
  if (!params.fieldset) return formGroup(params, inside)
  const describedBy = described.by
  return formGroup(params, fieldset({ ...params.fieldset, role, describedBy, html: inside }))
}

function formGroup(params: Question & { formGroup?: Group }, inside: Html): Html {
  const { formGroup: group, errorMessage: error } = params
  const className = classes('govuk-form-group', error && 'govuk-form-group--error', group?.classes)
  return html`
<div class="${className}"${given(group?.attributes)}>
  ${inside}
</div>`
}

/** The hint and the error message, and the ids of all that describes the field, as read out. */
function description(id: string, params: Question, describedBy: string | undefined) {
  const help = params.hint && { ...params.hint, id: `${id}-hint` }
  const error = params.errorMessage && { ...params.errorMessage, id: `${id}-error` }
  return {
    by: classes(describedBy, help && help.id, error && error.id),
    html: html`${help && hint(help)}${error && errorMessage(error)}`,
  }
}

/** A control with whatever the form group puts before and after it. */
export function between(
  before: TextOrHtml | undefined,
  control: Html,
  after: TextOrHtml | undefined,
): Html {
  return html`${content(before)}
  ${control}
  ${content(after)}`
}

import { html, type Html } from '#kernel/html.ts'
import { type Attributes, given } from './attributes.ts'
import { classes, content, type Maybe, type TextOrHtml } from './content.ts'
import { errorMessage, type ErrorMessageParams } from './error-message.ts'
import { fieldset, type FieldsetParams } from './fieldset.ts'
import { hint, type HintParams } from './hint.ts'
import { label, type LabelParams } from './label.ts'

/** What every question may have: help, and what went wrong. */
type Question = {
  readonly hint?: Maybe<HintParams>
  readonly errorMessage?: Maybe<ErrorMessageParams>
}

/** The element around a question. */
type Group = { readonly classes?: string; readonly attributes?: Attributes | Html }

/** What a question with one field and its own label takes. */
export type FieldParams = Question & {
  readonly name: string
  /** The name, unless given. */
  readonly id?: string
  readonly label: LabelParams
  readonly describedBy?: string
  readonly formGroup?: Group & {
    readonly beforeInput?: TextOrHtml
    readonly afterInput?: TextOrHtml
  }
  readonly disabled?: boolean
  readonly classes?: string
  readonly attributes?: Attributes
}

/** What a question with several fields, usually in a fieldset, takes. */
export type FieldsParams = Question & {
  readonly fieldset?: FieldsetParams
  readonly formGroup?: Group & {
    readonly beforeInputs?: TextOrHtml
    readonly afterInputs?: TextOrHtml
  }
  readonly classes?: string
  readonly attributes?: Attributes
}

/** A labelled field. `control` is given the field's id and the ids that describe it, parted by spaces. */
export function field(
  params: FieldParams,
  control: (id: string, describedBy: string) => Html,
): Html {
  const id = params.id || params.name
  const described = description(id, params, params.describedBy)
  return formGroup(
    params,
    html`${label({ ...params.label, for: id })}${described.html}
  ${control(id, described.by)}`,
  )
}

/** Fields under one question, in a fieldset if one is given. `controls` is given the ids that describe them. */
export function fields(
  params: FieldsParams & {
    readonly id: string
    readonly describedBy?: string
    readonly role?: string
  },
  controls: (describedBy: string) => Html,
): Html {
  const described = description(
    params.id,
    params,
    params.fieldset?.describedBy || params.describedBy,
  )
  const inside = html`${described.html}
  ${controls(described.by)}`
  if (!params.fieldset) return formGroup(params, inside)
  const { role } = params
  return formGroup(
    params,
    fieldset({ ...params.fieldset, role, describedBy: described.by, html: inside }),
  )
}

function formGroup(params: Question & { readonly formGroup?: Group }, inside: Html): Html {
  const { formGroup: group, errorMessage: error } = params
  return html`
<div class="${classes('govuk-form-group', error && 'govuk-form-group--error', group?.classes)}"${given(
    group?.attributes,
  )}>
  ${inside}
</div>`
}

/** The hint and the error message, and the ids of all that describes the field, in the order they are read out. */
function description(id: string, params: Question, describedBy: string | undefined) {
  const hintId = params.hint && `${id}-hint`
  const errorId = params.errorMessage && `${id}-error`
  return {
    by: classes(describedBy, hintId, errorId),
    html: html`${params.hint && hint({ ...params.hint, id: `${id}-hint` })}${
      params.errorMessage && errorMessage({ ...params.errorMessage, id: `${id}-error` })
    }`,
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

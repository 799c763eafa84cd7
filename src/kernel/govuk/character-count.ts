import { attributes, html, type Html } from '#kernel/html.ts'
import { given, type Messages, translation } from './attributes.ts'
import { classes, content } from './content.ts'
import { hint } from './hint.ts'
import { textarea, type TextareaParams } from './textarea.ts'

export type CharacterCountParams = Omit<TextareaParams, 'describedBy' | 'autocomplete'> & {
  maxlength?: number | string
  maxwords?: number | string
  /** How much of the limit, in per cent, may be used before the count shows. */
  threshold?: number | string
  countType?: 'characters' | 'length' | 'words'
  countMessage?: { classes?: string }
  /** Stands below the field when there is no script; `%{count}` becomes the limit. */
  textareaDescriptionText?: string
  charactersUnderLimitText?: Messages
  charactersAtLimitText?: string
  charactersOverLimitText?: Messages
  wordsUnderLimitText?: Messages
  wordsAtLimitText?: string
  wordsOverLimitText?: Messages
}

/** A question answered at length, up to a limit that is counted as someone types. */
export function characterCount(params: CharacterCountParams): Html {
  const id = params.id || params.name
  const { formGroup, textareaDescriptionText: description } = params
  const countType = params.countType || (params.maxwords ? 'words' : undefined)
  const limit = params.maxwords || params.maxlength
  const sentence =
    description || `You can enter up to %{count} ${countType === 'words' ? 'words' : 'characters'}`
  const count = hint({
    id: `${id}-info`,
    text: limit ? sentence.replaceAll('%{count}', () => String(limit)) : '',
    classes: classes('govuk-character-count__message', params.countMessage?.classes),
  })
  const attributesOfGroup = given(formGroup?.attributes)
  return textarea({
    ...params,
    describedBy: `${id}-info`,
    classes: classes('govuk-js-character-count', params.classes),
    formGroup: {
      classes: classes('govuk-character-count', formGroup?.classes),
      attributes: html`${scriptAttributes(params, countType, limit)}${attributesOfGroup}`,
      beforeInput: formGroup?.beforeInput,
      afterInput: { html: html`${count}${content(formGroup?.afterInput)}` },
    },
  })
}

function scriptAttributes(
  params: CharacterCountParams,
  countType: string | undefined,
  limit: unknown,
): Html {
  const described =
    limit || !params.textareaDescriptionText ? undefined : { other: params.textareaDescriptionText }
  return html`${[
    attributes({
      'data-module': 'govuk-character-count',
      'data-maxlength': params.maxlength,
      'data-maxwords': params.maxwords,
      'data-threshold': params.threshold,
      'data-count-type': countType,
    }),
    // Without a limit here the script may be told one, and needs the sentence to put it in.
    translation('textarea-description', described),
    translation('characters-under-limit', params.charactersUnderLimitText),
    translation('characters-at-limit', params.charactersAtLimitText),
    translation('characters-over-limit', params.charactersOverLimitText),
    translation('words-under-limit', params.wordsUnderLimitText),
    translation('words-at-limit', params.wordsAtLimitText),
    translation('words-over-limit', params.wordsOverLimitText),
  ]}`
}

import { html, type Html } from '#kernel/html.ts'
import { type Attributes, filled, given, type Messages, translation } from './attributes.ts'
import { classes } from './content.ts'
import { between, field, type FieldParams } from './form-group.ts'

export type FileUploadParams = FieldParams & {
  readonly multiple?: boolean
  /** Whether a script may turn the field into a place to drop files on. */
  readonly javascript?: boolean
  readonly chooseFilesButtonText?: string
  readonly noFileChosenText?: string
  readonly multipleFilesChosenText?: Messages
  readonly dropInstructionText?: string
  readonly enteredDropZoneText?: string
  readonly leftDropZoneText?: string
  readonly wrapperClasses?: string
  readonly wrapperAttributes?: Attributes
}

/** A question answered with a file. */
export function fileUpload(params: FileUploadParams): Html {
  return field(params, (id, describedBy) => {
    const className = classes(
      'govuk-file-upload',
      params.classes,
      params.errorMessage && 'govuk-file-upload--error',
    )
    const own = filled({
      disabled: params.disabled,
      multiple: params.multiple,
      'aria-describedby': describedBy,
    })
    const element = html`<input class="${className}" id="${id}" name="${params.name}" type="file"${own}${given(
      params.attributes,
    )}>`
    const control = params.javascript ? dropZone(params, element) : element
    return between(params.formGroup?.beforeInput, control, params.formGroup?.afterInput)
  })
}

function dropZone(params: FileUploadParams, element: Html): Html {
  return html`
<div class="${classes('govuk-file-upload-wrapper', params.wrapperClasses)}" data-module="govuk-file-upload"${[
    translation('choose-files-button', params.chooseFilesButtonText),
    translation('no-file-chosen', params.noFileChosenText),
    translation('multiple-files-chosen', params.multipleFilesChosenText),
    translation('drop-instruction', params.dropInstructionText),
    translation('entered-drop-zone', params.enteredDropZoneText),
    translation('left-drop-zone', params.leftDropZoneText),
    given(params.wrapperAttributes),
  ]}>
  ${element}
</div>`
}

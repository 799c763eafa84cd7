import { html, type Html } from '#kernel/html.ts'
import { type Attributes, filled, given, type Messages, translation } from './attributes.ts'
import { classes } from './content.ts'
import { between, field, type FieldParams } from './form-group.ts'

export type FileUploadParams = FieldParams & {
  multiple?: boolean
  /** Whether a script may turn the field into a place to drop files on. */
  javascript?: boolean
  chooseFilesButtonText?: string
  noFileChosenText?: string
  multipleFilesChosenText?: Messages
  dropInstructionText?: string
  enteredDropZoneText?: string
  leftDropZoneText?: string
  wrapperClasses?: string
  wrapperAttributes?: Attributes
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
    const added = given(params.attributes)
    const element = html`
<input class="${className}" id="${id}" name="${params.name}" type="file"${own}${added}>`
    const control = params.javascript ? dropZone(params, element) : element
    return between(params.formGroup?.beforeInput, control, params.formGroup?.afterInput)
  })
}

function dropZone(params: FileUploadParams, element: Html): Html {
  const className = classes('govuk-file-upload-wrapper', params.wrapperClasses)
  const words = [
    translation('choose-files-button', params.chooseFilesButtonText),
    translation('no-file-chosen', params.noFileChosenText),
    translation('multiple-files-chosen', params.multipleFilesChosenText),
    translation('drop-instruction', params.dropInstructionText),
    translation('entered-drop-zone', params.enteredDropZoneText),
    translation('left-drop-zone', params.leftDropZoneText),
  ]
  const added = given(params.wrapperAttributes)
  return html`
<div class="${className}" data-module="govuk-file-upload"${words}${added}>
  ${element}
</div>`
}

/**
 * The components of govuk-frontend as functions: the params of the official macros in, Html out.
 * `html` params are Html, so that whatever else is given is escaped.
 *
 * How they are proven: govuk-frontend ships, for each component, `fixtures.json`: params, and the
 * markup that they must give. `govuk.test.ts` calls each function with the params of every fixture
 * and compares the markup, white space that cannot be seen aside.
 *
 * How to upgrade: raise the version of govuk-frontend in package.json and run `govuk.test.ts`. Each
 * test that fails names a component and a fixture and shows what changed; compare the component's
 * file here with its `template.njk` in the package. Read the release notes as well, for params that
 * no fixture uses.
 */
export { backLink, type BackLinkParams } from './back-link.ts'
export { breadcrumbs, type BreadcrumbsItem, type BreadcrumbsParams } from './breadcrumbs.ts'
export { button, type ButtonParams } from './button.ts'
export { characterCount, type CharacterCountParams } from './character-count.ts'
export { checkboxes, type CheckboxesItem, type CheckboxesParams } from './checkboxes.ts'
export { dateInput, type DateInputParams, type DateInputPart } from './date-input.ts'
export { details, type DetailsParams } from './details.ts'
export { errorMessage, type ErrorMessageParams } from './error-message.ts'
export { errorSummary, type ErrorSummaryItem, type ErrorSummaryParams } from './error-summary.ts'
export { fieldset, type FieldsetParams, type LegendParams } from './fieldset.ts'
export { fileUpload, type FileUploadParams } from './file-upload.ts'
export { genericHeader, type GenericHeaderParams } from './generic-header.ts'
export { hint, type HintParams } from './hint.ts'
export { input, type InputParams } from './input.ts'
export { insetText, type InsetTextParams } from './inset-text.ts'
export { label, type LabelParams } from './label.ts'
export { notificationBanner, type NotificationBannerParams } from './notification-banner.ts'
export {
  pagination,
  type PaginationItem,
  type PaginationLink,
  type PaginationParams,
} from './pagination.ts'
export { panel, type PanelAction, type PanelParams } from './panel.ts'
export { phaseBanner, type PhaseBannerParams } from './phase-banner.ts'
export { radios, type RadiosItem, type RadiosParams } from './radios.ts'
export { select, type SelectItem, type SelectParams } from './select.ts'
export {
  serviceNavigation,
  type ServiceNavigationItem,
  type ServiceNavigationParams,
} from './service-navigation.ts'
export { skipLink, type SkipLinkParams } from './skip-link.ts'
export {
  summaryList,
  type SummaryListAction,
  type SummaryListCard,
  type SummaryListParams,
  type SummaryListRow,
} from './summary-list.ts'
export { table, type TableCell, type TableParams } from './table.ts'
export { tabs, type TabsItem, type TabsParams } from './tabs.ts'
export { tag, type TagParams } from './tag.ts'
export { taskList, type TaskListItem, type TaskListParams } from './task-list.ts'
export { textarea, type TextareaParams } from './textarea.ts'
export { warningText, type WarningTextParams } from './warning-text.ts'
export type { Attributes } from './attributes.ts'
export type { Maybe, TextOrHtml } from './content.ts'

import { html, type Html } from '#kernel/html.ts'
import { type Dressing, dressed, filled } from './attributes.ts'
import { classes, content, type Maybe, type TextOrHtml } from './content.ts'
import { tag, type TagParams } from './tag.ts'

export type TaskListItem = {
  title: TextOrHtml & { classes?: string }
  hint?: Maybe<TextOrHtml>
  status: TextOrHtml & { tag?: TagParams; classes?: string }
  /** Without an address the task cannot be started yet. */
  href?: string
  classes?: string
}

export type TaskListParams = Dressing & {
  items: readonly Maybe<TaskListItem>[]
  idPrefix?: string
}

/** What there is to do, and how each task stands. */
export function taskList(params: TaskListParams): Html {
  const prefix = params.idPrefix || 'task-list'
  return html`
<ul${dressed('govuk-task-list', params)}>
  ${params.items?.map((item, index) => item && task(item, `${prefix}-${index + 1}`))}
</ul>`
}

function task(item: TaskListItem, id: string): Html {
  const { title, hint, status } = item
  const hintId = hint && `${id}-hint`
  const statusId = `${id}-status`
  const linkClass = classes('govuk-link govuk-task-list__link', title.classes)
  const describedBy = classes(hintId, statusId)
  const link = html`
<a class="${linkClass}" href="${item.href}" aria-describedby="${describedBy}">
  ${content(title)}
</a>`
  const className = classes(
    'govuk-task-list__item',
    item.href && 'govuk-task-list__item--with-link',
    item.classes,
  )
  return html`
<li class="${className}">
  <div class="govuk-task-list__name-and-hint">
    ${item.href ? link : html`<div${filled({ class: title.classes })}>${content(title)}</div>`}
    ${hint && html`<div id="${hintId}" class="govuk-task-list__hint">${content(hint)}</div>`}
  </div>
  <div class="${classes('govuk-task-list__status', status.classes)}" id="${statusId}">
    ${status.tag ? tag(status.tag) : content(status)}
  </div>
</li>`
}

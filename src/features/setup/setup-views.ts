import { form } from '#kernel/forms.ts'
import { button, details, insetText, pagination, taskList } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import type { Ask, View } from '#kernel/http.ts'
import { heading, progress } from '#kernel/pieces.ts'
import { prose } from '#kernel/prose.ts'
import { networkBand, type Network } from '#features/networks/index.ts'
import { stepGuidance, type Step } from './guidance.ts'
import { meanwhile } from './meanwhile.ts'
import type { Plan, Planned } from './plan.ts'

/** The eight steps of a network: what is done, what is next, and going live. */
export function setupView(ask: Ask, network: Network, plan: Plan): View {
  const required = plan.tasks.filter((task) => task.required)
  const done = required.length - plan.missing.length
  const title = network.status === 'setting-up' ? 'Setting up' : 'The eight steps'
  return {
    title,
    section: network.name,
    network: networkBand(ask, network, 'setup'),
    back: { href: `/networks/${network.slug}/manage`, text: 'Manage' },
    body: html`${heading(title)}
      ${
        network.status === 'setting-up'
          ? html`${progress({ done, total: required.length, label: 'Needed to go live' })}${nextBox(network, plan)}`
          : network.status === 'proposed'
            ? html`<p class="govuk-body">${network.name} is proposed. You can get ready already. To go live, <a class="govuk-link" href="/networks/${network.slug}/proposal">start it</a> first.</p>${plan.next && nextBox(network, plan)}`
            : html`<p class="govuk-body">${network.name} is open. These steps stay here for what you want to do next.</p>${plan.next && nextBox(network, plan)}`
      }
      <p class="govuk-body"><a class="govuk-link" href="/networks/${network.slug}/preview">See what strangers, signed-in people and members ${network.status === 'setting-up' ? 'will see' : 'see'}</a></p>
      <ol class="govuk-list">${steps.map((step) => html`<li>${stepSummary(network, plan, step)}</li>`)}</ol>
      ${network.status === 'setting-up' && goLive(plan)}`,
  }
}

/** One step: why, what to do together, its tasks. */
export function stepView(ask: Ask, network: Network, plan: Plan, step: Step): View {
  const { title, why, do: deeds, guide } = stepGuidance[step]
  const tasks = plan.tasks.filter((task) => task.step === step)
  return {
    title,
    section: network.name,
    network: networkBand(ask, network, 'setup'),
    back: { href: home(network), text: 'All eight steps' },
    body: html`${heading(title, { caption: `Step ${step} of 8` })}
      <p class="govuk-body-l">${why}</p>
      ${heading('What to do together', { level: 2 })}
      <ul class="govuk-list govuk-list--bullet">${deeds.map((deed) => html`<li>${deed}</li>`)}</ul>
      <p class="govuk-body"><a class="govuk-link" href="/guide/${guide}">Read the chapter “${title}” in the guide</a></p>
      ${heading('What to do here', { level: 2 })}
      ${tasks.length ? taskList({ items: tasks.map(taskItem), idPrefix: `step-${step}` }) : prose(meanwhile(step))}
      ${tasks.filter((task) => !task.required).map((task) => setAsideWays(network, task))}
      ${pagination({ landmarkLabel: 'Steps', previous: neighbour(network, step - 1), next: neighbour(network, step + 1) })}`,
  }
}

const steps = Object.keys(stepGuidance).map((step) => Number(step) as Step)
const home = (network: Network) => `/networks/${network.slug}/setup`

function nextBox(network: Network, { next, missing }: Plan): Html {
  if (missing.length === 0) {
    const ready = network.status === 'setting-up'
    return insetText({
      html: html`${heading(ready ? 'You are ready to go live' : 'What is next', { level: 2, size: 's' })}
        ${ready && html`<p class="govuk-body">Everything that is needed is done. You can still do more before you open.</p>${goLiveButton(network)}`}
        ${next && html`<p class="govuk-body">${ready ? 'If you have time first: ' : ''}<a class="govuk-link" href="${next.href}">${next.title}</a>, or <a class="govuk-link" href="${home(network)}/skipped/${next.key}">set it aside</a>.</p>`}`,
    })
  }
  return insetText({
    html: html`${heading('What is next', { level: 2, size: 's' })}
      <p class="govuk-body"><strong>${next!.title}</strong>${next!.hint && html`<br>${next!.hint}`}</p>
      ${button({ text: 'Continue', href: next!.href })}`,
  })
}

function stepSummary(network: Network, plan: Plan, step: Step): Html {
  const { title, why, guide } = stepGuidance[step]
  const tasks = plan.tasks.filter((task) => task.step === step)
  return html`<section class="govuk-!-margin-bottom-7" aria-labelledby="step-${step}">
    ${heading(`${step}. ${title}`, { level: 2, id: `step-${step}` })}
    <p class="govuk-body">${why} <a class="govuk-link" href="${home(network)}/${guide}">How to go about it<span class="govuk-visually-hidden">: ${title}</span></a></p>
    ${tasks.length > 0 && taskList({ items: tasks.map(taskItem), idPrefix: `tasks-${step}` })}
  </section>`
}

function taskItem(task: Planned) {
  return {
    title: { text: task.title },
    hint: task.hint ? { text: task.hint } : undefined,
    href: task.href,
    status: statusOf(task),
  }
}

function statusOf(task: Planned) {
  if (task.state === 'done') return { text: 'Done' }
  if (task.state === 'set-aside') return { text: 'Set aside' }
  if (task.note) return { tag: { text: task.note, classes: 'govuk-tag--yellow' } }
  return {
    tag: task.required
      ? { text: 'To\u00a0do', classes: 'govuk-tag--blue' }
      : { text: 'Optional', classes: 'govuk-tag--grey' },
  }
}

function setAsideWays(network: Network, task: Planned): Html | undefined {
  const at = `${home(network)}/skipped/${task.key}`
  if (task.state === 'to-do') {
    return html`<p class="govuk-body"><a class="govuk-link" href="${at}">Not for us now: set aside “${task.title}”</a></p>`
  }
  if (task.state !== 'set-aside') return undefined
  return details({
    summaryText: `Why “${task.title}” was set aside`,
    html: html`${prose(task.reason ?? '')}${form({ action: `${at}/end` }, button({ text: 'Take it up again', classes: 'govuk-button--secondary', preventDoubleClick: true }))}`,
  })
}

/** The one button is at the top once nothing is missing; until then this says what is. */
function goLive({ missing }: Plan): Html | undefined {
  if (missing.length === 0) return undefined
  const links = missing.map(
    (task) => html`<li><a class="govuk-link" href="${task.href}">${task.title}</a></li>`,
  )
  return html`${heading('Go live', { level: 2 })}
    <div id="go-live-needs"><p class="govuk-body">Before you can go live:</p><ul class="govuk-list govuk-list--bullet">${links}</ul></div>
    ${button({ text: 'Go live', disabled: true, attributes: { 'aria-describedby': 'go-live-needs' } })}`
}

function goLiveButton(network: Network): Html {
  return button({ text: 'Go live', href: `${home(network)}/live` })
}

function neighbour(network: Network, step: number) {
  const to = stepGuidance[step as Step] as (typeof stepGuidance)[Step] | undefined
  return to && { href: `${home(network)}/${to.guide}`, labelText: to.title }
}

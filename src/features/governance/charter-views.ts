import { longDate } from '#kernel/clock.ts'
import { button, insetText } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import type { Ask, View } from '#kernel/http.ts'
import { actions, empty, heading } from '#kernel/pieces.ts'
import { prose } from '#kernel/prose.ts'
import { capRule, capWorkedOut, type AllyPlaces } from '#features/members/index.ts'
import { joiningBy, namesSeenBy, networkBand, type Network } from '#features/networks/index.ts'
import {
  allyCapText,
  allyPolicies,
  decisionRules,
  invitingRules,
  namesFromAllies,
} from './charter-parts.ts'
import type { Charter, Clauses } from './charter.ts'
import { groundRules } from './conduct.ts'

export type CharterPage = {
  charter?: Charter
  versions: { version: number; adopted_on: string }[]
  hasDraft: boolean
  /** For leads, where there is a limit on allies. */
  places?: AllyPlaces
}

/** What is printed of a charter, adopted or not. */
export type Wording = Clauses & {
  mission: string
  joining: Network['joining']
  names: Network['names']
}

/** The charter in force, for whoever sees the network: made to be printed. */
export function charterView(
  ask: Ask,
  network: Network,
  { charter, versions, hasDraft, places }: CharterPage,
): View {
  const page = {
    title: 'Charter',
    section: network.name,
    network: networkBand(ask, network, 'charter'),
  }
  if (!charter) return { ...page, body: html`${heading('Charter')}${noCharter(network, hasDraft)}` }
  const earlier = versions.filter(({ version }) => version !== charter.version)
  return {
    ...page,
    body: html`${heading('Charter', { caption: network.name })}
      <p class="govuk-body">Version ${charter.version}, in force since ${longDate(charter.adopted_on)}.</p>
      ${network.leads && settingsMoved(network, charter)}
      ${charterText(charter)}
      ${places && forLeads(network, places)}
      ${earlier.length > 0 && history(network, earlier)}
      ${network.leads && actions(button({ text: hasDraft ? 'Continue the draft' : 'Change the charter', href: `${home(network)}/draft`, classes: 'govuk-button--secondary' }))}`,
  }
}

/** A charter that was in force once. */
export function earlierView(ask: Ask, network: Network, charter: Charter, current: number): View {
  const title = `Charter, version ${charter.version}`
  return {
    title,
    section: network.name,
    network: networkBand(ask, network, 'charter'),
    back: { href: home(network), text: 'Charter in force' },
    body: html`${heading(title, { caption: network.name })}
      <p class="govuk-body">Adopted on ${longDate(charter.adopted_on)}.</p>
      ${charter.version !== current && insetText({ html: html`This version is no longer in force. <a class="govuk-link" href="${home(network)}">Read version ${current}</a>.` })}
      ${charterText(charter)}`,
  }
}

/** The charter as members read it. */
export function charterText(of: Wording): Html {
  const ally = allyPolicies.find(({ key }) => key === of.ally_policy)
  const inviting = invitingRules.find(({ key }) => key === of.inviting)
  const rule = decisionRules.find(({ key }) => key === of.decision_rule)
  return html`
    ${of.mission && clause('What we are for', prose(of.mission))}
    ${clause('Who can join', html`<p class="govuk-body">${joiningBy[of.joining].label}. ${joiningBy[of.joining].hint}</p>${prose(of.membership_reason)}`)}
    ${inviting && clause('Who may invite people', html`<p class="govuk-body">${inviting.text}</p>`)}
    ${ally && clause('Allies', html`<p class="govuk-body">${ally.text}</p>${of.ally_cap !== null && html`<p class="govuk-body">${allyCapText(of.ally_cap)}</p><p class="govuk-body">${capRule(of.ally_cap)}</p>`}${!of.allies_see_names && html`<p class="govuk-body">${namesFromAllies}</p>`}`)}
    ${clause('Who sees members’ names', html`<p class="govuk-body">${namesSeenBy[of.names].label}. ${namesSeenBy[of.names].hint}</p>`)}
    ${rule && clause('How we decide', html`<p class="govuk-body"><strong>${rule.label}.</strong> ${rule.text}</p>`)}
    ${of.ground_rules.length > 0 && clause('Ground rules', html`<ul class="govuk-list govuk-list--bullet gh-break">${of.ground_rules.map(ruleItem)}</ul>`)}
    ${of.code_of_conduct && clause('Code of conduct', prose(of.code_of_conduct))}`
}

const home = (network: Network) => `/networks/${network.slug}/charter`

function clause(title: string, inside: Html): Html {
  return html`<section>${heading(title, { level: 2 })}${inside}</section>`
}

function ruleItem(text: string): Html {
  const label = groundRules.find((rule) => rule.text === text)?.label
  return html`<li>${label && html`<strong>${label}.</strong> `}${text}</li>`
}

function noCharter(network: Network, hasDraft: boolean): Html {
  if (!network.leads) {
    return empty({
      heading: 'No charter yet',
      body: 'A charter says how a network works: who can join and why, how it decides, and how people treat each other. You can read it here once the network has adopted one.',
    })
  }
  return empty({
    heading: hasDraft ? 'Your charter is a draft' : 'No charter yet',
    body: 'A charter says how the network works: who can join and why, how you decide, and how you treat each other. You build it from clauses that we suggest, in about 20 minutes. Guildhall then follows it: it limits allies and shows people what they agree to.',
    action: button({
      text: hasDraft ? 'Continue the draft' : 'Write the charter',
      href: `${home(network)}/draft`,
    }),
  })
}

/** The limit on allies with the real numbers, which are not in the charter that others read. */
function forLeads(network: Network, places: AllyPlaces): Html {
  return html`<section class="govuk-!-display-none-print">${heading('The limit on allies today', { level: 2 })}
    <p class="govuk-body">Only leads see this.</p>
    ${capWorkedOut(places)}
    <p class="govuk-body"><a class="govuk-link" href="/networks/${network.slug}/members#allies">See the allies and who waits</a></p></section>`
}

/** The settings moved on since the charter was adopted: the two should say the same. */
function settingsMoved(network: Network, charter: Charter): Html | false {
  const moved = [
    charter.joining !== network.joining && 'how people join',
    charter.names !== network.names && 'who sees members’ names',
  ].filter(Boolean)
  return (
    moved.length > 0 &&
    insetText({
      text: `Since this charter was adopted, the network’s settings changed: ${moved.join(' and ')}. Change the charter too, so that both say the same.`,
    })
  )
}

function history(network: Network, versions: CharterPage['versions']): Html {
  const items = versions.map(
    ({ version, adopted_on }) =>
      html`<li><a class="govuk-link" href="${home(network)}/versions/${version}">Version ${version}</a>, adopted on ${longDate(adopted_on)}</li>`,
  )
  return html`<section class="govuk-!-display-none-print">${heading('Earlier versions', { level: 2 })}<ul class="govuk-list">${items}</ul></section>`
}

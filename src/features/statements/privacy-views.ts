import type { Config } from '#kernel/config.ts'
import type { Holding } from '#kernel/feature.ts'
import { html, type Content } from '#kernel/html.ts'
import { whoReadsEmails } from '#kernel/mail/readers.ts'
import type { View } from '#kernel/http.ts'
import { heading, stackedTable } from '#kernel/pieces.ts'
import { prose } from '#kernel/prose.ts'
import { contactLine, publisherNote } from './contact-views.ts'
import type { Publisher } from './publisher.ts'

type Given = {
  publisher: Publisher
  holds: Pick<Holding, 'what' | 'why' | 'keptFor'>[]
  config: Config
  administrator: boolean
}

/** The privacy notice, made from what every capability says that it holds and from how this installation is set up. */
export function privacyView({ publisher, holds, config, administrator }: Given): View {
  const kept = whoReadsEmails(config)
  const prefix = config.secure ? '__Host-' : ''
  return {
    title: 'Privacy notice',
    description: 'What is held about you here, why, for how long, and who can see it.',
    share: true,
    body: html`${heading('Privacy notice')}
      ${publisherNote(publisher, administrator)}
      <p class="govuk-body">To be known as a member of some networks can do harm. So this place is built to know as little as it can, and to tell less.</p>

      ${heading('What is promised', { level: 2 })}
      ${list([
        'A stolen copy of the database, without its key, tells no name, no email address, and not who is in which network.',
        'Each network says who sees its members’ names: all its members, only its leads, or nobody. You see it before you join.',
        kept
          ? `Your employer and its equality team see numbers at most, never who is a member. ${kept}`
          : 'Your employer, its equality team and the administrators here see numbers at most, never who is a member.',
        'Small numbers are withheld and others rounded, so that a number never points at a person.',
        'A hidden network looks to outsiders exactly as if it did not exist.',
        'You can see all that is held about you, take it with you, correct it and erase it.',
        'There are no adverts, no tracking and no analytics, and no page loads anything from another site.',
      ])}

      ${heading('Who is responsible', { level: 2, id: 'contact' })}
      <p class="govuk-body">${publisher.name ? `${publisher.name} runs this installation of Guildhall, and decides why and how your data is used. In law that makes it the data controller.` : 'Whoever runs this installation of Guildhall decides why and how your data is used. In law that makes them the data controller. They have not said here who they are yet.'}</p>
      ${contactLine(publisher.privacyContact || publisher.contact)}
      <p class="govuk-body">The leads of a network are volunteers. They see what their network shows them, as its page says, and may use it for the network only.</p>
      ${publisher.more && prose(publisher.more)}

      ${heading('What is held, why, and for how long', { level: 2 })}
      <p class="govuk-body">This list is made by the software from what each of its parts holds.</p>
      ${stackedTable({ caption: 'Personal data', columns: ['What', 'Why', 'Kept'], rows: holds.map(({ what, why, keptFor }) => [what, why, keptFor]) })}
      <p class="govuk-body">That someone is in a network can say something about their health, beliefs, ethnicity, sexuality or trade union. The law calls this special category data. It is held only because you chose to join, and you can leave at any time.</p>

      ${heading('Who gets your data', { level: 2 })}
      ${list([
        'The leads and members of the networks you join, as far as each network’s page says.',
        config.demo ? demoMail : mail[config.mail.via],
        'Nobody else. Nothing is sold, shared for research, or used to train anything.',
      ])}

      ${heading('How it is protected', { level: 2 })}
      ${list([
        'Names, addresses, answers and free text are encrypted, each under a key for its purpose. The keys are kept apart from the database.',
        'The database itself checks who may see each row, so that a mistake in a page shows nothing.',
        'There are no passwords to lose: you sign in with a code sent to your work email.',
        'Every change of roles, membership and settings is written to a log that the people concerned can read.',
      ])}
      <p class="govuk-body">What remains: whoever runs the server holds the keys, and could read what it can read. Choose with that in mind.</p>

      ${heading('Cookies', { level: 2 })}
      <p class="govuk-body">Only cookies that the site needs. Reading public pages sets none.</p>
      ${stackedTable({
        caption: 'The cookies that this site sets',
        columns: ['Name', 'What for', 'Kept'],
        rows: [
          [`${prefix}session`, 'Keeps you signed in', '14 days, or until you sign out'],
          [
            `${prefix}form`,
            'Makes sure that a form you send came from this site',
            'Until you close the browser',
          ],
          [
            `${prefix}draft-…`,
            'Finds the form you have half filled in',
            'Until you close the browser; the form itself two days',
          ],
          [
            `${prefix}join-code, ${prefix}joined`,
            'Remember a code you were sent, and what you have just joined',
            'Until you close the browser',
          ],
          [`${prefix}notice`, 'Shows a message once, such as “Saved”', 'Until it has been shown'],
          [
            `${prefix}invitation`,
            'Remembers an invitation you opened',
            'Until you close the browser',
          ],
          [`${prefix}theme`, 'Remembers the colours you chose', '1 year'],
        ],
      })}

      ${heading('Your rights', { level: 2 })}
      ${list([
        html`See what is held, and take a copy: <a class="govuk-link" href="/account/data">all that is held about you</a>`,
        html`Put it right: <a class="govuk-link" href="/account">your account</a>`,
        html`Know who sees what: <a class="govuk-link" href="/account/privacy">your privacy, network by network</a>`,
        html`Have it erased: <a class="govuk-link" href="/account/erase">erase your account</a>`,
        'Object to what is done with it, or have that stopped while it is looked into: write to the contact above',
      ])}
      <p class="govuk-body">If the answer does not satisfy you, you can <a class="govuk-link" href="https://ico.org.uk/make-a-complaint/">complain to the Information Commissioner’s Office</a>, which watches over data protection in the United Kingdom.</p>`,
  }
}

const demoMail =
  'Emails are not sent from this demo: they are kept here, and anyone who can open it can read them.'

const mail: Record<Config['mail']['via'], string> = {
  outbox:
    'Emails are not sent from this installation: they are kept here, and its administrators can read them.',
  smtp: 'The mail server that carries emails from here to you. Emails about sensitive networks do not name them.',
  notify:
    'GOV.UK Notify, which carries emails from here to you. Emails about sensitive networks do not name them.',
}

const list = (items: readonly Content[]) =>
  html`<ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>`

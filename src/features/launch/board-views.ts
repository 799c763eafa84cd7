import { longDate } from '#kernel/clock.ts'
import { errorFor, field, form, type Filling } from '#kernel/forms.ts'
import { button, characterCount, insetText, pagination, radios, select } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { one, type Ask, type View } from '#kernel/http.ts'
import { actions, empty, heading } from '#kernel/pieces.ts'
import type { Position } from '#kernel/position.ts'
import { introductionList, wordFields, type Mine } from '#features/introductions/index.ts'
import type { Network } from '#features/networks/index.ts'
import type { Kind, SwapCard } from './cards.ts'
import { kinds } from './forms.ts'
import { board, page, toLaunch } from './page.ts'

export type BoardModel = {
  kind: Kind
  list: { cards: SwapCard[]; next?: Position }
  isLater: boolean
  own: SwapCard[]
  introductions: Mine[]
}

/** The challenge swap: what members find hard, or what they can help with. */
export function boardView(ask: Ask, network: Network, model: BoardModel): View {
  const { kind, list, isLater, own, introductions } = model
  const other: Kind = kind === 'challenge' ? 'help' : 'challenge'
  // One's own stand above already.
  const cards = list.cards.filter((card) => !card.mine)
  return page(ask, network, 'Challenge swap', {
    back: toLaunch(network),
    body: html`${heading('Challenge swap')}
      <p class="govuk-body">Say what you find hard, or what you can help with. When someone answers your card you are asked first, and neither of you learns who the other is before both have said yes.</p>
      ${actions(button({ text: 'Put up a card', href: `${board(network)}/new?kind=${kind}` }), html`<a class="govuk-link" href="${board(network)}?kind=${other}">See the cards “${kinds[other].title}”</a>`)}
      ${introductions.length > 0 && html`${heading('Your swaps', { level: 2 })}${introductionList(network, introductions)}`}
      ${own.length > 0 && html`${heading('Your cards', { level: 2 })}${own.map((card) => cardBox(network, card))}`}
      ${heading(kinds[kind].title, { level: 2, id: 'cards' })}
      ${cards.length === 0 ? none(network, kind, isLater, list) : cards.map((card) => cardBox(network, card))}
      ${(list.next || isLater) && pages(network, kind, isLater, list.next)}`,
  })
}

function none(network: Network, kind: Kind, isLater: boolean, list: BoardModel['list']): Html {
  if (list.cards.length > 0)
    return html`<p class="govuk-body">${list.next || isLater ? 'The cards on this page are all yours.' : 'Nobody else has put up a card like this yet.'}</p>`
  if (isLater) return html`<p class="govuk-body">There are no more cards.</p>`
  return empty({
    heading: 'No cards yet',
    level: 3,
    body: `${kinds[kind].none} Someone has to begin: the second card is easier than the first.`,
    action: button({
      text: kind === 'challenge' ? 'Put up a challenge' : 'Offer help',
      href: `${board(network)}/new?kind=${kind}`,
      classes: 'govuk-button--secondary',
    }),
  })
}

function pages(network: Network, kind: Kind, isLater: boolean, next: Position | undefined): Html {
  const at = (after: string) => `${board(network)}?kind=${kind}${after}#cards`
  return pagination({
    landmarkLabel: 'Pages of cards',
    previous: isLater && { href: at(''), text: 'Back to the newest' },
    next: next && { href: at(`&after=${next.on}.${next.id}`), text: 'Next page' },
  })
}

function cardBox(network: Network, card: SwapCard): Html {
  return html`<div class="govuk-summary-card"><div class="govuk-summary-card__content">
    <p class="govuk-body gh-break">${card.text}</p>
    <p class="govuk-body-s">${card.mine ? `Yours: “${kinds[card.kind].title}”${card.name ? `, as ${card.name}` : ', without your name'}` : card.name || 'A member'}, ${longDate(card.put_on)}</p>
    <p class="govuk-body"><a class="govuk-link" href="${board(network)}/${card.id}">${card.mine ? 'Take it down' : kinds[card.kind].action}<span class="govuk-visually-hidden">: ${card.text.slice(0, 60)}</span></a></p>
    </div></div>`
}

/** Puts up a card. */
export function newCardView(ask: Ask, network: Network, name: string, filling: Filling): View {
  const { typed = {}, errors = [] } = filling
  return page(ask, network, 'Put up a card', {
    back: { text: 'Back to the challenge swap', href: board(network) },
    errors,
    body: html`${heading('Put up a card')}
      ${form(
        { action: `${board(network)}/new` },
        radios({
          name: 'kind',
          value: one(typed, 'kind'),
          fieldset: {
            legend: { text: 'What does it say?', classes: 'govuk-fieldset__legend--m' },
          },
          items: Object.entries(kinds).map(([value, { title, none: hint }]) => ({
            value,
            text: title,
            hint: { text: hint },
          })),
          errorMessage: errorFor(errors, 'kind'),
        }),
        characterCount({
          ...field('text', filling),
          label: { text: 'In a sentence or two', classes: 'govuk-label--m' },
          hint: {
            text: 'Leave out whatever tells of others, and what nobody in the network should know.',
          },
          maxlength: 300,
          rows: 3,
        }),
        radios({
          name: 'named',
          value: one(typed, 'named') || (network.sensitive ? 'no' : ''),
          fieldset: {
            legend: {
              text: 'Does your name stand on the card?',
              classes: 'govuk-fieldset__legend--m',
            },
          },
          hint: { text: 'Everyone in the network sees the card.' },
          items: [
            { value: 'no', text: 'No, it is from “A member”' },
            { value: 'yes', text: `Yes, as ${name}` },
          ],
          errorMessage: errorFor(errors, 'named'),
        }),
        button({ text: 'Put it up', preventDoubleClick: true }),
      )}`,
  })
}

/** One card: to answer, or to take down; leads also match it with another. */
export function cardView(
  ask: Ask,
  network: Network,
  card: SwapCard,
  filling: Filling,
  others: SwapCard[],
): View {
  const { title, action } = kinds[card.kind]
  return page(ask, network, card.mine ? 'Your card' : action, {
    back: { text: 'Back to the challenge swap', href: `${board(network)}?kind=${card.kind}` },
    errors: filling.errors,
    body: html`${heading(card.mine ? 'Your card' : action, { caption: `${title}, from ${card.name || 'a member'}` })}
      ${insetText({ text: card.text, classes: 'gh-break' })}
      ${card.mine ? down(network, card, 'You can take it down at any time. Those whom you have met through it stay in touch with you.') : answer(network, card, filling)}
      ${network.leads && !card.mine && html`${heading('For leads: match it', { level: 2 })}${match(network, card, others)}${heading('For leads: take it down', { level: 2 })}${down(network, card, 'If it says what it should not say, you can take it down. Whose it is you do not learn.')}`}`,
  })
}

function answer(network: Network, card: SwapCard, filling: Filling): Html {
  return html`<p class="govuk-body">${card.kind === 'challenge' ? 'Whoever put up this card is asked whether they want to be introduced to someone who can help.' : 'Whoever put up this card is asked whether they want to be introduced to someone who would like this help.'} If they say yes, they read what you write here, and you learn how to reach them. If not, you hear nothing, and they never learn that it was you.</p>
    ${form(
      { action: `${board(network)}/${card.id}/answer` },
      wordFields(filling),
      button({ text: 'Ask them', preventDoubleClick: true }),
    )}`
}

function match(network: Network, card: SwapCard, others: SwapCard[]): Html {
  const wanted = card.kind === 'challenge' ? 'offers help' : 'has this challenge'
  if (others.length === 0)
    return html`<p class="govuk-body">There is no card of the other kind to match it with yet. Is there someone who ${wanted}? Ask them to put up a card.</p>`
  return html`<p class="govuk-body">Choose a card that fits. The owners of both are asked.</p>
    ${form(
      { action: `${board(network)}/${card.id}/match` },
      select({
        id: 'with',
        name: 'with',
        label: { text: `Cards “${kinds[others[0]!.kind].title}”` },
        items: others.map(({ id, text, name }) => ({
          value: id,
          text: `${text.length > 70 ? `${text.slice(0, 70)} …` : text}${name && ` (${name})`}`,
        })),
      }),
      button({
        text: 'Ask both',
        classes: 'govuk-button--secondary',
        preventDoubleClick: true,
      }),
    )}`
}

function down(network: Network, card: SwapCard, words: string): Html {
  return html`<p class="govuk-body">${words}</p>
    ${form({ action: `${board(network)}/${card.id}/withdrawal` }, button({ text: 'Take it down', classes: 'govuk-button--secondary', preventDoubleClick: true }))}`
}

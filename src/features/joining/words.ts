import type { Given } from './application.ts'
import type { Choice, Chosen } from './queries.ts'

/** How joining works, in a few words. */
export function howToJoin(network: Choice): string {
  if (network.invited)
    return 'You are invited: with the address that was invited, you are in at once.'
  return {
    open: 'You are in at once.',
    request: 'Its leads decide.',
    invitation: 'By invitation only.',
  }[network.joining]
}

/** Why a network of a link cannot be joined now, for people who may know of it. */
export function whyNot(network: Choice): string {
  if (network.mine === 'active') return `You are in ${network.name} already.`
  if (network.mine)
    return `You have asked to join ${network.name} already. We will email you when there is news.`
  if (network.status === 'closed') return `${network.name} has closed. Nobody can join any more.`
  if (network.status === 'proposed')
    return `${network.name} is an idea so far. On its page you can say that you would join.`
  if (network.status !== 'live') return `${network.name} is resting. Nobody can join at the moment.`
  return `People join ${network.name} by invitation. ${network.reason || 'Its leads send invitations.'}`
}

/** Who will see what, in plain sentences. */
export function whoSees(network: Chosen, given: Given): string[] {
  const answered = given.answers.length > 0
  const asks = network.joining === 'request' && !network.invited
  const about = 'your name, and your organisation, region and grade if you have given them'
  if (network.names === 'nobody') {
    return [
      'Nobody sees a list of names, not even its leads.',
      asks && `Its leads see ${about}, while they decide.`,
      answered && 'Its leads see your answers. Once you are in, they come without your name.',
    ].filter((line) => line !== false)
  }
  const open = network.names === 'members' && !network.sensitive
  return [
    open
      ? 'Its members and leads see your name and your organisation. Only its leads see your region and grade, if you have given them.'
      : `Only its leads see ${about}.`,
    answered && 'Only its leads see your answers.',
  ].filter((line) => line !== false)
}

import type { Id } from '#kernel/viewer.ts'
import { admitMany, questionsOf, type Answer, type Question } from '#features/members/index.ts'
import type { Chance } from './chance.ts'
import type { SampleQuestion } from './network.ts'
import type { PlannedMember } from './plan.ts'
import { asSystem, type Told, type World } from './world.ts'

/** Lets everyone in who joins over the months, and those who wait, with what some of them answered. */
export async function letMembersIn(world: World, { id: network, planned }: Told): Promise<void> {
  const { members, sample } = planned
  await asSystem(world, async (tx) => {
    const questions = await questionsOf(tx, network)
    await admitMany(
      tx,
      network,
      members.map((member, i) => ({
        id: membershipId(member),
        person: member.person.id,
        details: member.person.details,
        organisationName: member.person.organisationName,
        category: member.category,
        status: member.status,
        joined_on: member.joinedOn,
        displayName: member.goesBy,
        answers: answersOf(world.chance, member, questions, sample.asks ?? [], i),
      })),
    )
  })
}

const ids = new WeakMap<PlannedMember, Id>()

/** The membership of someone planned. */
export function membershipId(member: PlannedMember): Id {
  const id = ids.get(member) ?? crypto.randomUUID()
  ids.set(member, id)
  return id
}

function answersOf(
  chance: Chance,
  { status }: PlannedMember,
  questions: readonly Question[],
  asked: readonly SampleQuestion[],
  nth: number,
): Answer[] {
  return questions.flatMap(({ id, required }, i) => {
    const answer = answerTo(chance, asked[i]!, nth)
    return answer && (required || status === 'requested' || chance.next() < 0.4)
      ? [{ question: id, text: answer }]
      : []
  })
}

/** Several choices stand on lines of their own. */
function answerTo(
  chance: Chance,
  { kind, choices = [], answers = [] }: SampleQuestion,
  nth: number,
): string | undefined {
  if (kind === 'choice') return chance.pick(choices)
  if (kind === 'choices') return chance.shuffled(choices).slice(0, chance.between(1, 3)).join('\n')
  return answers[nth % answers.length]
}

import { z } from 'zod'
import { fill, type Filled } from '#kernel/forms.ts'
import { all, type Fields } from '#kernel/http.ts'
import type { Network } from '#features/networks/index.ts'
import { membershipReasons, usualAllyCap, usualInviting } from './charter-parts.ts'
import { groundRules } from './conduct.ts'
import type { Clauses, Draft, Part } from './charter.ts'

/** Reads a page of the draft as typed. */
export function readPart(part: Part, body: Fields, network: Network): Filled<Partial<Clauses>> {
  const form = forms[part](network)
  // Ticked boxes come as one value or many.
  const given = { ...body, rules: all(body, 'rules'), reasons: all(body, 'reasons') }
  return { ...fill(form, given), typed: body }
}

/** What a page of the draft shows for what is kept. */
export function typedPart(part: Part, draft: Draft, network: Network): Fields {
  switch (part) {
    case 'membership':
      return typedReason(draft.membership_reason, network)
    case 'inviting':
      return { inviting: draft.inviting ?? usualInviting(network) }
    case 'allies':
      return {
        ally_policy: draft.ally_policy ?? '',
        names_for: draft.allies_see_names ? '' : 'members',
        ally_cap: String((draft.ally_policy === 'welcome' ? draft.ally_cap : usualAllyCap) ?? ''),
      }
    case 'decisions':
      return { decision_rule: draft.decision_rule ?? '' }
    case 'ground-rules':
      return typedRules(draft, network)
    case 'conduct':
      return { code_of_conduct: draft.code_of_conduct }
  }
}

const forms = {
  membership: (network: Network) =>
    z
      .object({ reasons: z.array(z.string()), own: paragraphs })
      .transform(({ reasons, own }, context) => {
        const ticked = membershipReasons[network.joining].filter(({ key }) => reasons.includes(key))
        if (ticked.length === 0 && own === '')
          return problem(context, 'reasons', 'Select a reason, or write one of your own')
        if (own.length > 500)
          return problem(context, 'own', 'Your own words must be 500 characters or fewer')
        return {
          membership_reason: [...ticked.map(({ text }) => text), own].filter(Boolean).join('\n\n'),
        }
      }),
  inviting: () =>
    z.object({
      inviting: z.enum(['members', 'leads'], { message: 'Select who may invite people' }),
    }),
  allies: () =>
    z
      .object({
        ally_policy: z.enum(['welcome', 'events-only', 'none'], {
          message: 'Select what part allies have',
        }),
        ally_cap: z.string().default(''),
        names_for: z.string().optional(),
      })
      .transform(({ ally_policy, ally_cap, names_for }, context) => {
        const allies_see_names = ally_policy !== 'welcome' || names_for !== 'members'
        const rest = { ally_policy, allies_see_names }
        if (ally_policy !== 'welcome' || ally_cap === '') return { ...rest, ally_cap: null }
        const cap = Number(ally_cap.replace(/[\s%]/g, ''))
        if (Number.isInteger(cap) && cap >= 1 && cap <= 99) return { ...rest, ally_cap: cap }
        return problem(
          context,
          'ally_cap',
          cap === 0
            ? 'Enter 1 or more. If allies cannot join, select that above'
            : cap >= 100
              ? 'Enter 99 or less. For no limit, leave it empty'
              : 'Enter a whole number from 1 to 99',
        )
      }),
  decisions: () =>
    z.object({
      decision_rule: z.enum(['consensus', 'majority', 'leads'], {
        message: 'Select how you decide',
      }),
    }),
  'ground-rules': () =>
    z
      .object({ rules: z.array(z.string()), own: z.string().default('') })
      .transform(({ rules, own }, context) => {
        const ticked = groundRules.filter(({ key }) => rules.includes(key)).map(({ text }) => text)
        const written = lines(own)
        if (ticked.length + written.length === 0)
          return problem(context, 'rules', 'Select a ground rule, or write one of your own')
        if (written.length > 20) return problem(context, 'own', 'Write 20 rules or fewer')
        if (written.some((line) => line.length > 300))
          return problem(context, 'own', 'Each rule must be 300 characters or fewer')
        return { ground_rules: [...ticked, ...written] }
      }),
  conduct: () =>
    z.object({
      code_of_conduct: paragraphs.pipe(
        z.string().max(4000, 'The code of conduct must be 4,000 characters or fewer'),
      ),
    }),
} satisfies Record<Part, (network: Network) => z.ZodType<Partial<Clauses>>>

const paragraphs = z.string().default('')

function problem(context: z.RefinementCtx, field: string, message: string): never {
  context.addIssue({ code: 'custom', message, path: [field] })
  return z.NEVER
}

function typedReason(reason: string, network: Network): Fields {
  const parts = membershipReasons[network.joining]
  const said = reason.split('\n\n').filter(Boolean)
  const own = said.filter((paragraph) => !parts.some(({ text }) => text === paragraph))
  return {
    reasons: parts.filter(({ text }) => said.includes(text)).map(({ key }) => key),
    own: own.join('\n\n'),
  }
}

/** A sensitive network's first draft comes with the rules ticked that it is likely to want. */
function typedRules(draft: Draft, network: Network): Fields {
  const isFirst = !draft.begun && draft.version === 1
  const ticked = groundRules.filter(({ text, sensitive }) =>
    isFirst ? network.sensitive && sensitive : draft.ground_rules.includes(text),
  )
  const own = draft.ground_rules.filter((rule) => !groundRules.some(({ text }) => text === rule))
  return { rules: ticked.map(({ key }) => key), own: own.join('\n') }
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*[-•*]\s+/, '').trim())
    .filter(Boolean)
}

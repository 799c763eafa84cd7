import { z } from 'zod'
import { text } from '#kernel/forms.ts'

/** Reads what someone who says yes tells the other. */
export const wordForm = z.object({
  name: text('Enter the name that the other person will see', 'The name', 100),
  reach: text('Say how the other person can reach you', 'How to reach you', 200),
  note: text('', 'The note', 500).default(''),
})

export type WordTyped = z.output<typeof wordForm>

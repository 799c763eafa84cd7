import { z } from 'zod'
import { text } from '#kernel/forms.ts'
import { most } from './words.ts'

/** Reads the words of one email. */
export const wordsForm = z.object({
  opening: text('Write a few words to begin with', 'The opening', most.opening),
  todo: text('Write one thing that someone can do', 'The thing to do', most.todo),
  contact: text('', 'Whom to ask', most.contact).default(''),
})

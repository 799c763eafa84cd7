import { found, type Tx } from '#kernel/db.ts'
import { get, idIn, post, redirect, type Ask } from '#kernel/http.ts'
import {
  addQuestion,
  changeQuestion,
  mostQuestions,
  moveQuestion,
  questionsOf,
  retireQuestion,
  type Question,
} from '#features/members/index.ts'
import { ledNetwork, type Network } from '#features/networks/index.ts'
import { actor } from './find.ts'
import { readQuestion, tooManyQuestions } from './forms.ts'
import { questionsView, questionView } from './questions-views.ts'

export const questionsRoutes = [
  get('/networks/:slug/questions', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    return questionsView(ask, network, await questionsOf(tx, network.id))
  }),

  get('/networks/:slug/questions/new', async (tx, ask) =>
    questionView(ask, await ledNetwork(tx, ask), {}),
  ),

  post('/networks/:slug/questions/new', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const filled = readQuestion(ask.body)
    if (!filled.ok) return questionView(ask, network, filled)
    if ((await questionsOf(tx, network.id)).length >= mostQuestions)
      return questionView(ask, network, { typed: ask.body, errors: [tooManyQuestions] })
    await addQuestion(tx, network.id, filled.value, await actor(tx, network))
    return redirect(list(network), 'Question added')
  }),

  get('/networks/:slug/questions/:id', async (tx, ask) => {
    const { network, question } = await questionAt(tx, ask)
    return questionView(
      ask,
      network,
      {
        typed: {
          ...question,
          choices: question.choices.join('\n'),
          required: question.required ? 'yes' : '',
        },
      },
      question,
    )
  }),

  post('/networks/:slug/questions/:id', async (tx, ask) => {
    const { network, question } = await questionAt(tx, ask)
    const filled = readQuestion(ask.body)
    if (!filled.ok) return questionView(ask, network, filled, question)
    await changeQuestion(tx, network.id, question.id, filled.value, await actor(tx, network))
    return redirect(list(network), 'Question changed')
  }),

  post('/networks/:slug/questions/:id/up', async (tx, ask) => {
    const { network, question } = await questionAt(tx, ask)
    await moveQuestion(tx, network.id, question.id, -1)
    return redirect(list(network), 'Question moved up')
  }),

  post('/networks/:slug/questions/:id/down', async (tx, ask) => {
    const { network, question } = await questionAt(tx, ask)
    await moveQuestion(tx, network.id, question.id, 1)
    return redirect(list(network), 'Question moved down')
  }),

  post('/networks/:slug/questions/:id/retirement', async (tx, ask) => {
    const { network, question } = await questionAt(tx, ask)
    await retireQuestion(tx, network.id, question.id, await actor(tx, network))
    return redirect(list(network), 'The question is asked no longer')
  }),
]

const list = (network: Network) => `/networks/${network.slug}/questions`

async function questionAt(tx: Tx, ask: Ask): Promise<{ network: Network; question: Question }> {
  const network = await ledNetwork(tx, ask)
  const id = idIn(ask)
  return {
    network,
    question: found((await questionsOf(tx, network.id)).find((question) => question.id === id)),
  }
}

import { draw } from './materials.ts'
import type { Order, Printed } from './press.ts'

// A process of its own: prints one file after another, until whoever asked for them is gone.
process.on('disconnect', () => process.exit())
process.on('message', ({ id, message, file }: Order) => {
  turn = turn
    .then(() => draw(message, file, new Date()))
    .then(
      (bytes) => answer({ id, bytes }),
      (error: Error) => answer({ id, problem: error.message }),
    )
})

let turn: Promise<unknown> = Promise.resolve()
const answer = (printed: Printed) => void process.send!(printed)

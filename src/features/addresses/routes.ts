import { get, post } from '#kernel/http.ts'
import { askForAddress, changeAddress, codePage, emailPage } from './email.ts'
import { undoRoutes } from './undo-routes.ts'

/** Changing the work address, and taking that back. */
export const routes = [
  get('/account/email', emailPage),
  post('/account/email', askForAddress),
  get('/account/email/code', codePage),
  post('/account/email/code', changeAddress),
  ...undoRoutes,
]

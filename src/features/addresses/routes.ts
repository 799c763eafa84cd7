import { get, post } from '#kernel/http.ts'
import { askForAddress, changeAddress, codePage, emailPage } from './email.ts'
import { anotherOwnCode, merge, mergePage } from './merge.ts'
import { newView } from './other-views.ts'
import { askForOther, otherCodePage, proveOther } from './proving.ts'
import { addressesPage, removalPage, removeSecond, useAddress, usePage } from './second.ts'
import { undoRoutes } from './undo-routes.ts'

/** Changing the work address, and taking that back; another address, and the account that it may have. */
export const routes = [
  get('/account/email', emailPage),
  post('/account/email', askForAddress),
  get('/account/email/code', codePage),
  post('/account/email/code', changeAddress),
  ...undoRoutes,

  get('/account/addresses', addressesPage),
  get('/account/addresses/new', () => newView({})),
  post('/account/addresses/new', askForOther),
  get('/account/addresses/code', otherCodePage),
  post('/account/addresses/code', proveOther),
  get('/account/addresses/use', usePage),
  post('/account/addresses/use', useAddress),
  get('/account/addresses/merge', mergePage),
  post('/account/addresses/merge', merge),
  post('/account/addresses/merge/code', anotherOwnCode),
  get('/account/addresses/:id/removal', removalPage),
  post('/account/addresses/:id/removal', removeSecond),
]

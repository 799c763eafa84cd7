import { get, open } from '#kernel/http.ts'
import { check, showCheck } from './check-routes.ts'
import { choose, chosen } from './choose-routes.ts'
import { confirmByCode, confirmByLink, showConfirm, showLink } from './confirm-routes.ts'
import { showDetails, tell } from './details-routes.ts'
import { askForDomain, showDomain } from './domain-routes.ts'
import { done } from './joined.ts'

/** Joining, in the order of its pages. */
export const routes = [
  open.get('/join', choose),
  open.post('/join', chosen),
  open.get('/join/details', showDetails),
  open.post('/join/details', tell),
  open.get('/join/domain', showDomain),
  open.post('/join/domain', askForDomain),
  open.get('/join/check', showCheck),
  open.post('/join/check', check),
  open.get('/join/confirm', showConfirm),
  open.post('/join/confirm', confirmByCode),
  open.post('/join/confirm/new', check),
  open.get('/join/confirm/:link', showLink),
  open.post('/join/confirm/:link', confirmByLink),
  get('/join/done', done),
]

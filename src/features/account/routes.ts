import { found } from '#kernel/db.ts'
import { fill } from '#kernel/forms.ts'
import { get, one, post, redirect } from '#kernel/http.ts'
import { whoReadsEmails } from '#kernel/mail/readers.ts'
import { allOrganisations } from '#features/organisations/index.ts'
import { gradeSchemes, myDetails } from '#features/people/index.ts'
import { erase, erasePage, goodbye } from './erase.ts'
import { dataAsFile, dataPage, sentencesOf } from './data.ts'
import { nameView, organisationView, regionView, toldOrganisationView } from './detail-views.ts'
import { gradeForm, nameForm, organisationForm, regionForm, schemeForm } from './forms.ts'
import { gradeView, schemeView } from './grade-views.ts'
import { logView } from './log-views.ts'
import { change, mine, myLog, myNetworks } from './mine.ts'
import { privacyView } from './privacy-views.ts'
import { accountView } from './views.ts'

const scheme = (key: string | undefined) => gradeSchemes.find((each) => each.key === key)

/** Somebody's own account: a page a detail, what is held of them, and leaving. */
export const routes = [
  get('/account', async (tx, ask) => accountView(await mine(tx, ask.me), ask.me)),

  get('/account/name', async (tx, ask) => nameView({ name: (await myDetails(tx, ask.me)).name })),
  post('/account/name', async (tx, ask) => {
    const filled = fill(nameForm, ask.body)
    if (!filled.ok) return nameView(filled)
    await change(tx, ask.me, 'name', { name: filled.value.name })
    return redirect('/account', 'Your name has changed')
  }),

  get('/account/organisation', async (tx, ask) => {
    const { organisation, told } = await mine(tx, ask.me)
    if (told) return toldOrganisationView(organisation!.name)
    return organisationView({
      organisation: organisation?.id ?? '',
      all: await allOrganisations(tx),
    })
  }),
  post('/account/organisation', async (tx, ask) => {
    const filled = fill(organisationForm, ask.body)
    const { organisation, told } = await mine(tx, ask.me)
    if (told) return toldOrganisationView(organisation!.name)
    const chosen =
      filled.ok && (await allOrganisations(tx)).find(({ id }) => id === filled.value.organisation)
    await change(tx, ask.me, 'organisation', {
      organisation: chosen ? chosen.id : null,
      organisationTold: false,
    })
    return redirect('/account', 'Your organisation has changed')
  }),

  get('/account/region', async (tx, ask) =>
    regionView({ region: (await myDetails(tx, ask.me)).region }),
  ),
  post('/account/region', async (tx, ask) => {
    const filled = fill(regionForm, ask.body)
    if (!filled.ok) return regionView(filled)
    await change(tx, ask.me, 'region', { region: filled.value.region })
    return redirect('/account', 'Your region has changed')
  }),

  get('/account/grade', async (tx, ask) =>
    schemeView({ scheme: (await myDetails(tx, ask.me)).gradeScheme }),
  ),
  post('/account/grade', async (tx, ask) => {
    const filled = fill(schemeForm, ask.body)
    if (!filled.ok) return schemeView(filled)
    if (filled.value.scheme !== 'none') return redirect(`/account/grade/${filled.value.scheme}`)
    await change(tx, ask.me, 'grade', { gradeScheme: undefined, grade: undefined })
    return redirect('/account', 'Your grade is no longer kept')
  }),
  get('/account/grade/:scheme', async (tx, ask) => {
    const asked = found(scheme(ask.params['scheme']))
    const details = await myDetails(tx, ask.me)
    return gradeView({
      scheme: asked,
      grade: details.gradeScheme === asked.key ? details.grade : '',
    })
  }),
  post('/account/grade/:scheme', async (tx, ask) => {
    const asked = found(scheme(ask.params['scheme']))
    const filled = fill(gradeForm(asked), ask.body)
    if (!filled.ok) return gradeView({ ...filled, scheme: asked })
    await change(tx, ask.me, 'grade', { gradeScheme: asked.key, grade: filled.value.grade })
    return redirect('/account', 'Your grade has changed')
  }),

  get('/account/privacy', async (tx, ask) =>
    privacyView(await myNetworks(tx, ask.me), tx.keys, whoReadsEmails(ask.app.config)),
  ),
  get('/account/log', async (tx, ask) =>
    logView({ ...(await myLog(tx, one(ask.query, 'after'))), sentences: sentencesOf(ask.app) }),
  ),

  get('/account/data', dataPage),
  get('/account/data.json', (tx, ask) => dataAsFile(tx, ask, 'json')),
  get('/account/data.html', (tx, ask) => dataAsFile(tx, ask, 'html')),

  get('/account/erase', erasePage),
  post('/account/erase', erase),
  goodbye,
]

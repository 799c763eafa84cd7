import { fill } from '#kernel/forms.ts'
import { administrators, one, open, ownAddress, redirect, type Ask } from '#kernel/http.ts'
import { accessibilityView } from './accessibility-views.ts'
import { appearanceView } from './appearance-views.ts'
import { publisherView } from './contact-views.ts'
import { appearanceForm, publisherForm } from './forms.ts'
import { health, metrics, robots, securityText, sitemap, unhealthy } from './machines.ts'
import { privacyView } from './privacy-views.ts'
import { publisherOf, setPublisher } from './publisher.ts'

const isAdministrator = (ask: Ask) => ask.viewer.kind === 'person' && ask.viewer.administrator

export const routes = [
  open.get('/accessibility', async (tx, ask) =>
    accessibilityView({
      publisher: await publisherOf(tx),
      site: ask.app.config.baseUrl,
      administrator: isAdministrator(ask),
    }),
  ),
  open.get('/privacy', async (tx, ask) =>
    privacyView({
      publisher: await publisherOf(tx),
      holds: ask.app.features.flatMap((feature) => feature.holds),
      config: ask.app.config,
      administrator: isAdministrator(ask),
    }),
  ),

  open.get('/appearance', (_tx, ask) =>
    appearanceView({
      theme: ask.cookie('theme') ?? 'system',
      next: ownAddress(one(ask.query, 'next'), ''),
    }),
  ),
  open.post('/appearance', (_tx, ask) => {
    const next = ownAddress(one(ask.body, 'next'), '')
    const filled = fill(appearanceForm, ask.body)
    if (!filled.ok)
      return appearanceView({ theme: ask.cookie('theme') ?? 'system', next, errors: filled.errors })
    if (filled.value.theme === 'system') ask.clearCookie('theme')
    else ask.setCookie('theme', filled.value.theme, { days: 365 })
    return redirect(next || '/appearance', 'Saved: this is how pages look now')
  }),

  administrators.get('/admin/publisher', async (tx) =>
    publisherView({ publisher: await publisherOf(tx) }),
  ),
  administrators.post('/admin/publisher', async (tx, ask) => {
    const filled = fill(publisherForm, ask.body)
    if (!filled.ok) return publisherView(filled)
    await setPublisher(tx, filled.value)
    return redirect(
      '/admin/publisher',
      'Saved. It is on the accessibility statement and the privacy notice now',
    )
  }),

  { ...open.get('/health', health), failing: unhealthy },
  open.get('/metrics', metrics),
  open.get('/.well-known/security.txt', securityText),
  open.get('/robots.txt', robots),
  open.get('/sitemap.xml', sitemap),
]

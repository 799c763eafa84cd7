import { found } from '#kernel/db.ts'
import { one, open } from '#kernel/http.ts'
import { findNetwork } from '#features/networks/index.ts'
import { guideChapter, guideIndex } from './views.ts'

/** The handbook: the same for everyone, but for links into a network that the reader may see. */
export const routes = [
  open.get('/guide', () => ({
    ...guideIndex(),
    section: 'guide',
    wide: true,
    share: true,
  })),
  open.get('/guide/:slug', async (tx, ask) => {
    const asked = one(ask.query, 'network')
    const network = asked ? await findNetwork(tx, asked) : undefined
    return {
      ...found(guideChapter(ask.params['slug']!, network?.slug)),
      section: 'guide',
      back: { text: 'Guide to running a network', href: '/guide' },
      share: asked === '',
    }
  }),
]

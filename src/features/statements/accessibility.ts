/** A part that fails, or may fail, a success criterion: what it is, what to do instead, and when it will be right. */
type Issue = { criterion: string; what: string; instead: string; by: string }

/**
 * What the accessibility statement says of the software, as data, so that every installation tells the
 * same truth and whoever changes the software changes it here. `status` may become `fully` only when
 * nothing is left in `issues` and in `untested`.
 */
export const accessibility: {
  status: 'fully' | 'partially'
  preparedOn: string
  testedOn: string
  tested: string[]
  untested: string[]
  issues: Issue[]
} = {
  status: 'partially',
  preparedOn: '2026-11-21',
  testedOn: '2026-11-21',
  tested: [
    'with axe-core, an automatic checker, in Chromium, on every page that our test journeys visit, with its rules for WCAG 2.2 AA and its best practices',
    'that journeys can be finished with scripts switched off',
    'that pages do not scroll sideways at a width of 320 pixels, which is the same as a zoom of 400%',
    'that pages keep their edges and icons in forced colours, and have light, dark and high-contrast colours',
    'that the parts pages are built from give the same markup as the GOV.UK Design System',
  ],
  untested: [
    'screen readers such as JAWS, NVDA, VoiceOver and TalkBack',
    'speech recognition such as Dragon and Voice Control',
    'screen magnifiers such as ZoomText',
    'browsers other than Chromium',
    'disabled people, or an independent auditor',
  ],
  issues: [],
}

/* What already works without a script, made smoother: error summaries take focus, long answers count
   their characters, choices open the question that follows from them. Nothing here is needed. */
import { initAll, isSupported } from './govuk.js'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype)
  document.body.classList.add('govuk-frontend-supported')
if (isSupported()) initAll()

/* Pressing twice sends a form once; after three seconds it may be sent again. */
document.addEventListener('submit', (event) => {
  const { dataset, method } = event.target
  if (event.defaultPrevented || method !== 'post') return
  if (Date.now() - (dataset.sentAt ?? 0) < 3000) event.preventDefault()
  else dataset.sentAt = Date.now()
})

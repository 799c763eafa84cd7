/* What already works without a script, made smoother: error summaries take focus, long answers count
   their characters, choices open the question that follows from them, words are copied by a button. Nothing here is needed. */
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

/* What is there to be copied is copied by a button, where the browser lets us. */
if (navigator.clipboard)
  for (const field of document.querySelectorAll('textarea[readonly]')) {
    const button = document.createElement('button')
    const said = document.createElement('span')
    const name = field.labels?.[0]?.textContent.trim() ?? ''
    button.type = 'button'
    button.className = 'govuk-button govuk-button--secondary'
    button.innerHTML = 'Copy<span class="govuk-visually-hidden"></span>'
    button.lastChild.textContent = ` ${name}`
    said.setAttribute('role', 'status')
    said.className = 'govuk-body-s'
    button.addEventListener('click', async () => {
      const copied = navigator.clipboard.writeText(field.value)
      const words = await copied.then(
        () => 'Copied',
        () => (field.select(), 'Selected: copy it with your keyboard'),
      )
      said.textContent = ''
      setTimeout(() => (said.textContent = ` ${words}`), 50)
    })
    field.after(button, said)
  }
